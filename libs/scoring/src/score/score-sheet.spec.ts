import { compareRational, localDate, parseRational, sum, ZERO } from '@thidua/kernel';
import fc from 'fast-check';
import { measureUnit } from '../measures/measure-unit';
import { unitTaskResultsV1 } from '../rule-sets/unit-task-results.v1';
import { done, factsOf, happened, led, outcomesOf, type Happening, type Office } from '../testing';
import { scoreSheet, type ScoreSheet } from './score-sheet';

const UNITS = ['qlcn', 'qltm', 'qlnl'] as const;
const AS_OF = '2025-12-31';

const sheetOf = (office: Office, without?: string): ScoreSheet =>
  scoreSheet({
    year: 2025,
    asOf: localDate(AS_OF),
    position: 99n,
    ruleSet: unitTaskResultsV1,
    units: UNITS.map((unitId) => factsOf(office, unitId, { without })),
    ruleSetHash: 'a'.repeat(64),
    inputHash: 'b'.repeat(64),
  });

/** Three tasks a unit, `late` of them late; every unit is asked once and answers in time; no month is reported. */
const unitTasks = (unitId: string, late: number): Office =>
  Object.fromEntries(
    [1, 2, 3].map((number) => [
      `${unitId}.${number}`,
      [
        led('2025-02-15', unitId),
        happened('CoordinationAsked', '2025-01-12', {
          requestId: 'r1',
          unitId,
          askedOn: '2025-01-12',
          answerDueOn: '2025-01-20',
        }),
        happened('CoordinationAnswered', '2025-01-15', {
          requestId: 'r1',
          answeredOn: '2025-01-15',
          inTime: null,
        }),
        done(number <= late ? '2025-02-20' : '2025-02-10'),
      ],
    ]),
  );

const day = fc
  .integer({ min: 10, max: 360 })
  .map((count) => new Date(Date.UTC(2025, 0, 1) + count * 86_400_000).toISOString().slice(0, 10));
const unit = fc.constantFrom(...UNITS);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  day.map(done),
  day.map((on) => happened('TaskReopened', on, { onDay: on })),
  fc
    .tuple(day, day)
    .map(([grantedOn, to]) =>
      happened('DeadlineExtended', grantedOn, { from: '2025-01-20', to, grantedOn }),
    ),
  fc
    .tuple(day, fc.boolean())
    .map(([on, majorContentError]) =>
      happened('ResultReturned', on, { attempt: 1, majorContentError, returnedOn: on }),
    ),
  day.map((on) => happened('DelayCauseConfirmed', on, { confirmedOn: on })),
  day.map((on) => happened('TriggerAwaited', on)),
  day.map((on) => happened('TriggerReceived', on, { receivedOn: on, dueOn: null })),
  day.map((on) => happened('WorkStarted', on, { startedOn: on })),
  day.map((on) => happened('LeadUnitReminded', on, { unitId: 'qlcn', remindedOn: on })),
  day.map((on) => happened('TaskCancelled', on, { onDay: on })),
  fc.tuple(day, unit, unit).map(([on, from, to]) =>
    happened('TaskHandedOver', on, {
      from: { unitId: from, personId: null },
      to: { unitId: to, personId: null },
      handedOverOn: on,
    }),
  ),
  fc.tuple(day, unit).map(([on, unitId]) =>
    happened('ProgressReported', on, {
      unitId,
      period: on.slice(0, 7),
      reportedOn: on,
      reportDueOn: `${on.slice(0, 7)}-20`,
    }),
  ),
  fc
    .tuple(day, unit, fc.constantFrom('r1', 'r2'))
    .map(([on, unitId, requestId]) =>
      happened('CoordinationAsked', on, { requestId, unitId, askedOn: on, answerDueOn: on }),
    ),
  fc
    .tuple(day, fc.constantFrom('r1', 'r2'))
    .map(([on, requestId]) =>
      happened('CoordinationAnswered', on, { requestId, answeredOn: on, inTime: null }),
    ),
  fc
    .tuple(day, fc.option(day), fc.constantFrom('completedOn', 'dueOn'))
    .map(([on, now, field]) =>
      happened('TaskCorrected', on, { eventId: 'unknown', field, now, correctedOn: on }),
    ),
);
const task = fc
  .tuple(fc.option(day), unit, fc.array(happening, { maxLength: 7 }))
  .map(([dueOn, unitId, more]) => [led(dueOn, unitId), ...more]);
const anyOffice: fc.Arbitrary<Office> = fc.dictionary(
  fc.constantFrom('t1', 't2', 't3', 't4'),
  task,
  { minKeys: 1 },
);

const idsOf = (sheet: ScoreSheet): ReadonlySet<string> =>
  new Set(sheet.units.flatMap(({ lines }) => lines.flatMap(({ eventIds }) => eventIds)));

/** What a reader of the sheet sees, apart from the bare lists of events. */
const substance = (sheet: ScoreSheet): string =>
  JSON.stringify(sheet, (key, value: unknown) => (key === 'eventIds' ? undefined : value));

describe('the score sheet', () => {
  const office = { ...unitTasks('qlcn', 1), ...unitTasks('qltm', 0), ...unitTasks('qlnl', 1) };

  it('ranks units by exact totals, ties share a rank', () => {
    const [divisions] = sheetOf(office).groups;
    expect(divisions?.ranks.map(({ unitId, rank }) => [unitId, rank])).toEqual([
      ['qltm', 1],
      ['qlcn', 2],
      ['qlnl', 2],
    ]);
  });

  it('lists a unit that cannot be ranked with the reason', () => {
    const { 'qlnl.1': first, ...fewer } = office;
    expect(first).toBeDefined();
    const ranks = (given: Office) =>
      sheetOf(given).groups[0]?.ranks.map(({ unitId, rank, unrankedBecause }) => [
        unitId,
        rank ?? unrankedBecause,
      ]);
    expect(ranks(fewer)).toContainEqual(['qlnl', 'BELOW_MINIMUM']);
    expect(ranks(unitTasks('qlcn', 0))).toContainEqual(['qlnl', 'INSUFFICIENT_DATA']);
  });

  it('ranks like with like and never a kind outside the groups', () => {
    const kinds = ['division', 'office', 'task-force'] as const;
    const sheet = scoreSheet({
      year: 2025,
      asOf: localDate(AS_OF),
      position: 99n,
      ruleSet: unitTaskResultsV1,
      units: UNITS.map((unitId, index) => factsOf(office, unitId, { kind: kinds[index] ?? '' })),
      ruleSetHash: '',
      inputHash: '',
    });
    expect(
      sheet.groups.map(({ ranks }) => ranks.map(({ unitId, rank }) => [unitId, rank])),
    ).toEqual([[['qlcn', 1]], [['qltm', 1]], []]);
    expect(sheet.notRanked).toMatchObject([{ unitId: 'qlnl', unrankedBecause: 'KIND_NOT_RANKED' }]);
  });

  it('is plain JSON without a single float', () => {
    const sheet = sheetOf(office);
    const text = JSON.stringify(sheet);
    expect(JSON.parse(text)).toEqual(sheet);
    const numbers: number[] = [];
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.every((number) => Number.isInteger(number))).toBe(true);
  });

  it('refuses facts of another year or day', () => {
    const other = factsOf(office, 'qlcn', { asOf: '2025-06-30' });
    const make = () =>
      scoreSheet({
        year: 2025,
        asOf: localDate(AS_OF),
        position: 1n,
        ruleSet: unitTaskResultsV1,
        units: [other],
        ruleSetHash: '',
        inputHash: '',
      });
    expect(make).toThrow(/as of 2025-12-31/);
  });

  it('does not depend on the order of the tasks or of the units', () => {
    fc.assert(
      fc.property(anyOffice, fc.constantFrom(1, -1), (given, turn) => {
        const view = { year: 2025, asOf: localDate(AS_OF) };
        const outcomes = outcomesOf(given).toSorted((a, b) => (a.taskId < b.taskId ? turn : -turn));
        const units = [...UNITS]
          .sort((a, b) => (a < b ? turn : -turn))
          .map((unitId) => measureUnit(outcomes, { unitId, kind: 'division' }, view));
        const sheet = scoreSheet({
          ...{ ...view, position: 99n, ruleSet: unitTaskResultsV1, units },
          ruleSetHash: 'a'.repeat(64),
          inputHash: 'b'.repeat(64),
        });
        expect(JSON.stringify(sheet)).toBe(JSON.stringify(sheetOf(given)));
      }),
      { numRuns: 30 },
    );
  });

  it('adds up exactly and stays within its maxima', () => {
    const value = (exact: string) => parseRational(exact) ?? ZERO;
    fc.assert(
      fc.property(anyOffice, (given) => {
        for (const { lines, total, outOf } of sheetOf(given).units) {
          const points = lines.map((line) => value(line.points?.exact ?? '0'));
          expect(sum(points)).toEqual(value(total.exact));
          expect(compareRational(value(total.exact), value(outOf.exact))).toBeLessThanOrEqual(0);
          for (const line of lines) {
            const earned = sum(line.entries.map((entry) => value(entry.earned.exact)));
            expect(earned).toEqual(value(line.earned.exact));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing when an event that no line lists is taken away', () => {
    fc.assert(
      fc.property(anyOffice, fc.nat(), (given, pick) => {
        const sheet = sheetOf(given);
        const linked = idsOf(sheet);
        const unlinked = Object.entries(given)
          .flatMap(([taskId, happenings]) => happenings.map((_, n) => `${taskId}#${n + 1}`))
          .filter((id) => !linked.has(id));
        const one = unlinked[pick % unlinked.length];
        fc.pre(one !== undefined);
        expect(sheetOf(given, one)).toEqual(sheet);
      }),
      { numRuns: 60 },
    );
  });

  it('shows it when an event that a line lists is taken away', () => {
    const rich: Office = {
      t1: [
        led('2025-02-15'),
        happened('DeadlineExtended', '2025-02-20', {
          from: '2025-02-15',
          to: '2025-03-10',
          grantedOn: '2025-02-20',
        }),
        happened('ResultReturned', '2025-03-12', {
          attempt: 1,
          majorContentError: true,
          returnedOn: '2025-03-12',
        }),
        done('2025-03-15'),
        happened('DelayCauseConfirmed', '2025-03-20', { confirmedOn: '2025-03-20' }),
      ],
      t2: [
        led('2025-02-15', 'qltm'),
        happened('CoordinationAsked', '2025-01-12', {
          requestId: 'r1',
          unitId: 'qlcn',
          askedOn: '2025-01-12',
          answerDueOn: '2025-01-20',
        }),
        happened('CoordinationAnswered', '2025-01-15', {
          requestId: 'r1',
          answeredOn: '2025-01-15',
          inTime: null,
        }),
        happened('ProgressReported', '2025-01-31', {
          unitId: 'qltm',
          period: '2025-01',
          reportedOn: '2025-01-31',
          reportDueOn: '2025-01-31',
        }),
        done('2025-02-10'),
        happened('TaskReopened', '2025-04-01', { onDay: '2025-04-01' }),
      ],
    };
    const sheet = sheetOf(rich);
    const linked = [...idsOf(sheet)];
    expect(linked.sort()).toEqual([
      ...['t1#1', 't1#2', 't1#3', 't1#4', 't1#5'],
      ...['t2#1', 't2#2', 't2#3', 't2#4', 't2#5', 't2#6'],
    ]);
    for (const id of linked) expect(substance(sheetOf(rich, id))).not.toBe(substance(sheet));
  });
});
