import { getTask, listTasks } from '@thidua/projections';
import type { Pool } from 'pg';
import { quantile } from '../measure/spread';
import { taskIdOf } from '../office/task-year';

/** What readers saw while they read. */
export interface Reading {
  readonly readCount: number;
  readonly failedCount: number;
  /** The first failure; null when there was none. */
  readonly firstFailure: string | null;
  /** Milliseconds of a read, 99th of 100. */
  readonly p99Ms: number;
}

export interface Asked {
  readonly year: number;
  readonly taskCount: number;
}

const READERS = 2;
const PAGE = 50;

/** Readers of the live table who never pause; a read fails when it throws or does not find what is known to be there. */
export function startReaders(pool: Pool, asked: Asked): { readonly stop: () => Promise<Reading> } {
  const latenciesMs: number[] = [];
  const failures: string[] = [];
  let stopped = false;
  let turn = 0;
  const read = async (): Promise<void> => {
    while (!stopped) {
      turn += 1;
      const started = performance.now();
      await readOnce(pool, asked, turn).catch((error: unknown) => {
        failures.push(error instanceof Error ? error.message : String(error));
      });
      latenciesMs.push(performance.now() - started);
    }
  };
  const reading = Promise.all(Array.from({ length: READERS }, read));
  return {
    stop: async () => {
      stopped = true;
      await reading;
      return {
        ...{ readCount: latenciesMs.length, failedCount: failures.length },
        ...{ firstFailure: failures[0] ?? null, p99Ms: quantile(latenciesMs, 0.99) },
      };
    },
  };
}

/** A known task by its id, or a page of the board, in turn. @throws Error when it is not all there. */
async function readOnce(pool: Pool, { year, taskCount }: Asked, turn: number): Promise<void> {
  const wanted = taskIdOf(year, (turn * 7919) % taskCount);
  if (turn % 2 === 0) {
    const task = await getTask(pool, wanted);
    if (task?.key !== wanted) throw new Error(`Task ${wanted} was not found`);
    return;
  }
  const { items } = await listTasks(pool, { year }, { limit: PAGE });
  const expected = Math.min(PAGE, taskCount);
  if (items.length !== expected) throw new Error(`A page had ${items.length} of ${expected} tasks`);
}
