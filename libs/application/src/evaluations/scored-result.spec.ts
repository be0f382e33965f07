import fc from 'fast-check';
import type { ScoredResult } from './open-result';
import { rankMovesBetween } from './scored-result';

const rank = fc.option(fc.integer({ min: 1, max: 6 }));
const ranks = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), rank);

const resultOf = (given: Readonly<Record<string, number | null>>): ScoredResult => ({
  ruleSet: { id: 'ND335', version: 1, hash: 'r' },
  ...{ inputHash: 'i', sheetHash: 's' },
  subjects: Object.entries(given).map(([subjectId, place]) => ({
    ...{ subjectId, unitId: 'qltm', personId: subjectId, band: null, rank: place },
  })),
});

const rankedIn = (given: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(Object.entries(given).filter(([, place]) => place !== null));

describe('the rank moves of an amendment', () => {
  it('laid over the frozen ranks give the ranks of the recount, and name nobody else', () => {
    fc.assert(
      fc.property(ranks, ranks, (frozen, recount) => {
        const moves = rankMovesBetween(resultOf(frozen), resultOf(recount));
        const moved = Object.fromEntries(moves.map(({ subjectId, to }) => [subjectId, to]));
        expect(rankedIn({ ...frozen, ...moved })).toEqual(rankedIn(recount));
        for (const { subjectId, from, to } of moves) {
          expect(from).toBe(frozen[subjectId] ?? null);
          expect(from).not.toBe(to);
        }
      }),
    );
  });
});
