import { rational } from '@thidua/kernel';
import type { TaskTableFacts } from '../facts/facts';
import { figure, type Figure } from '../numbers/figure';
import type { TaskTableRates } from '../result';

/** A share in per cent; null without a denominator: no data is not 0 %. */
const percent = (part: number, whole: number): Figure | null =>
  whole === 0 ? null : figure(rational(100 * part, whole));

/** Sum of the five states; a table whose total is another number is refused before it comes here. */
export const sumOfStates = (table: TaskTableFacts): number =>
  table.doneOnTime + table.doneLate + table.openInTime + table.openOverdue + table.noDeadline;

/** The official rates of a task-tracking table, by both denominators in use, never mixed. */
export function taskTableRates(
  table: TaskTableFacts,
  namedFirst: TaskTableRates['namedFirst'],
): TaskTableRates {
  const done = table.doneOnTime + table.doneLate;
  const due = done + table.openOverdue;
  return {
    id: table.id,
    asOf: table.asOf,
    total: table.total,
    doneOfDue: percent(done, due),
    doneOfAll: percent(done, due + table.openInTime),
    onTimeOfDone: percent(table.doneOnTime, done),
    onTimeOfDue: percent(table.doneOnTime, due),
    overdueOfDue: percent(table.openOverdue, due),
    namedFirst,
    eventIds: table.eventIds,
  };
}
