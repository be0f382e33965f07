import { localDate } from '@thidua/kernel';
import type { DraftTarget, PlanEvent } from '@thidua/plan';
import { PLAN_ID, planImported, planIssued, target } from '@thidua/plan/testing';
import { recorded, specifyProjection } from '../testing';
import { targetResult } from './target-outcome';
import { targets, type TargetRow } from './targets.projection';

const { given } = specifyProjection(targets);
const NAME = 'Chỉ số sản xuất';
const KEY = `${PLAN_ID}/${NAME}`;
const source = { number: '10/BC-SCT', date: null, issuer: null, title: null };

type Reported = Extract<PlanEvent, { type: 'TargetValueReported' }>;
const reported = (value: string, asOf: string, growthPct: string | null = null): Reported => ({
  type: 'TargetValueReported',
  data: { planId: PLAN_ID, name: NAME, value, growthPct, asOf: localDate(asOf), source },
});

const rowAfter = (part: Partial<DraftTarget>, ...reports: readonly Reported[]): TargetRow => {
  const imported = planImported({ targets: [{ ...target(NAME), ...part }] });
  const row = recorded([imported, ...reports]).reduce<TargetRow | null>(
    (current, event) => targets.evolve(current, event, KEY),
    null,
  );
  if (row === null) throw new Error('the target is there');
  return row;
};

describe('the targets', () => {
  it('are one row each, in the order of the plan', () => {
    given(planImported({ targets: [target('A'), target('B')] }), planIssued()).thenRowsMatching({
      [`${PLAN_ID}/A`]: { name: 'A', ordinal: 0, reported: [] },
      [`${PLAN_ID}/B`]: { name: 'B', ordinal: 1, value: '108.5', comparator: '>=' },
    });
  });

  it('keep every value reported, with its source and event', () => {
    given(
      planImported(),
      reported('107.9', '2025-06-30'),
      reported('109', '2025-12-31'),
    ).thenRowsMatching({
      [KEY]: {
        reported: [
          expect.objectContaining({ value: '107.9', source, position: '2' }),
          expect.objectContaining({
            value: '109',
            asOf: '2025-12-31',
            eventId: '00000000-0000-4000-8000-000000000003',
          }),
        ] as never,
      },
    });
  });

  it('refuse a value for a target the plan does not have', () => {
    given(reported('1', '2025-06-30')).thenPoison(/no target named/);
  });
});

describe('the outcome of a target', () => {
  const end = localDate('2025-12-31');

  it.each([
    ['>=', '99.97', '99.97', 'met'],
    ['>=', '99.97', '99.971', 'exceeded'],
    ['>=', '99.97', '99.9699999999', 'notMet'],
    ['<=', '1.5', '1.5', 'met'],
    ['<=', '1.5', '1.49', 'exceeded'],
    ['<=', '1.5', '1.51', 'notMet'],
    ['>', '10', '10', 'notMet'],
    ['>', '10', '10.01', 'met'],
    ['<', '10', '10', 'notMet'],
    ['<', '10', '9.99', 'met'],
    ['=', '0.30', '0.3', 'met'],
    ['=', '0.3', '0.31', 'notMet'],
    ['>=', '-2', '-1.9', 'exceeded'],
    ['>=', '9007199254740993', '9007199254740992', 'notMet'],
  ] as const)('of %s %s with %s reached is %s', (comparator, value, reached, outcome) => {
    const row = rowAfter({ comparator, value }, reported(reached, '2025-06-30'));
    expect(targetResult(row, end).outcome).toBe(outcome);
  });

  it('is unknown while nothing was reported up to the day', () => {
    const row = rowAfter({}, reported('120', '2025-06-30'));
    expect(targetResult(row, localDate('2025-06-29'))).toMatchObject({
      outcome: 'noData',
      reported: null,
    });
    expect(targetResult(row, localDate('2025-06-30'))).toMatchObject({ outcome: 'exceeded' });
  });

  it('rests on the latest day, and of two reports about one day on the later one', () => {
    const row = rowAfter(
      {},
      reported('100', '2025-06-30'),
      reported('120', '2025-03-31'),
      reported('109', '2025-06-30'),
    );
    expect(targetResult(row, end).reported).toMatchObject({ value: '109' });
    expect(targetResult(row, localDate('2025-05-01')).reported).toMatchObject({ value: '120' });
  });

  it('can be told as it was known at an earlier position', () => {
    const row = rowAfter({}, reported('100', '2025-06-30'), reported('109', '2025-06-30'));
    expect(targetResult(row, end, 2n)).toMatchObject({ outcome: 'notMet' });
    expect(targetResult(row, end, 3n)).toMatchObject({ outcome: 'exceeded' });
  });

  it('grades the growth figure by the same comparator, where the plan sets one', () => {
    const plan = { growthPct: '12', value: '126305' };
    expect(targetResult(rowAfter({}), end).growthOutcome).toBeNull();
    expect(targetResult(rowAfter(plan), end).growthOutcome).toBe('noData');
    expect(
      targetResult(rowAfter(plan, reported('126305', '2025-12-31', '12.4')), end),
    ).toMatchObject({ outcome: 'met', growthOutcome: 'exceeded' });
    expect(targetResult(rowAfter(plan, reported('126305', '2025-12-31')), end).growthOutcome).toBe(
      'noData',
    );
  });
});
