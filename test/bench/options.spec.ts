import { BadOption, readOptions, repsOf, sizeOf } from './options';

describe('the options of a benchmark', () => {
  it('have defaults', () => {
    expect(readOptions([])).toEqual({
      scenario: null,
      reps: null,
      count: null,
      writers: [1, 16, 64],
      quick: false,
      json: false,
      strict: false,
      dryRun: false,
    });
  });

  it('take numbers and a list of writers', () => {
    const options = readOptions(['append', '--reps', '1', '--count=50', '--writers', '2,8']);
    expect(options).toMatchObject({ scenario: 'append', reps: 1, count: 50, writers: [2, 8] });
  });

  it('never write down what a quick run finds', () => {
    expect(readOptions(['--quick']).dryRun).toBe(true);
  });

  it('decide how often and how much, each scenario with sizes of its own', () => {
    const size = { full: 1_000, quick: 10 };
    const decided = (...args: string[]) => {
      const options = readOptions(args);
      return [repsOf(options), sizeOf(options, size)];
    };
    expect(decided()).toEqual([5, 1_000]);
    expect(decided('--quick')).toEqual([1, 10]);
    expect(decided('append', '--quick', '--reps', '3', '--count', '7')).toEqual([3, 7]);
  });

  it.each([
    [['append', 'catch-up']],
    [['append', '--reps', '0']],
    [['append', '--writers', '1,x']],
    [['--count', '5']],
    [['append', '--wat']],
  ])('are refused as %j', (args: string[]) => {
    expect(() => readOptions(args)).toThrow(BadOption);
  });
});
