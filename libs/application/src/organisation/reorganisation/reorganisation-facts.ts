import { addDays, rejectFrom, type LocalDate } from '@thidua/kernel';
import { unitRejections, type UnitCommand } from '@thidua/organisation';
import type { ApplicationParts } from '../../application-parts';
import { listOpenTasks, requireBoardAt } from '../../tasks/open-tasks';

/** Permanent name of the checkpoint of the process manager that gives open work to the successors. */
export const UNIT_SUCCESSION = 'unit_succession';

const reject = rejectFrom(unitRejections);

/** The day from which another unit stands in place of this one; null when the command names no successor. */
function successionDay(command: UnitCommand): LocalDate | null {
  if (command.type === 'MergeUnits' || command.type === 'SplitUnit') {
    return command.data.effectiveOn;
  }
  if (command.type !== 'EndUnit' || command.data.successorUnitIds.length === 0) return null;
  return addDays(command.data.endedOn, 1);
}

/**
 * Open tasks pass to the successor at once, so a change is recorded once its day has come.
 * @throws CommandRejected UNIT_CHANGE_NOT_YET
 */
export function requireInForce(command: UnitCommand, today: LocalDate): void {
  const effectiveOn = successionDay(command);
  if (effectiveOn !== null && effectiveOn > today) reject('UNIT_CHANGE_NOT_YET', { effectiveOn });
}

/** Open tasks that a unit about to be split leads; null for every other command, which does not ask. */
export async function openTaskIdsForSplit(
  parts: ApplicationParts,
  unitId: string,
  command: UnitCommand,
): Promise<readonly string[] | null> {
  if (command.type !== 'SplitUnit') return null;
  await requireBoardAt(parts, await parts.store.head());
  const tasks = await listOpenTasks(parts.database.pool, { leadUnitId: unitId });
  return tasks.map(({ key }) => key);
}
