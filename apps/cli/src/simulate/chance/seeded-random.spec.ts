import { seededRandom } from './seeded-random';

const drawn = (name: string, count: number): number[] => {
  const random = seededRandom(name);
  return Array.from({ length: count }, () => random.between(0, 999));
};

describe('a seeded stream of chance', () => {
  it('repeats itself under the same name and under no other', () => {
    expect(drawn('7|a', 50)).toEqual(drawn('7|a', 50));
    expect(drawn('7|a', 50)).not.toEqual(drawn('7|b', 50));
  });

  it('gives the same numbers on every machine and for ever', () => {
    expect(drawn('a name that never changes', 5)).toEqual([359, 819, 927, 740, 688]);
  });

  it('spreads evenly over the range, both ends included', () => {
    const random = seededRandom('spread');
    const counts = [0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 60_000; draw += 1) {
      const face = random.between(1, 6);
      counts[face - 1] = (counts[face - 1] ?? 0) + 1;
    }
    expect(counts.every((count) => count > 9_600 && count < 10_400)).toBe(true);
  });

  it('happens as often as asked, never at 0 and always at 1000', () => {
    const random = seededRandom('permille');
    const of = (permille: number) =>
      Array.from({ length: 10_000 }, () => random.happens(permille)).filter(Boolean).length;
    expect(of(0)).toBe(0);
    expect(of(1000)).toBe(10_000);
    expect(Math.abs(of(250) - 2_500)).toBeLessThan(150);
  });

  it('picks by weight and never what weighs nothing', () => {
    const random = seededRandom('weights');
    const names = Array.from({ length: 4_000 }, () => random.weighted({ a: 3, b: 1, c: 0 }));
    expect(names.filter((name) => name === 'c')).toEqual([]);
    expect(Math.abs(names.filter((name) => name === 'a').length - 3_000)).toBeLessThan(120);
  });

  it('refuses to pick from nothing', () => {
    expect(() => seededRandom('empty').pick([])).toThrow(RangeError);
    expect(() => seededRandom('empty').weighted({ a: 0 })).toThrow(RangeError);
  });
});
