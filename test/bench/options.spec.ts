import { BadOption, readOptions } from './options';

describe('the options of a benchmark', () => {
  it('have defaults', () => {
    expect(readOptions(['append'])).toEqual({
      scenario: 'append',
      reps: 5,
      count: 2000,
      writers: [1, 16, 64],
      json: false,
      strict: false,
      dryRun: false,
    });
  });

  it('take numbers and a list of writers', () => {
    const options = readOptions(['append', '--reps', '1', '--count=50', '--writers', '2,8']);
    expect(options).toMatchObject({ reps: 1, count: 50, writers: [2, 8] });
  });

  it.each([
    [[]],
    [['append', 'tail']],
    [['append', '--reps', '0']],
    [['append', '--writers', '1,x']],
    [['append', '--wat']],
  ])('are refused as %j', (args: string[]) => {
    expect(() => readOptions(args)).toThrow(BadOption);
  });
});
