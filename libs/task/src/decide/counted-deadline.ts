import { daysOffIn, deriveDeadline } from '@thidua/calendar';
import { invariant, type LocalDate } from '@thidua/kernel';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';

type DueIn = Asked<'ExtendDeadline'>['dueIn'];
type Derivation = TaskFacts<'DeadlineDerived'>;

/**
 * The due date counted as the command asks, with how it came about; null when the command counts no days.
 * @throws CommandRejected CALENDAR_YEAR_NOT_COVERED.
 */
export function countDeadline(
  dueIn: DueIn,
  { task, context }: Acting,
  {
    from,
    source,
    requestId,
  }: Pick<Derivation, 'source' | 'requestId'> & { readonly from: LocalDate },
): Derivation | null {
  if (dueIn === null) return null;
  const { calendar } = context;
  invariant(calendar, 'the calendar is looked up for a command that counts days');
  const counted = deriveDeadline({ from, ...dueIn, calendar });
  return {
    taskId: task.taskId,
    source,
    requestId,
    dueOn: counted.dueOn,
    from,
    ...dueIn,
    calendarVersion: counted.calendarVersion,
    daysOff: daysOffIn(counted).map(({ on, kind, name }) => ({ on, kind, name })),
    derivedOn: context.on,
  };
}

/** The event that tells how the due date was counted, if it was. */
export const derived = (data: Derivation | null): readonly TaskEvent[] =>
  data === null ? [] : [{ type: 'DeadlineDerived', data }];

/**
 * A count is added to the due date in force, so saying it again would add it again: the same extension said twice on one
 * day is one.
 */
export function isSameCount(
  { dueIn, requestId }: Pick<Asked<'ExtendDeadline'>, 'dueIn' | 'requestId'>,
  { task, context }: Acting,
): boolean {
  if (dueIn === null) return false;
  return task.noted.some(
    ({ type, data }) =>
      type === 'DeadlineDerived' &&
      data.dueOn === task.dueOn &&
      sameFacts(
        { days: data.days, unit: data.unit, requestId: data.requestId, on: data.derivedOn },
        { ...dueIn, requestId, on: context.on },
      ),
  );
}
