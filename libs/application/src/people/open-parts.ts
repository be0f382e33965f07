import { taskBoard, type Reader } from '@thidua/projections';
import type { PersonId, UnitId } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import { reached } from '../calls/answer';
import { listOpenTasks, openTaskOf, type OpenTask } from '../tasks/open-tasks';

/** A task, or a part of one, that a person still has in hand. */
export interface OpenPart extends OpenTask {
  /** The lead unit that gave it. */
  readonly unitId: UnitId;
  /** Null when the whole task was given. */
  readonly subtaskId: string | null;
  readonly what: string | null;
}

/** Unfinished parts of the person in open tasks, of one unit or of all; those that are done are no longer in hand. */
export async function openParts(
  reader: Reader,
  personId: PersonId,
  unitId: UnitId | null,
): Promise<readonly OpenPart[]> {
  const tasks = await listOpenTasks(reader, { assigneeId: personId });
  return tasks.flatMap((task) =>
    task.assignments
      .filter((part) => part.personId === personId && part.finishedOn === null)
      .filter((part) => unitId === null || part.unitId === unitId)
      .map((part) => ({
        ...openTaskOf(task),
        unitId: part.unitId,
        subtaskId: part.subtaskId,
        what: part.what,
      })),
  );
}

/** As of everything recorded so far, when the board gets there in a few seconds. */
export async function openPartsNow(
  parts: ApplicationParts,
  personId: PersonId,
  unitId: UnitId | null,
): Promise<readonly OpenPart[]> {
  await reached(parts, taskBoard.name, (await parts.store.head()).toString());
  return openParts(parts.database.pool, personId, unitId);
}
