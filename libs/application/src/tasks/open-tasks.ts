import {
  liveTable,
  listTasks,
  taskBoard,
  type BoardTask,
  type Reader,
  type TaskBoardFilter,
} from '@thidua/projections';
import type { Position } from '@thidua/kernel';
import { inPlanOrder } from './plan-order';
import { AFTER_TIMEOUT_MS, type ApplicationParts } from '../application-parts';

/** Phases in which work is still owed. */
const OPEN_PHASES = ['open', 'waiting', 'reported'] as const;

const PAGE_SIZE = 1_000;

/**
 * Every open task of the filter, plan by plan in the order of numbers, however many there are; without those that were carried over, for
 * their work is owed by the task of the later plan.
 */
export async function listOpenTasks(
  reader: Reader,
  filter: Omit<TaskBoardFilter, 'phases'>,
): Promise<readonly BoardTask[]> {
  const found: BoardTask[] = [];
  let after: string | null = null;
  do {
    const page = await listTasks(
      reader,
      { ...filter, phases: OPEN_PHASES },
      { limit: PAGE_SIZE, after },
    );
    found.push(...page.items.filter(({ carriedOverTo }) => carriedOverTo === null));
    after = page.next;
  } while (after !== null);
  return inPlanOrder(found);
}

/**
 * Waits until the board holds the position, because what follows from it must not miss a task that was assigned before.
 * @throws Error when the board does not come that far in time; whoever asked tries again later.
 */
export async function requireBoardAt(
  { projections, database }: ApplicationParts,
  position: Position,
): Promise<void> {
  const { reached } = await projections.waitFor(position, {
    timeoutMs: AFTER_TIMEOUT_MS,
    names: [taskBoard.name],
  });
  if (!reached)
    throw new Error(`The task board has not come to position ${position.toString()} yet`);
  await liveTable(database.pool, taskBoard);
}

/** A task in an answer about open work. */
export interface OpenTask {
  readonly taskId: string;
  readonly no: string;
  readonly title: string;
  readonly state: string;
  readonly dueOn: string | null;
}

export const openTaskOf = ({ key, no, title, state, dueOn }: BoardTask): OpenTask => ({
  taskId: key,
  no,
  title,
  state,
  dueOn,
});
