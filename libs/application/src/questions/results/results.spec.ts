import { assigned, completed, extended, told } from '@thidua/projections/testing';
import { apart, factsOf } from '../testing/facts-of';
import { figureOf, rowsOf } from '../testing/reading';
import { outcomeCount } from './q01-outcome-count';
import { unitRanking } from './q02-unit-ranking';
import { ranksByOriginalDates } from './q06-ranks-by-original-dates';
import { daysLateByCause } from './q13-days-late-by-cause';
import { fromAboveAndCarriedOver } from './q25-from-above-and-carried-over';

const DUE = '2025-06-30';
const day = '2025-01-10';

describe('question 1: how many are done on time, done late, open, not yet due, without a date', () => {
  const facts = factsOf(
    {
      tasks: {
        t1: [assigned(day, DUE), completed('2025-06-30')],
        t2: [assigned(day, DUE), completed('2025-07-01')],
        t3: [assigned(day, DUE, ['qltm'])],
        t4: [assigned(day, '2025-12-31')],
        t5: [assigned(day, null)],
        t6: [assigned(day, DUE), told('TaskNotArisen', '2025-05-01', { reason: 'x' })],
      },
    },
    { asOf: '2025-08-01' },
  );

  it('puts each task into one bucket, with the events that put it there', () => {
    const answer = outcomeCount.answer(facts);
    expect(figureOf(answer, 'total')[0]).toBe(6);
    expect(figureOf(answer, 'doneOnTime')).toEqual([1, ['t1#1', 't1#2']]);
    expect(figureOf(answer, 'doneLate')).toEqual([1, ['t2#1', 't2#2']]);
    expect(figureOf(answer, 'openOverdue')).toEqual([1, ['t3#1']]);
    expect(figureOf(answer, 'openInTime')).toEqual([1, ['t4#1']]);
    expect(figureOf(answer, 'noDate')).toEqual([1, ['t5#1']]);
    expect(figureOf(answer, 'notArisen')).toEqual([1, ['t6#1', 't6#2']]);
    expect(
      rowsOf(answer, 'tasks').map(({ no, bucket }) => `${String(no)} ${String(bucket)}`),
    ).toEqual([
      '1 doneOnTime',
      '2 doneLate',
      '3 openOverdue',
      '4 openInTime',
      '5 noDate',
      '6 notArisen',
    ]);
  });

  it('counts one unit’s tasks alone when asked', () => {
    const request = { ...facts.request, unitId: 'qltm' };
    expect(figureOf(outcomeCount.answer({ ...facts, request }), 'total')).toEqual([1, ['t3#1']]);
  });
});

/** Three tasks each for two divisions; qlcn owes one success to an extension. */
const twoDivisions = factsOf(
  {
    tasks: {
      t1: [assigned(day, DUE), completed('2025-06-01')],
      t2: [assigned(day, DUE), completed('2025-06-01')],
      t3: [assigned(day, DUE), extended('2025-06-20', DUE, '2025-07-31'), completed('2025-07-15')],
      t4: [assigned(day, DUE, ['qltm']), completed('2025-06-01')],
      t5: [assigned(day, DUE, ['qltm']), completed('2025-06-01')],
      t6: [assigned(day, DUE, ['qltm']), completed('2025-07-15')],
      t7: [assigned(day, DUE, ['vp']), completed('2025-06-01')],
    },
  },
  { asOf: '2025-12-31' },
);

describe('question 2: tasks led, on-time rate and rank of each unit', () => {
  it('ranks divisions among themselves and shows the counts of a unit with too few', () => {
    const rows = rowsOf(unitRanking.answer(twoDivisions), 'units');
    expect(rows).toMatchObject([
      { unitId: 'qlcn', led: 3, onTimeOfDue: '3/3', percent: '100.0000', rank: 1 },
      { unitId: 'qltm', led: 3, onTimeOfDue: '2/3', percent: '66.6667', rank: 2 },
      { unitId: 'vp', led: 1, onTimeOfDue: '1/1', rank: null, unranked: 'belowMinimum' },
    ]);
    expect(rows[1]!.eventIds).toEqual(['t4#1', 't4#2', 't5#1', 't5#2', 't6#1', 't6#2']);
  });
});

describe('question 6: how ranks change by original dates', () => {
  const answer = ranksByOriginalDates.answer(twoDivisions);

  it('gives both ranks and says which units move', () => {
    expect(rowsOf(answer, 'units')).toMatchObject([
      { unitId: 'qlcn', rankInForce: 1, rankOriginal: 1, rateOriginal: '2/3', isChanged: false },
      { unitId: 'qltm', rankInForce: 2, rankOriginal: 1, rateOriginal: '2/3', isChanged: true },
      { unitId: 'vp', isChanged: false },
    ]);
    expect(figureOf(answer, 'changedRanks')[0]).toBe(1);
  });

  it('names the task and the extension that make the difference', () => {
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      {
        no: '3',
        original: 'doneLate',
        inForce: 'doneOnTime',
        dueOriginal: DUE,
        dueInForce: '2025-07-31',
        eventIds: ['t3#1', 't3#2', 't3#3'],
      },
    ]);
  });
});

describe('question 13: days late by cause', () => {
  it('tells waiting for the authority, confirmed causes and the unit’s own days apart', () => {
    const wait = { waitId: 'w1' };
    const facts = factsOf(
      {
        tasks: {
          // Ten days late, of which 1 to 6 July (six days) were spent waiting.
          t1: [
            assigned(day, DUE),
            told('AuthorityWaitStarted', '2025-07-01', { ...wait, fromOn: '2025-07-01' }),
            told('AuthorityWaitEnded', '2025-07-07', { ...wait, untilOn: '2025-07-07' }),
            completed('2025-07-10'),
          ],
          // Five days late, all excused.
          t2: [
            assigned(day, DUE),
            completed('2025-07-05'),
            told('DelayCauseConfirmed', '2025-07-20', { cause: 'Bão số 3' }),
          ],
          t3: [assigned(day, DUE), completed('2025-06-30')],
        },
      },
      { asOf: '2025-12-31' },
    );
    const answer = daysLateByCause.answer(facts);
    expect(figureOf(answer, 'days')[0]).toBe(15);
    expect(figureOf(answer, 'waiting')).toEqual([6, ['t1#1', 't1#2', 't1#3', 't1#4']]);
    expect(figureOf(answer, 'confirmed')).toEqual([5, ['t2#1', 't2#2', 't2#3']]);
    expect(figureOf(answer, 'unit')[0]).toBe(4);
    expect(rowsOf(answer, 'tasks').map(({ no }) => no)).toEqual(['1', '2']);
  });
});

describe('question 25: what was asked for from above, and what is carried over', () => {
  const QD = 'Quyết định số 12/QĐ-UBND';
  const over = (taskId: string, toTaskId: string, on: string) =>
    apart('TaskCarriedOver', on, { taskId, toTaskId, toPlanId: 'p', onDay: on });
  const facts = factsOf(
    {
      tasks: {
        t1: [assigned(day, DUE, ['qlcn'], { sourceDocuments: [QD] }), completed('2025-06-01')],
        t2: [assigned(day, DUE, ['qlcn'], { sourceDocuments: [QD, 'Thông báo 5/TB-VP'] })],
        t3: [assigned(day, DUE, ['qlcn'], { sourceDocuments: [] })],
      },
      apart: [
        over('old1', 'old2', '2024-01-05'),
        over('old2', 't2', '2025-01-10'),
        over('t2', 'new', '2025-12-30'),
        over('x', 'y', '2025-01-10'),
      ],
    },
    { asOf: '2025-12-31' },
  );

  it('counts outcomes document by document', () => {
    expect(rowsOf(fromAboveAndCarriedOver.answer(facts), 'documents')).toMatchObject([
      { document: QD, total: 2, doneOnTime: 1, openOverdue: 1, eventIds: ['t1#1', 't1#2', 't2#1'] },
      { document: 'Thông báo 5/TB-VP', total: 1, openOverdue: 1 },
    ]);
    const request = { ...facts.request, source: '12/qđ-ubnd' };
    const narrowed = fromAboveAndCarriedOver.answer({ ...facts, request });
    expect(rowsOf(narrowed, 'documents')).toHaveLength(1);
  });

  it('follows a task over all the years it went through', () => {
    expect(rowsOf(fromAboveAndCarriedOver.answer(facts), 'chains')).toMatchObject([
      {
        no: '2',
        way: ['old1', 'old2', 't2', 'new'],
        plans: 4,
        eventIds: ['apart#2', 'apart#1', 'apart#3'],
      },
    ]);
  });
});
