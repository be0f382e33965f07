import type { Projection } from '@thidua/projections';

/** A small keyed read model: how often a task was touched, and by what last. */
export interface TaskCounts {
  readonly count: number;
  readonly lastType: string;
}

/** The fold that all contenders use. */
export const countEvent = (row: TaskCounts | null, type: string): TaskCounts => ({
  count: (row?.count ?? 0) + 1,
  lastType: type,
});

/** The same as a read model of the product, under a name of its own. */
export const taskCounts = (name: string): Projection<TaskCounts> => ({
  name,
  version: 1,
  types: 'all',
  table: { columns: { count: 'integer', lastType: 'text' }, indexes: [] },
  poison: 'stop',
  keysOf: ({ stream }) => [stream],
  evolve: (row, { type }) => countEvent(row, type),
});
