import { done, factsOf, happened, led, type Office } from '../testing';
import { unitTaskResultsV1 } from '../rule-sets/unit-task-results.v1';
import type { RuleSet } from '../rule-set';
import { parseRuleSet } from '../validate-rule-set';
import { scoreUnit, type UnitScore } from './score-unit';

const returned = (on: string, majorContentError: boolean) =>
  happened('ResultReturned', on, { attempt: 1, majorContentError, returnedOn: on });
const extendedTo = (to: string, grantedOn: string) =>
  happened('DeadlineExtended', grantedOn, { from: '2025-01-20', to, grantedOn });
const cause = (confirmedOn: string) =>
  happened('DelayCauseConfirmed', confirmedOn, { confirmedOn });
const report = (type: 'ProgressReported' | 'NilReported', reportedOn: string, period = '2025-01') =>
  happened(type, reportedOn, { unitId: 'qlcn', period, reportedOn, reportDueOn: `${period}-31` });
const asked = (requestId: string, unitId = 'qlcn') =>
  happened('CoordinationAsked', '2025-01-12', {
    requestId,
    unitId,
    askedOn: '2025-01-12',
    answerDueOn: '2025-01-20',
  });
const answered = (requestId: string, answeredOn: string) =>
  happened('CoordinationAnswered', answeredOn, { requestId, answeredOn, inTime: null });

/**
 * By hand. Six tasks can be judged (a–f), g and h cannot. Done: a, b, c, d, e; f is overdue.
 * Quantity 5/6. Quality: b had two major errors (1/2), c a small return only (1): 4.5/6 = 3/4.
 * Progress: c late once (3/4), d missed two deadlines (1/2), e late with a confirmed cause (1): 4.25/6 = 17/24.
 * Reporting: January was owed for d, e, f, g (in time, nil, late, missing): 2/4; a, b, c were done before its last day.
 * Coordination: of two answers due one came in time: 1/2.
 */
const office: Office = {
  a: [led('2025-01-20'), done('2025-01-20')],
  b: [
    led('2025-01-31'),
    returned('2025-01-15', true),
    returned('2025-01-17', true),
    done('2025-01-19'),
  ],
  c: [led('2025-01-20'), returned('2025-01-21', false), done('2025-01-25')],
  d: [
    led('2025-01-20'),
    extendedTo('2025-01-30', '2025-01-22'),
    report('ProgressReported', '2025-01-31'),
    done('2025-02-02'),
  ],
  e: [
    led('2025-01-20'),
    report('NilReported', '2025-01-30'),
    done('2025-02-03'),
    cause('2025-02-05'),
  ],
  f: [led('2025-01-20'), report('ProgressReported', '2025-02-01')],
  g: [led('2025-12-31')],
  h: [led(null), happened('TriggerAwaited', '2025-01-10')],
  other: [
    led('2025-12-31', 'qltm'),
    asked('r1'),
    asked('r2'),
    asked('r3', 'qlnl'),
    answered('r1', '2025-01-20'),
    answered('r2', '2025-01-21'),
  ],
};

const AS_OF = '2025-02-10';
const score = (given: Office = office, ruleSet: RuleSet = unitTaskResultsV1): UnitScore =>
  scoreUnit(ruleSet, factsOf(given, 'qlcn', { asOf: AS_OF }));
const lineOf = (scored: UnitScore, itemId: string) => {
  const line = scored.lines.find((candidate) => candidate.itemId === itemId);
  if (line === undefined) throw new Error(`No line ${itemId}`);
  return line;
};
const pointsOf = (scored: UnitScore) =>
  Object.fromEntries(scored.lines.map(({ itemId, points }) => [itemId, points?.exact ?? null]));

describe('the score of a unit', () => {
  it('is the exact sum worked out by hand', () => {
    const scored = score();
    expect(pointsOf(scored)).toEqual({
      quantity: '125/6',
      quality: '75/4',
      progress: '425/24',
      reporting: '15/2',
      coordination: '5',
    });
    expect(scored).toMatchObject({
      status: 'scored',
      total: { exact: '1675/24', decimal: '69.7917' },
      outOf: { exact: '100' },
      judgedTasks: { exact: '6' },
    });
  });

  it('takes off a quarter for each major error and leaves small returns alone', () => {
    const entries = lineOf(score(), 'quality').entries.map(({ taskId, earned, because }) => [
      taskId,
      earned.exact,
      because.code,
    ]);
    expect(entries).toEqual([
      ['a', '1', 'NO_MAJOR_ERROR'],
      ['b', '1/2', 'MAJOR_CONTENT_ERRORS'],
      ['c', '1', 'NO_MAJOR_ERROR'],
      ['d', '1', 'NO_MAJOR_ERROR'],
      ['e', '1', 'NO_MAJOR_ERROR'],
      ['f', '0', 'NOT_DONE'],
      ['g', '0', 'NOT_DUE_YET'],
      ['h', '0', 'WAITING'],
    ]);
  });

  it('never takes more off a task than it had', () => {
    const errors = ['11', '12', '13', '14', '15'].map((day) => returned(`2025-01-${day}`, true));
    const line = lineOf(
      score({ a: [led('2025-01-20'), ...errors, done('2025-01-19')] }),
      'quality',
    );
    expect(line).toMatchObject({
      points: { exact: '0' },
      entries: [{ times: 5, earned: { exact: '0' } }],
    });
  });

  it('forgives a delay whose objective cause was confirmed, and names the confirmation', () => {
    const entry = (given: Office) => lineOf(score(given), 'progress').entries[0];
    const late = [led('2025-01-20'), done('2025-02-03')];
    expect(entry({ a: late })).toMatchObject({
      earned: { exact: '3/4' },
      because: { code: 'LATE' },
    });
    expect(entry({ a: [...late, cause('2025-02-05')] })).toMatchObject({
      earned: { exact: '1' },
      because: { code: 'LATE_EXCUSED' },
      eventIds: ['a#1', 'a#2', 'a#3'],
    });
  });

  it('counts a task with several leads fully for each', () => {
    const both: Office = { a: [led('2025-01-20', 'qlcn', 'qltm'), done('2025-01-25')] };
    const of = (unitId: string) =>
      lineOf(scoreUnit(unitTaskResultsV1, factsOf(both, unitId, { asOf: AS_OF })), 'progress');
    expect([of('qlcn').points?.exact, of('qltm').points?.exact]).toEqual(['75/4', '75/4']);
  });

  it('has no points where there is nothing to measure: neither zero nor full marks', () => {
    const { other, ...alone } = office;
    expect(other).toBeDefined();
    const scored = score(alone);
    expect(lineOf(scored, 'coordination')).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      points: null,
      entries: [],
    });
    expect(scored).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      total: { exact: '1555/24' },
      outOf: { exact: '90' },
    });
  });

  it('of a unit without any task has no line with points', () => {
    expect(score({})).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      total: { exact: '0' },
      outOf: { exact: '0' },
    });
  });
});

describe('the kinds of rules', () => {
  const quantityItem = { ...unitTaskResultsV1.items[0], max: '100' };
  const item = (before: Record<string, unknown>, change: object) => ({
    ...Object.fromEntries(Object.entries(before).filter(([key]) => key !== 'deductPerTime')),
    ...change,
  });
  const ruled = (change: object, more: object = {}): UnitScore =>
    score(
      office,
      parseRuleSet({ ...unitTaskResultsV1, items: [item(quantityItem, change)], ...more }),
    );

  it('RATIO never gives more than its maximum', () => {
    expect(ruled({ kind: 'RATIO', deductPerTime: null }).total.exact).toBe('250/3');
  });

  it.each([
    [
      [
        { atLeast: '1', points: '100' },
        { atLeast: '4/5', points: 'RATIO' },
        { atLeast: '0', points: '0' },
      ],
      '250/3',
    ],
    [
      [
        { atLeast: '9/10', points: '100' },
        { atLeast: '0', points: '40' },
      ],
      '40',
    ],
    [[{ atLeast: '5/6', points: '70' }], '70'],
  ])('BANDS give the points of the first band reached', (bands, points) => {
    expect(ruled({ kind: 'BANDS', bands }).total.exact).toBe(points);
  });

  it('BANDS that leave the case open need the authority', () => {
    const scored = ruled({ kind: 'BANDS', bands: [{ atLeast: '9/10', points: '100' }] });
    expect(scored).toMatchObject({ status: 'NEEDS_AUTHORITY', lines: [{ points: null }] });
  });

  it('FIXED is all or nothing', () => {
    expect(ruled({ kind: 'FIXED' }).total.exact).toBe('0');
    const clean = parseRuleSet({
      ...unitTaskResultsV1,
      items: [item(quantityItem, { kind: 'FIXED' })],
    });
    expect(score({ a: [led('2025-01-20'), done('2025-01-20')] }, clean).total.exact).toBe('100');
  });

  it('COUNT gives points for each, up to its maximum', () => {
    expect(ruled({ kind: 'COUNT', perUnit: '3/2' }).total.exact).toBe('15/2');
    expect(ruled({ kind: 'COUNT', perUnit: '40' }).total.exact).toBe('100');
  });

  it('penalties are taken off up to their cap', () => {
    const missing = item(quantityItem, {
      kind: 'COUNT',
      id: 'missing',
      measure: 'missingReports',
      perUnit: '2',
      max: '10',
    });
    const overdue = { ...missing, id: 'overdue', measure: 'overdueTasks' };
    const under = (cap: string) =>
      ruled({ kind: 'COUNT', perUnit: '20' }, { penalties: { cap, items: [missing, overdue] } });
    expect(under('10').total.exact).toBe('96');
    expect(under('3').total.exact).toBe('97');
  });

  it('bonuses are added up to their cap', () => {
    const bonus = item(quantityItem, { kind: 'COUNT', id: 'extra', perUnit: '1', max: '10' });
    const scored = ruled(
      { kind: 'COUNT', perUnit: '1' },
      { bonuses: { cap: '3', items: [bonus] } },
    );
    expect(scored.total.exact).toBe('8');
  });

  it('classes name the result, and a total in none needs the authority', () => {
    const bands = (atLeast: string) => [{ atLeast, title: { vi: 'Tốt', en: 'Good' } }];
    const rule = { kind: 'RATIO', deductPerTime: null };
    expect(ruled(rule, { bands: bands('70') })).toMatchObject({
      status: 'scored',
      band: { vi: 'Tốt' },
    });
    expect(ruled(rule, { bands: bands('90') })).toMatchObject({
      status: 'NEEDS_AUTHORITY',
      band: null,
    });
  });

  it('switched off count nothing and are listed', () => {
    const off = { ...quantityItem, id: 'off', enabled: false, confidence: 'L' as const };
    const items = [...unitTaskResultsV1.items, off] as RuleSet['items'];
    const scored = score(office, { ...unitTaskResultsV1, items });
    expect(scored.total.exact).toBe('1675/24');
    expect(scored.switchedOff).toMatchObject([{ itemId: 'off' }]);
  });
});
