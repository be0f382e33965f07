import { instant, localDate } from '@thidua/kernel';
import fc from 'fast-check';
import {
  assigned,
  completed,
  extended,
  reopened,
  rowOf,
  told,
  type Told,
} from '../testing/task-story';
import type { OutcomeView } from './facts-in-view';
import { BUCKETS, taskOutcome, type TaskOutcome } from './outcome';

const on = (asOf: string, story: readonly Told[], known: Partial<OutcomeView> = {}) =>
  taskOutcome(rowOf(...story), { asOf: localDate(asOf), ...known });

const sure = (outcome: TaskOutcome | null): TaskOutcome => {
  if (outcome === null) throw new Error('The task counts on no such day');
  return outcome;
};

const buckets = (outcome: TaskOutcome | null) => [
  sure(outcome).byOriginalDate.bucket,
  sure(outcome).byDateInForce.bucket,
];

const task = assigned('2025-01-10', '2025-03-31');
const left = (type: 'TaskNotArisen' | 'TaskCancelled' | 'TaskSuperseded') =>
  told(type, '2025-02-01', { onDay: '2025-02-01' });
const corrected = (
  recordedOn: string,
  eventId: string,
  field: 'completedOn' | 'dueOn',
  now: string | null,
) => told('TaskCorrected', recordedOn, { eventId, field, now, correctedOn: recordedOn });

describe('the outcome of a task', () => {
  it.each([
    ['open up to and on the due date', '2025-03-31', [task], 'openInTime', null],
    ['overdue from the day after', '2025-04-01', [task], 'openOverdue', 1],
    [
      'done on time on the due date itself',
      '2025-06-01',
      [task, completed('2025-03-31')],
      'doneOnTime',
      0,
    ],
    ['done late a day after', '2025-06-01', [task, completed('2025-04-01')], 'doneLate', 1],
    ['without a date', '2025-06-01', [assigned('2025-01-10', null)], 'noDate', null],
    [
      'without a date though done',
      '2025-06-01',
      [assigned('2025-01-10', null), completed('2025-05-01')],
      'noDate',
      null,
    ],
    [
      'waiting for its trigger, however late',
      '2025-06-01',
      [task, told('TriggerAwaited', '2025-01-10')],
      'waiting',
      null,
    ],
    ['not arisen', '2025-06-01', [task, left('TaskNotArisen')], 'notArisen', null],
    ['cancelled', '2025-06-01', [task, left('TaskCancelled')], 'notArisen', null],
    ['superseded', '2025-06-01', [task, left('TaskSuperseded')], 'notArisen', null],
  ] as const)('is %s', (...[, asOf, story, bucket, daysLate]) => {
    const { byDateInForce } = sure(on(asOf, story));
    expect(byDateInForce).toMatchObject({ bucket, daysLate });
  });

  it('does not count before the assignment', () => {
    expect(on('2025-01-09', [task])).toBeNull();
  });

  it('tells apart how a task left its plan', () => {
    const how = (['TaskNotArisen', 'TaskCancelled', 'TaskSuperseded'] as const).map(
      (type) => on('2025-06-01', [task, left(type)])?.leftAs,
    );
    expect(how).toEqual(['notArisen', 'cancelled', 'superseded']);
  });

  it('starts the clock when the trigger comes, with the day it brings', () => {
    const story = [
      assigned('2025-01-10', null),
      told('TriggerAwaited', '2025-01-10'),
      told('TriggerReceived', '2025-05-05', { receivedOn: '2025-05-05', dueOn: '2025-06-30' }),
    ];
    expect(buckets(on('2025-05-04', story))).toEqual(['waiting', 'waiting']);
    expect(buckets(on('2025-07-01', story))).toEqual(['openOverdue', 'openOverdue']);
  });

  it('keeps the original due date beside the date in force', () => {
    const story = [
      task,
      extended('2025-03-20', '2025-03-31', '2025-05-31'),
      completed('2025-05-10'),
    ];
    expect(buckets(on('2025-06-01', story))).toEqual(['doneLate', 'doneOnTime']);
    expect(sure(on('2025-06-01', story))).toMatchObject({
      byOriginalDate: { dueOn: '2025-03-31', daysLate: 40, eventIds: ['e1', 'e3'] },
      byDateInForce: { dueOn: '2025-05-31', daysLate: 0, eventIds: ['e1', 'e2', 'e3'] },
      extensions: { granted: ['e2'] },
    });
  });

  it('does not know an extension before the day it is in force', () => {
    const story = [task, extended('2025-04-10', '2025-03-31', '2025-05-31')];
    expect(buckets(on('2025-04-09', story))).toEqual(['openOverdue', 'openOverdue']);
    expect(buckets(on('2025-04-10', story))).toEqual(['openOverdue', 'openInTime']);
  });

  it('is done from the day of handing in, and known to be done from the verification', () => {
    const story = [task, completed('2025-03-28', '2025-04-05')];
    const asOf = '2025-03-31';
    expect(buckets(on(asOf, story))).toEqual(['doneOnTime', 'doneOnTime']);
    const known = { knownAt: instant('2025-04-01T00:00:00Z') };
    expect(buckets(on(asOf, story, known))).toEqual(['openInTime', 'openInTime']);
    expect(buckets(on(asOf, story, { knownAtPosition: 1n }))).toEqual(['openInTime', 'openInTime']);
    expect(buckets(on(asOf, story, { knownAtPosition: 2n }))).toEqual(['doneOnTime', 'doneOnTime']);
  });

  it('loses its completion from the day of reopening, and no earlier day changes', () => {
    const story = [task, completed('2025-03-20'), reopened('2025-04-15'), completed('2025-05-02')];
    const days = ['2025-04-14', '2025-04-15', '2025-05-01', '2025-05-02'];
    expect(days.map((day) => on(day, story)?.byDateInForce.bucket)).toEqual([
      'doneOnTime',
      'openOverdue',
      'openOverdue',
      'doneLate',
    ]);
    expect(on('2025-05-02', story)?.isAcceptedFirstTime).toBe(false);
  });

  it('takes a corrected day for every day asked about, from when the correction is known', () => {
    const story = [
      task,
      completed('2025-04-02'),
      corrected('2025-05-20', 'e2', 'completedOn', '2025-03-30'),
    ];
    expect(on('2025-03-31', story)).toMatchObject({
      completedOn: '2025-03-30',
      byDateInForce: { bucket: 'doneOnTime', eventIds: ['e1', 'e2', 'e3'] },
    });
    const before = { knownAt: instant('2025-05-19T00:00:00Z') };
    expect(buckets(on('2025-06-01', story, before))).toEqual(['doneLate', 'doneLate']);
  });

  it('takes a corrected due date, also when the correction names another event', () => {
    const byName = [task, corrected('2025-05-20', 'e1', 'dueOn', '2025-04-30')];
    const byReport = [task, completed('2025-04-02'), corrected('2025-05-20', 'e9', 'dueOn', null)];
    expect(on('2025-04-15', byName)).toMatchObject({ byOriginalDate: { bucket: 'openInTime' } });
    expect(buckets(on('2025-04-15', byReport))).toEqual(['noDate', 'noDate']);
  });

  it('was never completed when the correction leaves no day', () => {
    const story = [
      task,
      completed('2025-03-20'),
      corrected('2025-05-20', 'e2', 'completedOn', null),
    ];
    expect(on('2025-06-01', story)).toMatchObject({
      isDone: false,
      completedOn: null,
      byDateInForce: { bucket: 'openOverdue', eventIds: ['e1', 'e2', 'e3'] },
    });
  });

  it('was not completed yet when the corrected day comes after the day asked about', () => {
    const story = [
      task,
      completed('2025-03-20'),
      corrected('2025-05-20', 'e2', 'completedOn', '2025-05-10'),
    ];
    expect(on('2025-05-09', story)?.byDateInForce).toMatchObject({
      bucket: 'openOverdue',
      eventIds: ['e1', 'e2', 'e3'],
    });
    expect(on('2025-05-10', story)?.byDateInForce).toMatchObject({
      bucket: 'doneLate',
      daysLate: 40,
    });
  });

  it('closes an ongoing task with its grade', () => {
    const story = [
      assigned('2025-01-10', null, ['qlcn'], { kind: 'ongoing' }),
      told('OngoingClosed', '2025-12-10', { grade: 'good', closedOn: '2025-12-10' }),
    ];
    expect(on('2025-12-31', story)).toMatchObject({
      isDone: true,
      grade: 'good',
      isAcceptedFirstTime: null,
    });
  });

  it('leaves a finished result with the unit that led on the day of completion', () => {
    const handOver = told('TaskHandedOver', '2025-04-10', {
      from: { unitId: 'qlcn', personId: null },
      to: { unitId: 'qlnl', personId: null },
      handedOverOn: '2025-04-10',
    });
    const units = (story: readonly Told[]) =>
      on('2025-06-01', story)?.leads.map(({ unitId }) => unitId);
    expect(units([task, handOver])).toEqual(['qlnl']);
    expect(units([task, completed('2025-04-09'), handOver])).toEqual(['qlcn']);
    expect(units([task, handOver, completed('2025-04-09', '2025-04-20')])).toEqual(['qlcn']);
  });

  it('shows the days waited for an authority apart, overlapping waits once', () => {
    const wait = (waitId: string, from: string, until: string | null) => [
      told('AuthorityWaitStarted', from, { waitId, fromOn: from }),
      ...(until === null ? [] : [told('AuthorityWaitEnded', until, { waitId, untilOn: until })]),
    ];
    const story = [
      task,
      ...wait('w1', '2025-03-22', '2025-04-06'),
      ...wait('w2', '2025-04-01', '2025-04-11'),
      completed('2025-04-20'),
    ];
    expect(on('2025-06-01', story)).toMatchObject({
      daysWaitingForAuthority: 20,
      byDateInForce: { daysLate: 20, daysLateWaiting: 10 },
    });
    expect(on('2025-04-05', [task, ...wait('w1', '2025-03-22', null)])).toMatchObject({
      daysWaitingForAuthority: 14,
      byDateInForce: { daysLate: 5, daysLateWaiting: 5 },
    });
  });

  it('is accepted the first time only when nothing was ever sent back', () => {
    const returned = told('ResultReturned', '2025-03-10', { attempt: 1, majorContentError: true });
    expect(on('2025-06-01', [task, completed('2025-03-20')])?.isAcceptedFirstTime).toBe(true);
    expect(on('2025-06-01', [task])?.isAcceptedFirstTime).toBeNull();
    expect(on('2025-06-01', [task, returned, completed('2025-03-20')])).toMatchObject({
      isAcceptedFirstTime: false,
      returns: [{ what: 'result', majorContentError: true, eventId: 'e2' }],
    });
  });

  it('does not depend on the order in which the facts are handed over', () => {
    const row = rowOf(
      task,
      extended('2025-03-20', '2025-03-31', '2025-05-31'),
      completed('2025-05-10'),
      reopened('2025-06-01'),
      corrected('2025-06-03', 'e3', 'completedOn', '2025-05-09'),
      completed('2025-06-20'),
    );
    const view = { asOf: localDate('2025-07-01') };
    fc.assert(
      fc.property(fc.shuffledSubarray([...row.facts], { minLength: row.facts.length }), (facts) => {
        expect(taskOutcome({ ...row, facts }, view)).toEqual(taskOutcome(row, view));
      }),
    );
  });

  it('stands in exactly one of the seven buckets by either date, on any day', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((count) => {
      return new Date(Date.UTC(2025, 0, 1) + count * 86_400_000).toISOString().slice(0, 10);
    });
    const step = fc.oneof(
      days.map((day) => completed(day)),
      days.map((day) => reopened(day)),
      days.map((day) => extended(day, '2025-03-31', '2025-09-30')),
      days.map((day) => told('TriggerAwaited', day)),
      days.map((day) => told('TriggerReceived', day, { receivedOn: day, dueOn: null })),
      days.map((day) => told('TaskCancelled', day, { onDay: day })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), days, (steps, asOf) => {
        const outcome = on(asOf, [task, ...steps]);
        expect(outcome === null).toBe(asOf < '2025-01-10');
        if (outcome === null) return;
        for (const bucket of buckets(outcome)) expect(BUCKETS).toContain(bucket);
      }),
    );
  });
});
