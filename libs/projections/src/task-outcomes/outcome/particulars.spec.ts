import { localDate } from '@thidua/kernel';
import {
  assigned,
  completed,
  extended,
  reported,
  rowOf,
  told,
  type Told,
} from '../testing/task-story';
import { taskOutcome, type TaskOutcome } from './outcome';

const on = (asOf: string, ...story: readonly Told[]): TaskOutcome => {
  const outcome = taskOutcome(rowOf(...story), { asOf: localDate(asOf) });
  if (outcome === null) throw new Error('The task counts on no such day');
  return outcome;
};

const task = assigned('2025-01-10', '2025-03-31');
const cause = (day: string) => told('DelayCauseConfirmed', day, { confirmedOn: day });

describe('the late occurrences of a task', () => {
  const late = (asOf: string, ...story: readonly Told[]) =>
    on(asOf, ...story).lateOccurrences.map(({ dueOn, excusedBy }) => [dueOn, excusedBy]);

  it('are none while the deadline can be met or was moved in time', () => {
    expect(late('2025-03-31', task)).toEqual([]);
    expect(late('2025-04-30', task, extended('2025-03-31', '2025-03-31', '2025-04-30'))).toEqual(
      [],
    );
  });

  it('count one for each valid deadline that passed, not for each day', () => {
    const story = [task, extended('2025-04-10', '2025-03-31', '2025-04-30')];
    expect(late('2025-04-15', ...story)).toEqual([['2025-03-31', null]]);
    expect(late('2025-08-01', ...story, completed('2025-07-01'))).toEqual([
      ['2025-03-31', null],
      ['2025-04-30', null],
    ]);
  });

  it('stay when the deadline is moved after the work was handed in late', () => {
    const story = [
      task,
      completed('2025-04-05'),
      extended('2025-04-10', '2025-03-31', '2025-04-30'),
    ];
    expect(on('2025-05-01', ...story).byDateInForce.bucket).toBe('doneOnTime');
    expect(late('2025-05-01', ...story)).toEqual([['2025-03-31', null]]);
  });

  it('are excused by an objective cause confirmed after the delay, and by none before it', () => {
    expect(late('2025-06-01', task, completed('2025-04-05'), cause('2025-04-20'))).toEqual([
      ['2025-03-31', 'e3'],
    ]);
    expect(late('2025-06-01', task, cause('2025-03-31'), completed('2025-04-05'))).toEqual([
      ['2025-03-31', null],
    ]);
    expect(late('2025-04-19', task, completed('2025-04-05'), cause('2025-04-20'))).toEqual([
      ['2025-03-31', null],
    ]);
  });

  it('are not held against a task whose clock had not started', () => {
    const story = [
      task,
      told('TriggerAwaited', '2025-01-10'),
      told('TriggerReceived', '2025-05-05', { receivedOn: '2025-05-05', dueOn: '2025-06-30' }),
    ];
    expect(late('2025-06-01', ...story)).toEqual([]);
    expect(late('2025-07-01', ...story)).toEqual([['2025-06-30', null]]);
  });
});

describe('the monthly reports owed', () => {
  const owed = (outcome: TaskOutcome) =>
    outcome.reports.map(({ unitId, period, status }) => `${unitId} ${period} ${status}`);

  it('are in time, nil, late or missing once their day has passed', () => {
    const story = [
      assigned('2025-01-10', '2025-12-31'),
      reported('2025-01', '2025-01-31', '2025-01-31'),
      told('NilReported', '2025-02-20', {
        unitId: 'qlcn',
        period: '2025-02',
        reportedOn: '2025-02-20',
        reportDueOn: '2025-02-28',
      }),
      reported('2025-03', '2025-04-01', '2025-03-31'),
    ];
    expect(owed(on('2025-04-30', ...story))).toEqual([
      'qlcn 2025-01 inTime',
      'qlcn 2025-02 nil',
      'qlcn 2025-03 late',
    ]);
    expect(owed(on('2025-05-01', ...story)).at(-1)).toBe('qlcn 2025-04 missing');
    expect(owed(on('2025-03-31', ...story)).at(-1)).toBe('qlcn 2025-02 nil');
  });

  it('are owed by every lead, or by the focal unit alone', () => {
    const asOf = '2025-02-01';
    expect(owed(on(asOf, assigned('2025-01-10', null, ['qlcn', 'qltm'])))).toEqual([
      'qlcn 2025-01 missing',
      'qltm 2025-01 missing',
    ]);
    expect(owed(on(asOf, assigned('2025-01-10', null, ['qlcn', ['vp', 'focal']])))).toEqual([
      'vp 2025-01 missing',
    ]);
  });

  it('are not owed while the task waits, nor once it is done', () => {
    const waiting = told('TriggerAwaited', '2025-01-10');
    const trigger = told('TriggerReceived', '2025-03-05', {
      receivedOn: '2025-03-05',
      dueOn: null,
    });
    expect(owed(on('2025-06-01', task, waiting, trigger, completed('2025-04-15')))).toEqual([
      'qlcn 2025-03 missing',
    ]);
  });

  it('pass to the unit that takes the task over', () => {
    const handOver = told('TaskHandedOver', '2025-02-10', {
      from: { unitId: 'qlcn', personId: null },
      to: { unitId: 'qlnl', personId: null },
      handedOverOn: '2025-02-10',
    });
    expect(owed(on('2025-03-01', task, handOver))).toEqual([
      'qlcn 2025-01 missing',
      'qlnl 2025-02 missing',
    ]);
  });
});

describe('what was handed in', () => {
  const handed = (productId: string, day: string, attempt = 1) =>
    told('ProductHandedIn', day, { productId, attempt, handedInOn: day });
  const statuses = (outcome: TaskOutcome) =>
    outcome.deliveries.map(({ what, status }) => `${what} ${status}`);

  it('is judged product by product', () => {
    const story = [
      task,
      ...['p1', 'p2', 'p3', 'p4'].map((product) => handed(product, '2025-02-01')),
      told('ProductAccepted', '2025-02-03', { productId: 'p1', attempt: 1 }),
      told('ProductReturned', '2025-02-03', {
        productId: 'p2',
        attempt: 1,
        majorContentError: false,
      }),
      told('ProductReturned', '2025-02-03', {
        productId: 'p3',
        attempt: 1,
        majorContentError: true,
      }),
      handed('p2', '2025-02-05', 2),
      told('ProductAccepted', '2025-02-06', { productId: 'p2', attempt: 2 }),
    ];
    expect(statuses(on('2025-03-01', ...story))).toEqual([
      'p1 acceptedFirst',
      'p2 acceptedLater',
      'p3 sentBack',
      'p4 pending',
    ]);
    expect(statuses(on('2025-03-01', ...story, completed('2025-02-20')))[3]).toBe(
      'p4 acceptedFirst',
    );
  });

  it('is the result itself where there are no products', () => {
    const result = told('ResultReported', '2025-03-01', {
      unitId: 'qlcn',
      attempt: 1,
      reportedOn: '2025-03-01',
    });
    expect(statuses(on('2025-03-05', task, result))).toEqual(['result pending']);
    expect(statuses(on('2025-03-05', task, result, completed('2025-03-01', '2025-03-04')))).toEqual(
      ['result acceptedFirst'],
    );
  });
});

describe('coordination and obstacles', () => {
  const asked = (requestId: string, answerDueOn: string | null) =>
    told('CoordinationAsked', '2025-02-01', {
      requestId,
      unitId: 'qltm',
      askedOn: '2025-02-01',
      answerDueOn,
    });
  const answered = (requestId: string, answeredOn: string) =>
    told('CoordinationAnswered', answeredOn, { requestId, answeredOn, inTime: null });

  it('tell an answer in time from a late, missing, undated and pending one', () => {
    const story = [
      task,
      ...['r1', 'r2', 'r3'].map((requestId) => asked(requestId, '2025-02-10')),
      asked('r4', null),
      asked('r5', '2025-03-01'),
      answered('r1', '2025-02-10'),
      answered('r2', '2025-02-11'),
      answered('r4', '2025-02-20'),
    ];
    expect(on('2025-03-01', ...story).coordinations.map(({ status }) => status)).toEqual([
      'inTime',
      'late',
      'overdue',
      'undated',
      'pending',
    ]);
  });

  it('follow an obstacle from raising it to its end', () => {
    const about = { obstacleId: 'o1' };
    const story = [
      task,
      told('ObstacleRaised', '2025-02-01', {
        ...about,
        unitId: 'qlcn',
        kind: 'law',
        raisedOn: '2025-02-01',
      }),
      told('SolutionProposed', '2025-02-02', { ...about, proposedOn: '2025-02-02' }),
      told('DirectionGiven', '2025-02-09', { ...about, givenOn: '2025-02-09' }),
      told('ObstacleResolved', '2025-02-20', { ...about, resolvedOn: '2025-02-20' }),
    ];
    expect(on('2025-02-10', ...story).obstacles).toMatchObject([
      { hasProposal: true, daysToDirection: 8, isResolved: false, eventIds: ['e2', 'e3', 'e4'] },
    ]);
    expect(on('2025-02-20', ...story).obstacles).toMatchObject([{ isResolved: true }]);
  });
});
