import { addDays, localDate, type LocalDate } from '@thidua/kernel';
import fc from 'fast-check';
import { factsInView } from '../outcome/facts-in-view';
import { lifeOf } from '../outcome/life';
import { taskOutcome } from '../outcome/outcome';
import { owedReports } from '../outcome/reports';
import type { TaskOutcomeRow } from '../task-outcome-row';
import {
  assigned,
  completed,
  extended,
  reopened,
  reported,
  rowOf,
  told,
} from '../testing/task-story';
import { amountsOf, MEASURES, reportMeasure } from './measures';
import { dayNumber, DEPARTMENT, type Step } from './step';
import { stepsOf } from './steps';

const UNITS = ['qlcn', 'qltm', 'vp'];

/** The amounts that the steps up to the day add up to. */
function summed(all: readonly Step[], scope: string, asOf: LocalDate): readonly number[] {
  const steps = all.filter((step) => step.scope === scope && step.on <= asOf);
  return MEASURES.map((_, place) =>
    steps.reduce(
      (sum, { fixed, daily }) => sum + (fixed[place] ?? 0) + (daily[place] ?? 0) * dayNumber(asOf),
      0,
    ),
  );
}

/** The amounts counted from the facts as the day sees them. */
function counted(row: TaskOutcomeRow, scope: string, asOf: LocalDate): readonly number[] {
  const isAsked = (unitId: string) => scope === DEPARTMENT || unitId === scope;
  const outcome = taskOutcome(row, { asOf });
  if (outcome === null) return MEASURES.map(() => 0);
  const amounts = [...amountsOf(outcome, isAsked)];
  const facts = factsInView(row.facts, { asOf });
  for (const report of owedReports(facts, lifeOf(facts), { asOf })) {
    if (isAsked(report.unitId)) amounts[reportMeasure(report.status)]! += 1;
  }
  return amounts;
}

const days = fc
  .integer({ min: 0, max: 454 })
  .map((count) => addDays(localDate('2025-01-01'), count) as string);
const optionalDay = fc.option(days, { nil: null });
const unitIds = fc.constantFrom(...UNITS);

const event = fc.oneof(
  days.map((day) => completed(day)),
  fc.tuple(days, days).map(([done, verified]) => completed(done, verified)),
  days.map((day) => reopened(day)),
  fc.tuple(days, days).map(([day, to]) => extended(day, '2025-03-31', to)),
  days.map((day) => told('TriggerAwaited', day)),
  days.map((day) => told('TaskCarriedOver', day)),
  fc
    .tuple(days, days)
    .map(([day, reportDueOn]) =>
      told('SeriesPeriodOpened', day, { period: '2025-Q1', reportDueOn }),
    ),
  fc
    .tuple(days, unitIds)
    .map(([day, unitId]) => told('SeriesPeriodReported', day, { period: '2025-Q1', unitId })),
  days.map((day) => told('OccurrenceRecorded', day, { occurrenceId: 'o1' })),
  fc
    .tuple(days, optionalDay)
    .map(([day, dueOn]) => told('TriggerReceived', day, { receivedOn: day, dueOn })),
  days.map((day) => told('TaskCancelled', day, { onDay: day })),
  days.map((day) => told('AuthorityWaitStarted', day, { waitId: 'w', fromOn: day })),
  days.map((day) => told('AuthorityWaitEnded', day, { waitId: 'w', untilOn: day })),
  fc
    .tuple(days, unitIds, optionalDay)
    .map(([askedOn, unitId, answerDueOn]) =>
      told('CoordinationAsked', askedOn, { requestId: 'r', unitId, askedOn, answerDueOn }),
    ),
  days.map((day) =>
    told('CoordinationAnswered', day, { requestId: 'r', answeredOn: day, inTime: true }),
  ),
  fc.tuple(days, unitIds).map(([day, unitId]) => {
    const period = day.slice(0, 7);
    return reported(period, day, `${period}-25`, unitId);
  }),
  fc.tuple(days, unitIds, unitIds).map(([day, from, to]) =>
    told('TaskHandedOver', day, {
      from: { unitId: from, personId: null },
      to: { unitId: to, personId: null },
      handedOverOn: day,
    }),
  ),
  fc.tuple(days, optionalDay).map(([day, now]) =>
    told('TaskCorrected', day, {
      correctedOn: day,
      eventId: 'e2',
      field: 'completedOn',
      now,
    }),
  ),
  fc.tuple(days, optionalDay).map(([day, now]) =>
    told('TaskCorrected', day, {
      correctedOn: day,
      eventId: 'e1',
      field: 'dueOn',
      now,
    }),
  ),
  days.map((day) => told('ProductHandedIn', day, { productId: 'p', attempt: 1, handedInOn: day })),
  days.map((day) =>
    told('ProductReturned', day, { productId: 'p', attempt: 1, majorContentError: true }),
  ),
);

describe('the steps of a task', () => {
  it('add up to what is counted from its facts, for every unit and on any day', () => {
    fc.assert(
      fc.property(
        optionalDay,
        fc.constantFrom(['qlcn'], ['qlcn', 'qltm'], [['vp', 'focal'] as const, 'qlcn']),
        fc.array(event, { maxLength: 9 }),
        fc.array(days, { minLength: 3, maxLength: 6 }),
        (dueOn, leads, story, asOfs) => {
          const row = rowOf(assigned('2025-01-10', dueOn, leads), ...story);
          const steps = stepsOf(row);
          for (const asOf of asOfs.map(localDate)) {
            for (const scope of [DEPARTMENT, ...UNITS]) {
              expect([scope, asOf, summed(steps, scope, asOf)]).toEqual([
                ...[scope, asOf],
                counted(row, scope, asOf),
              ]);
            }
          }
        },
      ),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 25) },
    );
  });

  it('grow daily only while the task is overdue', () => {
    const row = rowOf(assigned('2025-01-10', '2025-03-31'), completed('2025-04-10'));
    const daily = stepsOf(row)
      .filter(({ scope, daily: growth }) => scope === 'qlcn' && growth.some((value) => value !== 0))
      .map(({ on }) => on);
    expect(daily).toEqual(['2025-04-01', '2025-04-10']);
  });
});
