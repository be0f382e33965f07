import { ZERO } from '@thidua/kernel';
import type { UnitTasks } from '../nd335';
import type { Measure, MeasureEntry, UnitFacts } from './unit-facts';

const byTask = ({ entries }: Measure): ReadonlyMap<string, MeasureEntry> =>
  new Map(entries.map((entry) => [entry.taskId, entry]));

/**
 * The tasks a unit carries, counted as article 8 of decree 335/2025 asks. Only those that can be judged on the day count:
 * not what is not due yet, waits for its trigger or left its plan. Behind schedule is what was late without a confirmed
 * objective cause, or is overdue. `exceeded` names tasks that did more than was asked, with the events that say so; one
 * that is not done exceeds nothing. Null where there is no task to judge.
 */
export function unitTasksOf(
  { measures }: UnitFacts,
  exceeded: ReadonlyMap<string, readonly string[]>,
): Omit<UnitTasks, 'forceMajeure'> | null {
  const quality = byTask(measures.taskQuality);
  const judged = measures.taskProgress.entries.filter(({ possible }) => possible.numerator > 0n);
  if (judged.length === 0) return null;
  const isDone = ({ earned }: MeasureEntry): boolean => earned.numerator !== ZERO.numerator;
  const isWell = (entry: MeasureEntry): boolean =>
    isDone(entry) && entry.times === 0 && quality.get(entry.taskId)?.times === 0;
  const isExceeded = (entry: MeasureEntry): boolean => isDone(entry) && exceeded.has(entry.taskId);
  const count = (of: (entry: MeasureEntry) => boolean): number => judged.filter(of).length;
  const eventIds = judged.flatMap((entry) => [
    ...entry.eventIds,
    ...(quality.get(entry.taskId)?.eventIds ?? []),
    ...(isExceeded(entry) ? (exceeded.get(entry.taskId) ?? []) : []),
  ]);
  return {
    total: judged.length,
    done: count(isDone),
    onTimeWithQuality: count(isWell),
    late: count((entry) => entry.times > 0 || !isDone(entry)),
    exceeded: count(isExceeded),
    eventIds: [...new Set(eventIds)].sort(),
  };
}
