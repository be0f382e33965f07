import type { UnitCommand } from '@thidua/organisation';
import type { ApplicationParts } from '../../application-parts';
import { AFTER_TIMEOUT_MS } from '../../application-parts';
import { listOpenTasks, openTaskOf, type OpenTask } from '../../tasks/open-tasks';
import { reached } from '../../calls/answer';
import { taskBoard } from '@thidua/projections';
import { UNIT_SUCCESSION } from './reorganisation-facts';

/** What became of the open work of units that were merged, split or ended; left out for every other command. */
export interface FollowUp {
  /** False when tasks were still passing on as this was answered; that goes on by itself. */
  readonly settled?: boolean;
  /** Open tasks in which the unit still has a part: nobody follows it there, so they wait to be handed over. */
  readonly openTasks?: readonly OpenTask[];
}

/** Waits, within limits, for the process manager that gives the work to the successors. */
export async function afterReorganisation(
  parts: ApplicationParts,
  unitId: string,
  command: UnitCommand,
): Promise<FollowUp> {
  const stopping = stoppingUnits(unitId, command);
  if (stopping === null) return {};
  // Twice: a merger first ends the merged units, and only their ends pass the tasks on.
  const merged = await settledAtHead(parts);
  const settled = merged && (await settledAtHead(parts));
  await reached(parts, taskBoard.name, (await parts.store.head()).toString());
  const lists = await Promise.all(
    stopping.map((stopped) => listOpenTasks(parts.database.pool, { unitId: stopped })),
  );
  return { settled, openTasks: lists.flat().map(openTaskOf) };
}

function stoppingUnits(unitId: string, command: UnitCommand): readonly string[] | null {
  switch (command.type) {
    case 'MergeUnits':
      return command.data.mergedUnitIds;
    case 'SplitUnit':
      return command.data.intoUnitIds.includes(unitId) ? [] : [unitId];
    case 'EndUnit':
      return [unitId];
    default:
      return null;
  }
}

async function settledAtHead({ store, projections }: ApplicationParts): Promise<boolean> {
  const head = await store.head();
  const outcome = await projections.waitFor(head, {
    timeoutMs: AFTER_TIMEOUT_MS,
    names: [UNIT_SUCCESSION],
  });
  return outcome.reached;
}
