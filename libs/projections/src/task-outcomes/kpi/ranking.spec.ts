import { localDate } from '@thidua/kernel';
import { assigned, completed, rowOfTask } from '../testing/task-story';
import { onTimeRanking, rankUnits, type RankedUnit } from './ranking';
import { unitKpi } from './unit-kpi';

const options = { year: 2025, asOf: localDate('2025-12-31'), minimumN: 1 };

/** A unit with so many tasks done on time and so many done late. */
const unit = (unitId: string, kind: string, onTime: number, late: number): RankedUnit => {
  const rows = Array.from({ length: onTime + late }, (_, index) =>
    rowOfTask(
      `${unitId}.${index}`,
      assigned('2025-01-10', '2025-03-31', [unitId]),
      completed(index < onTime ? '2025-03-01' : '2025-04-01'),
    ),
  );
  return { unitId, kind, kpi: unitKpi(rows, { of: 'unit', unitId }, options) };
};

const units = [
  unit('a', 'division', 2, 1),
  unit('b', 'division', 4, 2),
  unit('c', 'division', 3, 0),
  unit('d', 'division', 1, 2),
  unit('e', 'division', 2, 0),
  unit('f', 'division', 0, 0),
  unit('vp', 'office', 1, 5),
  unit('cc', 'sub-department', 5, 0),
  unit('tf', 'task-force', 5, 0),
];

const ranksOf = (given: readonly RankedUnit[], rule = onTimeRanking) =>
  rankUnits(rule, given, { isFrozen: false }).groups.map(({ id, entries }) => [
    id,
    entries.map(({ unitId, rank, unrankedBecause }) => [unitId, rank ?? unrankedBecause]),
  ]);

describe('the ranking of units', () => {
  it('compares like with like, and equal shares of different counts share a rank', () => {
    expect(ranksOf(units)).toEqual([
      [
        'divisions',
        [
          ['c', 1],
          ['a', 2],
          ['b', 2],
          ['d', 4],
          ['e', 'belowMinimum'],
          ['f', 'noData'],
        ],
      ],
      ['office', [['vp', 1]]],
      ['sub-departments', [['cc', 1]]],
    ]);
  });

  it('never ranks a task force and says why', () => {
    const { excluded } = rankUnits(onTimeRanking, units, { isFrozen: false });
    expect(excluded.map(({ unitId }) => unitId)).toEqual(['tf']);
    expect(excluded[0]?.because.vi).toContain('Tổ công tác');
  });

  it('lists a unit of a kind the rule does not know instead of losing it', () => {
    const { excluded } = rankUnits(onTimeRanking, [unit('x', 'new-kind', 3, 0)], {
      isFrozen: false,
    });
    expect(excluded).toMatchObject([{ unitId: 'x' }]);
  });

  it('turns round where less is better', () => {
    const rule = { ...onTimeRanking, better: 'lower' as const };
    expect(ranksOf(units, rule)[0]?.[1]?.slice(0, 4)).toEqual([
      ['d', 1],
      ['a', 2],
      ['b', 2],
      ['c', 4],
    ]);
  });

  it('is provisional until the period is frozen', () => {
    const flags = [false, true].map(
      (isFrozen) => rankUnits(onTimeRanking, units, { isFrozen }).isProvisional,
    );
    expect(flags).toEqual([true, false]);
  });

  it('carries the numbers behind each entry', () => {
    const [divisions] = rankUnits(onTimeRanking, units, { isFrozen: false }).groups;
    expect(divisions?.entries[1]).toMatchObject({
      rate: { numerator: 2, denominator: 3, exact: '2/3' },
      kpi: { byDateInForce: { buckets: { doneLate: { taskIds: ['a.2'] } } } },
    });
  });

  it('does not depend on the order of the units', () => {
    expect(ranksOf(units.toReversed())).toEqual(ranksOf(units));
  });
});
