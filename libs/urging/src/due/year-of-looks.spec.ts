import * as fc from 'fast-check';
import { addWorkingDays, isWorkingDay, workingCalendar } from '@thidua/calendar';
import { addDays, fold, invariant, localDate, type LocalDate } from '@thidua/kernel';
import { taskDecider, type TaskCommand, type TaskEvent, type TaskState } from '@thidua/task';
import { happened, system, taskContext } from '@thidua/task/testing';
import { findDefinition, timerOffset, type WorkflowDefinition } from '@thidua/workflow';
import { dueActs, MADE_UP_DAYS, type DueAct } from './due-acts';

const calendar = workingCalendar();
const flow = findDefinition('default', 2);
invariant(flow, 'a flow with timers is shipped');
const workflow: WorkflowDefinition = {
  ...flow,
  timers: flow.timers.filter(({ on }) => 'deadline' in on && on.deadline === 'task'),
};

const FIRST = localDate('2025-01-02');
const LAST_DAY = 364;

const commandOf = (act: DueAct): TaskCommand => {
  invariant(act.kind === 'timer', 'no series here');
  const { timer, countedFrom, forOn, unitIds, overdueWorkingDays } = act;
  const strike = {
    timer: timer.name,
    countedFrom,
    forOn,
    unitIds: [...unitIds],
    personIds: ['truong-phong'],
  };
  const [toRole = 'director'] = timer.to;
  return timer.does === 'remind'
    ? { type: 'SendReminder', data: strike }
    : { type: 'EscalateTask', data: { ...strike, toRole, overdueWorkingDays } };
};

interface Told {
  readonly timer: string;
  readonly countedFrom: LocalDate;
  readonly forOn: LocalDate;
  readonly toldOn: LocalDate;
}

const toldBy = ({ type, data }: TaskEvent): readonly Told[] => {
  if (type === 'ReminderSent') return [{ ...data, toldOn: data.remindedOn }];
  return type === 'TaskEscalated' ? [{ ...data, toldOn: data.escalatedOn }] : [];
};

/**
 * A look is never wholly lost for so long that what it missed is not made up any more: from this many days after the last
 * whole one the worker lives and sees the newest state. With the longest pause and the longest row of days off (Tết, with
 * its week-ends) that stays within the days made up.
 */
const LONGEST_ROW_OF_DAYS_OFF = 9;
const LONGEST_PAUSE = 5;
const WHOLE_AGAIN_AFTER = MADE_UP_DAYS - LONGEST_ROW_OF_DAYS_OFF - 2 * LONGEST_PAUSE;

/** One look by a worker: which day, how many commands it gives before it dies, and how old the state it saw was. */
interface DrawnLook {
  readonly pause: number;
  readonly diesAfter: number;
  readonly staleBy: number;
}

const drawnLooks: fc.Arbitrary<readonly DrawnLook[]> = fc.array(
  fc.record({
    // Several looks a day, or a machine switched off for some days.
    pause: fc.integer({ min: 0, max: LONGEST_PAUSE }),
    diesAfter: fc.oneof(fc.constant(99), fc.integer({ min: 0, max: 2 })),
    staleBy: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 })),
  }),
  { minLength: 90, maxLength: 110 },
);

interface Story {
  readonly events: TaskEvent[];
  readonly lastLookOn: LocalDate;
}

function play(start: TaskEvent, extension: TaskEvent | null, looks: readonly DrawnLook[]): Story {
  const events: TaskEvent[] = [start];
  const decide = (command: TaskCommand, on: LocalDate): void => {
    const state: TaskState = fold(taskDecider, events);
    const context = taskContext({ actor: system, workflow, on });
    try {
      events.push(...taskDecider.decide(command, state, context));
    } catch (error) {
      // What a worker decided on an older state may no longer fit.
      expect(error).toMatchObject({ code: 'TIMER_STALE' });
    }
  };
  let offset = 0;
  let on = FIRST;
  let wholeAt = 0;
  let isExtended = extension === null;
  for (const { pause, ...drawn } of looks) {
    offset = Math.min(offset + pause, LAST_DAY);
    on = addDays(FIRST, offset);
    if (!isExtended && extension?.type === 'DeadlineExtended' && on >= extension.data.grantedOn) {
      events.push(extension);
      isExtended = true;
    }
    const isOwedWhole = offset - wholeAt >= WHOLE_AGAIN_AFTER;
    const { diesAfter, staleBy } = isOwedWhole ? { diesAfter: 99, staleBy: 0 } : drawn;
    if (diesAfter === 99 && staleBy === 0 && isWorkingDay(calendar, on)) wholeAt = offset;
    const seen = fold(taskDecider, events.slice(0, Math.max(1, events.length - staleBy)));
    invariant(seen, 'the task is assigned');
    for (const act of dueActs(seen, { calendar, workflow, on }).slice(0, diesAfter))
      decide(commandOf(act), on);
  }
  const seen = fold(taskDecider, events);
  invariant(seen, 'the task is assigned');
  for (const act of dueActs(seen, { calendar, workflow, on })) decide(commandOf(act), on);
  return { events, lastLookOn: on };
}

/** The ladder, counted from the definition without the code under test. */
const planned = (dueOn: LocalDate): ReadonlyMap<string, LocalDate> =>
  new Map(
    workflow.timers.map((timer) => {
      const day = addWorkingDays(calendar, dueOn, timerOffset(timer).days);
      return [
        timer.name,
        isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1),
      ] as const;
    }),
  );

describe('a year of looks', () => {
  it('tells every step of the ladder once, on working days, however the looks fall', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 5, max: 60 }),
        drawnLooks,
        (assignedAfter, term, looks) => {
          const assignedOn = addDays(FIRST, assignedAfter);
          const dueOn = addDays(assignedOn, term);
          const start = happened('TaskAssigned', {
            assignedOn: FIRST,
            dueOn,
            workflow: { id: workflow.id, version: workflow.version },
          });
          const { events, lastLookOn } = play(start, null, looks);
          const told = events.flatMap(toldBy);
          const expected = [...planned(dueOn)].filter(([, on]) => on > FIRST && on <= lastLookOn);
          fc.pre(isWorkingDay(calendar, lastLookOn) || expected.length === workflow.timers.length);
          expect(told.map(({ timer, forOn }) => [timer, forOn]).sort()).toEqual(expected.sort());
          for (const { forOn, toldOn } of told) {
            expect(isWorkingDay(calendar, toldOn)).toBe(true);
            expect(isWorkingDay(calendar, forOn)).toBe(true);
            expect(toldOn >= forOn).toBe(true);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('tells nothing of a due date after it has moved, and the whole ladder of the new one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 60 }),
        fc.integer({ min: -10, max: 20 }),
        drawnLooks,
        (term, grantedAfter, looks) => {
          const from = addDays(FIRST, term);
          const grantedOn = addDays(from, grantedAfter);
          const to = addDays(grantedOn, 30);
          const start = happened('TaskAssigned', {
            assignedOn: FIRST,
            dueOn: from,
            workflow: { id: workflow.id, version: workflow.version },
          });
          const extension = happened('DeadlineExtended', { from, to, grantedOn });
          const { events, lastLookOn } = play(start, extension, looks);
          const at = events.indexOf(extension);
          fc.pre(at > 0);
          const told = (list: readonly TaskEvent[]) => list.flatMap(toldBy);
          expect(told(events.slice(0, at)).every(({ countedFrom }) => countedFrom === from)).toBe(
            true,
          );
          const after = told(events.slice(at));
          expect(after.every(({ countedFrom }) => countedFrom === to)).toBe(true);
          const expected = [...planned(to)].filter(([, on]) => on > grantedOn && on <= lastLookOn);
          fc.pre(isWorkingDay(calendar, lastLookOn) || expected.length === workflow.timers.length);
          expect(after.map(({ timer, forOn }) => [timer, forOn]).sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 15 },
    );
  });
});
