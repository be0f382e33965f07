import { addDays, invariant, localDate, type LocalMonth } from '@thidua/kernel';
import { findDefinition, type WorkflowDefinition } from '@thidua/workflow';
import type { TaskContext } from '../task.context';
import type { TaskFacts } from '../task.events';
import {
  ask,
  ASSIGNED_ON,
  director,
  given,
  happened,
  sampleFacts,
  system,
  TODAY,
} from '../testing';

const timedFlow = findDefinition('default', 2);
invariant(timedFlow, 'a flow with timers is shipped');
const workflow: TaskFacts<'TaskAssigned'>['workflow'] = { id: 'default', version: 2 };
const context = (more: Partial<TaskContext> = {}): Partial<TaskContext> => ({
  actor: system,
  workflow: timedFlow,
  ...more,
});
const assigned = happened('TaskAssigned', { workflow });
const started = happened('WorkStarted');
const reminded = happened('ReminderSent');

describe('a reminder by a timer', () => {
  it('is recorded with the day it was due for and the day it was told', () => {
    given(assigned, started)
      .when(ask('SendReminder', { forOn: addDays(TODAY, -3) }), context())
      .then({
        type: 'ReminderSent',
        data: { ...sampleFacts.ReminderSent, forOn: addDays(TODAY, -3), remindedOn: TODAY },
      });
  });

  it('is nobody’s but the system’s', () => {
    given(assigned)
      .when(ask('SendReminder'), context({ actor: director }))
      .thenRejected('ONLY_BY_TIMER');
  });

  it('happens once for the same due date, and again for a later one', () => {
    given(assigned, started, reminded).when(ask('SendReminder'), context()).then();
    const to = localDate('2026-07-31');
    const extended = happened('DeadlineExtended', { to, grantedOn: addDays(TODAY, -1) });
    given(assigned, reminded, extended)
      .when(ask('SendReminder', { countedFrom: to }), context())
      .thenMatching({ type: 'ReminderSent', data: { countedFrom: to } });
  });

  it('is refused once its due date has moved, and for a day before the new one was in force', () => {
    const to = localDate('2026-07-31');
    const history = [assigned, happened('DeadlineExtended', { to, grantedOn: TODAY })];
    given(...history)
      .when(ask('SendReminder'), context())
      .thenRejected('TIMER_STALE');
    given(...history)
      .when(ask('SendReminder', { countedFrom: to }), context())
      .thenRejected('TIMER_STALE');
  });

  it.each(['ResultReported', 'TaskCompleted', 'TaskCancelled', 'TriggerAwaited'] as const)(
    'is refused after %s',
    (type) => {
      given(assigned, started, happened(type))
        .when(ask('SendReminder'), context())
        .thenRejected('TIMER_STALE');
    },
  );

  it('counts anew from the return of a result, never for the days it was handed in', () => {
    const returned = [started, happened('ResultReported'), happened('ResultReturned')];
    const later = addDays(TODAY, 1);
    given(assigned, ...returned)
      .when(ask('SendReminder', { forOn: TODAY }), context({ on: later }))
      .thenRejected('TIMER_STALE');
    given(assigned, ...returned)
      .when(ask('SendReminder', { forOn: later }), context({ on: later }))
      .thenMatching({ type: 'ReminderSent' });
  });

  it('is refused before its day, on the day of the assignment, and for a timer the flow lacks', () => {
    given(assigned)
      .when(ask('SendReminder', { forOn: addDays(TODAY, 1) }), context())
      .thenRejected('TIMER_NOT_DUE');
    given(assigned)
      .when(ask('SendReminder', { forOn: ASSIGNED_ON }), context())
      .thenRejected('TIMER_STALE');
    given(assigned)
      .when(ask('SendReminder', { timer: 'overdueToHead' }), context())
      .thenRejected('TIMER_UNKNOWN');
  });

  it('about the monthly report stops for a unit that has reported', () => {
    const endOfMonth = localDate('2026-03-31');
    const command = ask('SendReminder', { timer: 'reportDueSoon', countedFrom: endOfMonth });
    given(assigned, started)
      .when(command, context())
      .thenMatching({ type: 'ReminderSent', data: { timer: 'reportDueSoon' } });
    const report = happened('ProgressReported', { period: '2026-03' as LocalMonth });
    given(assigned, started, report).when(command, context()).thenRejected('TIMER_STALE');
  });

  it('that hangs on a state counts from the day the task came into it', () => {
    const flow: WorkflowDefinition = {
      ...timedFlow,
      timers: [
        {
          name: 'unverified',
          on: { state: 'reported' },
          after: { workingDays: 5 },
          does: 'remind',
          to: ['office'],
          label: { vi: 'Chưa xác nhận', en: 'Not verified' },
        },
      ],
    };
    const since = addDays(TODAY, -7);
    const report = happened('ResultReported', { reportedOn: since });
    const command = (countedFrom: typeof TODAY) =>
      ask('SendReminder', { timer: 'unverified', countedFrom });
    given(assigned, started, report)
      .when(command(since), context({ workflow: flow }))
      .thenMatching({ type: 'ReminderSent', data: { timer: 'unverified' } });
    given(assigned, started, report)
      .when(command(TODAY), context({ workflow: flow }))
      .thenRejected('TIMER_STALE');
  });
});

describe('an escalation', () => {
  it('is recorded with the role and the people told, once', () => {
    given(assigned, started)
      .when(ask('EscalateTask'), context())
      .then({ type: 'TaskEscalated', data: { ...sampleFacts.TaskEscalated, escalatedOn: TODAY } });
    given(assigned, started, happened('TaskEscalated')).when(ask('EscalateTask'), context()).then();
  });

  it('stops with an extension', () => {
    const to = localDate('2026-07-31');
    given(assigned, happened('DeadlineExtended', { to }))
      .when(ask('EscalateTask'), context())
      .thenRejected('TIMER_STALE');
  });
});
