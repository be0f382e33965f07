import { quantile, spreadOf } from './spread';

describe('the spread of values', () => {
  it('is their median, smallest and largest, in whatever order they come', () => {
    expect(spreadOf([10, 9, 100])).toEqual({ median: 10, min: 9, max: 100 });
  });

  it('takes the middle between two when their number is even', () => {
    expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
  });

  it('is refused for no values', () => {
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});

describe('a quantile', () => {
  it('lies on the line between the neighbours of its place', () => {
    const hundred = Array.from({ length: 101 }, (_, index) => 100 - index);
    expect(quantile(hundred, 0.99)).toBe(99);
    expect(quantile([0, 10], 0.75)).toBe(7.5);
  });
});
