import { streamName, type RecordedEvent } from '@thidua/kernel';
import { assignmentsOf, planDecider } from '@thidua/plan';
import type { Reactor } from '@thidua/projections';
import type { TaskCommand } from '@thidua/task';
import type { ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import { derivedId } from '../calls/derived-call';
import { foldStream } from '../calls/fold-stream';
import { inParallel } from '../calls/in-parallel';
import { runTaskCommand } from '../tasks/task-commands';

/** Permanent name of the process manager's checkpoint. */
export const PLAN_ASSIGNMENT = 'plan_assignment';

const PARALLEL_COUNT = 32;

/**
 * The process manager that turns an issued plan into assigned tasks. The log writes one stream at a time, so the issue
 * and its tasks are not one transaction: this picks up wherever a crash left off, and because every command id is
 * derived from the issue event, no task is ever assigned twice.
 */
export const planAssignment = (parts: () => ApplicationParts): Reactor => ({
  name: PLAN_ASSIGNMENT,
  types: ['PlanIssued'],
  handle: async (event) => {
    const { store } = parts();
    const history = await store.readStream(event.stream, { maxCount: event.revision + 1 });
    const plan = foldStream(planDecider, history);
    await inParallel(PARALLEL_COUNT, assignmentsOf(plan), async (assignment) => {
      const { workflow: begunUnder, assignedOn: _byTheCall, ...data } = assignment;
      const command: TaskCommand = {
        type: 'AssignTask',
        data: structuredClone(data) as AssignTaskData,
      };
      const { taskId } = assignment;
      await runTaskCommand(parts(), { taskId, command, begunUnder }, callFor(event, taskId));
    });
  },
});

/** The plan's lists are read-only; the command's own copy is not shared with anyone. */
type AssignTaskData = Extract<TaskCommand, { type: 'AssignTask' }>['data'];

/** The task is assigned by whoever issued the plan, on the day of signing; the chain leads back to the issue. */
const callFor = (event: RecordedEvent, taskId: string): Call => ({
  commandId: derivedId(PLAN_ASSIGNMENT, event.id, streamName('task', taskId)),
  correlationId: event.metadata.correlationId,
  causationId: event.id,
  actor: actorOf(event),
  occurredAt: event.metadata.occurredAt,
  expectedRevision: null,
});

function actorOf({ metadata: { actor } }: RecordedEvent): Call['actor'] {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', personId: actor.id, onBehalfOf: actor.onBehalfOf?.personId ?? null };
    case 'service':
      return { kind: 'service', serviceId: actor.id };
    case 'system':
      return { kind: 'system' };
  }
}
