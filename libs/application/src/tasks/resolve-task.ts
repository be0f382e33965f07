import type { TaskId } from '@thidua/kernel';
import { findTasksByNumber, taskBoard } from '@thidua/projections';
import type { ApplicationParts } from '../application-parts';
import { reached } from '../calls/answer';
import { rejectCall } from '../calls/call-errors';

/** A full task id names its plan; a number such as `2.3.a` does not. */
const isFullId = (written: string): boolean => /^[0-9a-f]{12}\./.test(written);

/**
 * The task a person means: its id, or its number where only one plan (or the named plan) has it.
 * @throws CommandRejected TASK_NOT_FOUND, TASK_NUMBER_AMBIGUOUS with the candidates.
 */
export async function resolveTask(
  parts: ApplicationParts,
  written: string,
  {
    planId = null,
    after,
  }: { readonly planId?: string | null; readonly after?: string | undefined } = {},
): Promise<TaskId> {
  if (isFullId(written)) return written;
  // A number is looked up on the board, which must hold what the caller has just written.
  await reached(parts, taskBoard.name, after);
  const found = await findTasksByNumber(parts.database.pool, written, planId);
  const [first, ...others] = found;
  if (first === undefined) return rejectCall('TASK_NOT_FOUND', { task: written });
  if (others.length === 0) return first.key;
  return rejectCall('TASK_NUMBER_AMBIGUOUS', {
    task: written,
    candidates: found.map(({ key }) => key),
  });
}
