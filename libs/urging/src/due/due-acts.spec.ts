import { isWorkingDay, workingCalendar } from '@thidua/calendar';
import {
  addDays,
  fold,
  invariant,
  localDate,
  type LocalDate,
  type LocalMonth,
} from '@thidua/kernel';
import { taskDecider, type Task, type TaskEvent, type TaskFacts } from '@thidua/task';
import { happened } from '@thidua/task/testing';
import { findDefinition, type WorkflowDefinition } from '@thidua/workflow';
import { dueActs, upcomingActs } from './due-acts';

const calendar = workingCalendar();
const flow = findDefinition('default', 2);
invariant(flow, 'a flow with timers is shipped');
/** The deadline of the task alone, so that a test says nothing of monthly reports. */
const deadlineFlow: WorkflowDefinition = {
  ...flow,
  timers: flow.timers.filter(({ on }) => 'deadline' in on && on.deadline === 'task'),
};

const day = localDate;
const assignment = (facts: Partial<TaskFacts<'TaskAssigned'>>): TaskEvent =>
  happened('TaskAssigned', { workflow: { id: 'default', version: 2 }, ...facts });

function taskAfter(...events: readonly TaskEvent[]): Task {
  const task = fold(taskDecider, events);
  invariant(task, 'the task is assigned');
  return task;
}

// Friday 10 October 2025; the week before and after it hold no holiday.
const DUE_ON = day('2025-10-10');
const assigned = assignment({ assignedOn: day('2025-09-01'), dueOn: DUE_ON });

const due = (on: string, events: readonly TaskEvent[] = [assigned], workflow = deadlineFlow) =>
  dueActs(taskAfter(...events), { calendar, workflow, on: day(on) }).map((act) =>
    act.kind === 'timer' ? `${act.timer.name} ${act.forOn}` : `${act.period} ${act.forOn}`,
  );

const struck = (timer: string): TaskEvent =>
  happened('ReminderSent', { timer, countedFrom: DUE_ON });

describe('what is due for a task', () => {
  it('comes in working days before the due date', () => {
    expect(due('2025-10-02')).toEqual([]);
    expect(due('2025-10-03')).toEqual(['dueInFiveDays 2025-10-03']);
  });

  it('is not due again once it was done', () => {
    expect(due('2025-10-03', [assigned, struck('dueInFiveDays')])).toEqual([]);
  });

  it('is nothing on a day off, and is made up on the next working day with the day it was due for', () => {
    const past = [assigned, struck('dueInFiveDays'), struck('dueTomorrow'), struck('dueToday')];
    expect(due('2025-10-11', past)).toEqual([]);
    expect(due('2025-10-12', past)).toEqual([]);
    expect(due('2025-10-13', past)).toEqual(['oneDayOverdue 2025-10-13']);
    expect(due('2025-10-15', past)).toEqual([
      'oneDayOverdue 2025-10-13',
      'overdueToHead 2025-10-15',
    ]);
  });

  it('moves from a due date on a day off to the next working day', () => {
    const onSunday = [assignment({ assignedOn: day('2025-09-01'), dueOn: day('2025-10-12') })];
    expect(due('2025-10-13', onSunday)).toContain('dueToday 2025-10-13');
  });

  it('climbs the ladder, and says how late the task is', () => {
    const acts = dueActs(taskAfter(assigned), {
      calendar,
      workflow: deadlineFlow,
      on: day('2025-10-31'),
    });
    const escalations = acts.filter((act) => act.kind === 'timer' && act.timer.does === 'escalate');
    expect(escalations).toMatchObject([
      { forOn: '2025-10-15', overdueWorkingDays: 15 },
      { forOn: '2025-10-21', overdueWorkingDays: 15 },
      { forOn: '2025-10-31', overdueWorkingDays: 15 },
    ]);
  });

  it('is not made up after more than a month', () => {
    expect(due('2025-12-01')).toEqual(['overdueToDirector 2025-10-31']);
    expect(due('2025-12-02')).toEqual([]);
  });

  it('is nothing for what lay before the assignment or the extension', () => {
    const late = [assignment({ assignedOn: day('2025-10-08'), dueOn: DUE_ON })];
    expect(due('2025-10-10', late)).toEqual(['dueTomorrow 2025-10-09', 'dueToday 2025-10-10']);
    const to = day('2025-10-14');
    const extended = happened('DeadlineExtended', {
      from: DUE_ON,
      to,
      grantedOn: day('2025-10-10'),
    });
    expect(due('2025-10-13', [assigned, extended])).toEqual(['dueTomorrow 2025-10-13']);
  });

  it.each(['ResultReported', 'TaskCompleted', 'TaskCancelled', 'TriggerAwaited'] as const)(
    'is nothing after %s',
    (type) => {
      expect(due('2025-10-31', [assigned, happened('WorkStarted'), happened(type)])).toEqual([]);
    },
  );

  it('is nothing once the task goes on in a later plan', () => {
    expect(due('2025-10-03', [assigned, happened('TaskCarriedOver')], flow)).toEqual([]);
  });

  it('is the monthly report for the units that have not given it', () => {
    const two: TaskFacts<'TaskAssigned'>['leads'] = [
      { unitId: 'a', role: 'lead' },
      { unitId: 'b', role: 'focal' },
    ];
    const start = assignment({ assignedOn: day('2025-09-01'), dueOn: null, leads: two });
    const report = happened('NilReported', { unitId: 'a', period: '2025-09' as LocalMonth });
    const acts = dueActs(taskAfter(start, report), {
      calendar,
      workflow: flow,
      on: day('2025-10-01'),
    });
    expect(acts).toMatchObject([
      { timer: { name: 'reportDueSoon' }, countedFrom: '2025-09-30', unitIds: ['b'] },
      { timer: { name: 'reportMissing' }, countedFrom: '2025-09-30', unitIds: ['b'] },
    ]);
  });

  it('is each period of a series, on its first working day', () => {
    const quarterly = assignment({
      assignedOn: day('2025-02-10'),
      dueOn: null,
      year: 2025,
      kind: 'recurring',
      recurrence: 'QUARTERLY',
    });
    expect(due('2025-04-01', [quarterly])).toEqual(['2025-Q2 2025-04-01']);
    // The plan was issued within the first quarter, whose report is owed as well.
    expect(due('2025-02-11', [quarterly])).toEqual(['2025-Q1 2025-02-10']);
    for (const period of ['2025-Q2', '2025-04', '2025']) {
      const opened = happened('SeriesPeriodOpened', { period });
      expect(due('2025-04-02', [quarterly, opened])).toEqual([]);
    }
    // The first of January 2026 belongs to the plan of the year after.
    expect(due('2026-01-05', [quarterly])).toEqual([]);
    // A plan that is issued before its year begins owes nothing for the year before.
    const early = assignment({ ...quarterly.data, year: 2026 } as never);
    expect(due('2025-04-01', [early])).toEqual([]);
    expect(due('2026-01-05', [early])).toEqual(['2026-Q1 2026-01-05']);
    const milestone = assignment({ ...quarterly.data, kind: 'periodic-after-milestone' } as never);
    expect(due('2025-04-01', [milestone])).toEqual([]);
    const reached = happened('MilestoneReached', { reachedOn: day('2025-02-12') });
    expect(due('2025-02-13', [milestone, reached])).toEqual([]);
    expect(due('2025-04-01', [milestone, reached])).toEqual(['2025-Q2 2025-04-01']);
    const set = happened('ReportSeriesSet', { every: 'month' });
    expect(due('2025-04-01', [milestone, reached, set])).toEqual([
      '2025-03 2025-03-03',
      '2025-04 2025-04-01',
    ]);
  });
});

describe('what is to come', () => {
  it('is told from the day after the look', () => {
    const look = { calendar, workflow: deadlineFlow, on: day('2025-10-03') };
    const names = upcomingActs(taskAfter(assigned), look, day('2025-10-15')).map(
      (act) => act.forOn,
    );
    expect(names).toEqual(['2025-10-09', '2025-10-10', '2025-10-13', '2025-10-15']);
    expect(upcomingActs(taskAfter(assigned), look, addDays(look.on, 0))).toEqual([]);
  });

  it('never falls on a day off', () => {
    const look = { calendar, workflow: flow, on: day('2025-12-01') };
    const task = taskAfter(assignment({ assignedOn: day('2025-11-03'), dueOn: day('2026-02-14') }));
    const days = upcomingActs(task, look, day('2026-04-30')).map((act): LocalDate => act.forOn);
    expect(days.length).toBeGreaterThan(10);
    expect(days.filter((on) => !isWorkingDay(calendar, on))).toEqual([]);
  });
});
