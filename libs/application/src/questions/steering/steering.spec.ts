import { decision } from '@thidua/organisation/testing';
import { assigned, completed, reported, told } from '@thidua/projections/testing';
import { by, factsOf } from '../testing/facts-of';
import { figureOf, rowsOf } from '../testing/reading';
import { extensions } from './q05-extensions';
import { reminders } from './q08-reminders';
import { openObstacles } from './q09-open-obstacles';
import { waitedForTrigger } from './q11-waited-for-trigger';

const day = '2025-01-10';
const DUE = '2025-06-30';
const END = { asOf: '2025-12-31' };

const granted = (grantedOn: string, from: string, to: string) =>
  told('DeadlineExtended', grantedOn, {
    ...{ grantedOn, from, to, reason: 'Chờ số liệu' },
    document: decision('3/TB-SCT', grantedOn),
  });

describe('question 5: which tasks were extended', () => {
  it('lists each time with its reason, who granted it, and the first due date', () => {
    const story = {
      tasks: {
        t1: [
          assigned(day, DUE),
          by('gd', 'sct', granted('2025-06-20', DUE, '2025-07-31')),
          by('cb-004', 'vp', granted('2025-07-30', '2025-07-31', '2025-08-31'), 'gd'),
        ],
        t2: [assigned(day, DUE)],
      },
    };
    const answer = extensions.answer(factsOf(story, END));
    expect(rowsOf(answer, 'extensions')).toMatchObject([
      { originalDueOn: DUE, time: 1, times: 2, to: '2025-07-31', grantedBy: 'gd' },
      { originalDueOn: DUE, time: 2, from: '2025-07-31', grantedBy: 'cb-004', onBehalfOf: 'gd' },
    ]);
    expect(figureOf(answer, 'extensions')).toEqual([2, ['t1#2', 't1#3']]);
    expect(figureOf(answer, 'repeated')).toEqual([1, ['t1#3']]);
    const before = extensions.answer(factsOf(story, { asOf: '2025-07-29' }));
    expect(figureOf(before, 'extensions')).toEqual([1, ['t1#2']]);
  });
});

describe('the rows of a question', () => {
  it('stand in the order in which numbers of a plan are counted', () => {
    const extended = [
      assigned(day, DUE),
      by('gd', 'sct', granted('2025-06-20', DUE, '2025-07-31')),
    ];
    const story = { tasks: { 't3.10': extended, 't3.9': extended, 't3.1': extended } };
    const rows = rowsOf(extensions.answer(factsOf(story, END)), 'extensions');
    expect(rows.map(({ no }) => no)).toEqual(['3.1', '3.9', '3.10']);
  });
});

describe('question 8: reminders and how long to a report', () => {
  it('counts days to the next report of the reminded unit, and no other', () => {
    const reminded = (on: string, unitId: string) =>
      told('LeadUnitReminded', on, { unitId, text: 'Báo cáo', answerDueOn: null });
    const facts = factsOf(
      {
        tasks: {
          t1: [
            assigned(day, DUE, ['qlcn', 'qltm']),
            reported('2025-02', '2025-03-01', '2025-03-05'),
            reminded('2025-03-01', 'qlcn'),
            reminded('2025-03-01', 'qltm'),
            reported('2025-03', '2025-03-11', '2025-04-05'),
          ],
        },
      },
      END,
    );
    const answer = reminders.answer(facts);
    expect(rowsOf(answer, 'reminders')).toMatchObject([
      { unitId: 'qlcn', answeredOn: '2025-03-11', daysToAnswer: 10, eventIds: ['t1#3', 't1#5'] },
      { unitId: 'qltm', answeredOn: null, daysToAnswer: null, eventIds: ['t1#4'] },
    ]);
    expect(figureOf(answer, 'unanswered')).toEqual([1, ['t1#4']]);
  });
});

describe('question 9: obstacles that still stand', () => {
  it('gives proposal, direction and days to it, and leaves resolved ones out', () => {
    const raised = (obstacleId: string, on: string) =>
      told('ObstacleRaised', on, { obstacleId, unitId: 'qlcn', kind: 'law', text: obstacleId });
    const facts = factsOf(
      {
        tasks: {
          t1: [
            assigned(day, DUE),
            raised('o1', '2025-02-01'),
            told('SolutionProposed', '2025-02-03', { obstacleId: 'o1', text: 'Xin ý kiến Bộ' }),
            told('DirectionGiven', '2025-02-11', { obstacleId: 'o1', text: 'Đồng ý' }),
            raised('o2', '2025-03-01'),
            raised('o3', '2025-03-02'),
            told('ObstacleResolved', '2025-03-09', { obstacleId: 'o3' }),
          ],
          // Nobody resolved it, but the task is done.
          t2: [
            assigned(day, DUE),
            raised('o4', '2025-02-01'),
            completed('2025-04-01', '2025-04-02'),
          ],
        },
      },
      END,
    );
    const answer = openObstacles.answer(facts);
    expect(rowsOf(answer, 'obstacles')).toMatchObject([
      {
        raisedOn: '2025-02-01',
        proposals: ['Xin ý kiến Bộ'],
        directions: ['Đồng ý'],
        daysToDirection: 10,
        eventIds: ['t1#2', 't1#3', 't1#4'],
      },
      { raisedOn: '2025-03-01', proposals: [], directions: [], daysToDirection: null },
    ]);
    expect(figureOf(answer, 'raised')[0]).toBe(4);
    expect(figureOf(answer, 'undirected')).toEqual([1, ['t1#5']]);
  });
});

describe('question 11: tasks that waited for guidance from above', () => {
  it('gives when it came and how long after the task was done', () => {
    const waiting = told('TriggerAwaited', day, { condition: 'Sau khi có hướng dẫn' });
    const facts = factsOf(
      {
        tasks: {
          t1: [
            assigned(day, null),
            waiting,
            told('TriggerReceived', '2025-05-05', {
              ...{ receivedOn: '2025-05-05', dueOn: null },
              document: decision('9/HD-BCT', '2025-05-02'),
            }),
            completed('2025-05-25'),
          ],
          t2: [assigned(day, null), waiting],
          t3: [assigned(day, DUE)],
        },
      },
      END,
    );
    const answer = waitedForTrigger.answer(facts);
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      {
        receivedOn: '2025-05-05',
        document: '9/HD-BCT ngày 02/05/2025',
        daysToFinish: 20,
        eventIds: ['t1#2', 't1#3', 't1#1', 't1#4'],
      },
      { receivedOn: null, daysToFinish: null },
    ]);
    expect(figureOf(answer, 'stillWaiting')).toEqual([1, ['t2#2']]);
  });
});
