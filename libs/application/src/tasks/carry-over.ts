import { CommandRejected, invariant, streamName } from '@thidua/kernel';
import type { Reactor } from '@thidua/projections';
import { taskDecider, type TaskCommand, type TaskFacts } from '@thidua/task';
import type { ApplicationParts } from '../application-parts';
import { systemCall } from '../calls/system-call';
import { runTaskCommand } from './task-commands';

/** Permanent name of the process manager's checkpoint. */
export const CARRY_OVER = 'carry_over';

/**
 * The process manager that lets the later task name the one it goes on from, so that a chain of tasks over the years can
 * be followed both ways. The later task was there when the earlier one was carried over into it.
 */
export const carryOver = (parts: () => ApplicationParts): Reactor => ({
  name: CARRY_OVER,
  types: ['TaskCarriedOver'],
  handle: async (event) => {
    const { taskId: fromTaskId, toTaskId } = event.data as TaskFacts<'TaskCarriedOver'>;
    const fromPlanId = await planOf(parts(), fromTaskId);
    const command: TaskCommand = { type: 'NamePredecessor', data: { fromTaskId, fromPlanId } };
    try {
      await runTaskCommand(
        parts(),
        { taskId: toTaskId, command },
        systemCall(CARRY_OVER, event, streamName(taskDecider.category, toTaskId)),
      );
    } catch (error) {
      // A later task that has left its plan meanwhile takes no predecessor; asking again would not change that.
      if (!(error instanceof CommandRejected)) throw error;
    }
  },
});

async function planOf({ store }: ApplicationParts, taskId: string): Promise<string> {
  const [first] = await store.readStream(streamName(taskDecider.category, taskId), { maxCount: 1 });
  invariant(first, `task ${taskId} was assigned before it was carried over`);
  return (first.data as TaskFacts<'TaskAssigned'>).planId;
}
