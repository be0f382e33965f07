import { slicesOf, turnsOf } from './turns';

describe('the turns of a repetition', () => {
  const order = (offset: number): string[] =>
    turnsOf(['a', 'b', 'c'], { sliceCount: 3, offset }).map(
      ({ slice, contender }) => `${slice}${contender}`,
    );

  it('let every contender work on every slice and begin each slice with another one', () => {
    expect(order(0)).toEqual(['0a', '0b', '0c', '1b', '1c', '1a', '2c', '2a', '2b']);
  });

  it('begin with another contender in the next repetition', () => {
    expect(order(1)[0]).toBe('0b');
    expect(order(3)).toEqual(order(0));
  });
});

describe('the slices of a total', () => {
  it.each([
    [10, 5, [2, 2, 2, 2, 2]],
    [7, 3, [2, 2, 3]],
    [2, 5, [1, 1]],
  ])('of %d in %d are %j', (total, sliceCount, expected) => {
    expect(slicesOf(total, sliceCount)).toEqual(expected);
  });
});
