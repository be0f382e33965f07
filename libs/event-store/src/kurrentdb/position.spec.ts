import fc from 'fast-check';
import { placeOf, positionOf, type LogPlace } from './position';

const DISTANCE_MAX = 2n ** 21n - 1n;
const COMMIT_MAX = 2n ** 42n - 1n;

const place = fc
  .tuple(fc.bigInt(0n, COMMIT_MAX), fc.bigInt(0n, DISTANCE_MAX))
  .map(([commit, distance]) => ({ commit, prepare: commit - distance }))
  .filter(({ prepare }) => prepare >= 0n);

const isBefore = (a: LogPlace, b: LogPlace): boolean =>
  a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare);

describe('a position made of a place in the log', () => {
  it('gives the place back', () => {
    fc.assert(
      fc.property(place, (given) => {
        expect(placeOf(positionOf(given))).toEqual(given);
      }),
    );
  });

  it('is ordered by commit, then prepare', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(positionOf(a) < positionOf(b)).toBe(isBefore(a, b));
      }),
    );
  });

  it('tells neighbours apart that share a commit', () => {
    const places = [1_000n, 1_001n, 1_002n].map((prepare) => ({ commit: 1_002n, prepare }));
    const positions = places.map(positionOf);
    expect(positions).toEqual([...positions].sort((a, b) => Number(a - b)));
    expect(new Set(positions).size).toBe(3);
  });

  it('fits the bigint of PostgreSQL up to the end of a log of 4 TiB', () => {
    expect(positionOf({ commit: COMMIT_MAX, prepare: COMMIT_MAX })).toBe(2n ** 63n - 1n);
  });

  it.each([
    ['a log past 4 TiB', { commit: COMMIT_MAX + 1n, prepare: COMMIT_MAX + 1n }],
    ['the 2^64 - 1 of a server that knows no position', { commit: 2n ** 64n - 1n, prepare: 0n }],
    ['a record too far before its commit', { commit: 3_000_000n, prepare: 1n }],
    ['a record after its commit', { commit: 1n, prepare: 2n }],
    ['a negative place', { commit: -1n, prepare: -1n }],
  ])('is refused for %s, naming the numbers', (_title, given) => {
    expect(() => positionOf(given)).toThrow(`${given.commit}/${given.prepare}`);
  });

  it('of nothing is the start of the log', () => {
    expect(placeOf(0n)).toBe('start');
    expect(placeOf(-1n)).toBe('start');
  });
});
