import type { Evolvers } from './evolver';

/** The task is pinned to its new flow and stands in the counterpart of its state; how it came there stays known. */
export const migrationEvolvers: Evolvers<'TaskMigrated'> = {
  TaskMigrated: (task, { to }) => ({
    ...task,
    workflow: { id: to.id, version: to.version },
    state: to.state,
  }),
};
