import {
  counterpartOf,
  roleNotAllowed,
  stateOf,
  type Role,
  type WorkflowDefinition,
} from '@thidua/workflow';
import { hasRole, requireNotBefore } from '../rules/checks';
import { refuseByFlow } from '../rules/refuse-by-flow';
import { dayEntered } from '../rules/take-step';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';
import type { Decisions } from './decisions';

/** Whoever answers for the flows of the office. */
const MOVERS: readonly Role[] = ['office', 'deputyDirector', 'director'];

function requireMover(acting: Acting): void {
  if (hasRole(acting, ...MOVERS)) return;
  refuseByFlow(roleNotAllowed('MigrateTask', MOVERS));
}

/** The flow the task is to go on under. @throws FLOW_NOT_FOUND, FLOW_RETIRED */
function targetOf({ to }: Asked<'MigrateTask'>, { context }: Acting): WorkflowDefinition {
  const workflow = `${to.id}@${to.version}`;
  const target = context.target ?? null;
  if (target?.definition.id !== to.id || target.definition.version !== to.version) {
    return reject('FLOW_NOT_FOUND', { field: 'to', workflow });
  }
  return target.isRetired ? reject('FLOW_RETIRED', { workflow }) : target.definition;
}

/**
 * The counterpart keeps the phase, so that no indicator changes because an office draws its flow anew.
 * @throws STATE_WITHOUT_COUNTERPART, COUNTERPART_MEANS_OTHER
 */
function counterpart(
  { task, context: { workflow } }: Acting,
  target: WorkflowDefinition,
  stateMap: Readonly<Record<string, string>>,
): string {
  const { state } = task;
  const found = counterpartOf({ from: workflow, to: target, stateMap }, state);
  if ('state' in found) return found.state;
  const { wanted, known } = found;
  if (found.missing === 'state') {
    const name = `${target.id}@${target.version}`;
    return reject('STATE_WITHOUT_COUNTERPART', { state, wanted, workflow: name, known });
  }
  return reject('COUNTERPART_MEANS_OTHER', {
    state,
    wanted,
    phase: stateOf(workflow, state).phase,
    wantedPhase: stateOf(target, wanted).phase,
  });
}

function migrateTask(data: Asked<'MigrateTask'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  requireMover(acting);
  const { id, version } = task.workflow;
  if (id === data.to.id && version === data.to.version) return [];
  if (stateOf(context.workflow, task.state).final) {
    return reject('TASK_HAS_ENDED', { state: task.state });
  }
  const target = targetOf(data, acting);
  const state = counterpart(acting, target, data.stateMap);
  const enteredOn = dayEntered(task);
  if (enteredOn !== null) requireNotBefore(context, enteredOn);
  return [
    {
      type: 'TaskMigrated',
      data: {
        taskId: task.taskId,
        from: { id, version, state: task.state },
        to: { id: target.id, version: target.version, state },
        dueOn: task.dueOn,
        reason: data.reason,
        migratedOn: context.on,
      },
    },
  ];
}

export const migrationDecisions: Decisions<'MigrateTask'> = { MigrateTask: migrateTask };
