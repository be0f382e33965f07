import { invariant, type Decider } from '@thidua/kernel';
import { mayRecordFact } from '@thidua/workflow';
import { amendmentDecisions } from './decide/amendments';
import { assignTask } from './decide/assign-task';
import { assignmentDecisions } from './decide/assignment';
import { coordinationDecisions } from './decide/coordination';
import { countDecisions } from './decide/counts';
import { deadlineDecisions } from './decide/deadlines';
import type { Decisions } from './decide/decisions';
import { lifecycleDecisions } from './decide/lifecycle';
import { migrationDecisions } from './decide/migration';
import { obstacleDecisions } from './decide/obstacles';
import { passingOnDecisions } from './decide/passing-on';
import { productDecisions } from './decide/products';
import { reportingDecisions } from './decide/reporting';
import { urgingDecisions } from './decide/urging';
import { seriesDecisions } from './decide/series';
import { settlingDecisions } from './decide/settling';
import { successionDecisions } from './decide/succession';
import { evolveTask } from './evolve/evolve-task';
import { rolesOf } from './roles-of';
import { refuseByFlow } from './rules/refuse-by-flow';
import { flowCommands, type Asked, type TaskCommand, type TaskCommandType } from './task.commands';
import type { Acting, TaskContext } from './task.context';
import type { TaskEvent } from './task.events';
import { reject } from './task.rejections';
import type { Task, TaskState } from './task.state';

type LaterCommandType = Exclude<TaskCommandType, 'AssignTask'>;
type LaterCommand<K extends LaterCommandType> = {
  [P in K]: { readonly type: P; readonly data: Asked<P> };
}[K];

const decisions: Decisions<LaterCommandType> = {
  ...amendmentDecisions,
  ...assignmentDecisions,
  ...coordinationDecisions,
  ...countDecisions,
  ...deadlineDecisions,
  ...lifecycleDecisions,
  ...migrationDecisions,
  ...obstacleDecisions,
  ...passingOnDecisions,
  ...productDecisions,
  ...reportingDecisions,
  ...urgingDecisions,
  ...seriesDecisions,
  ...settlingDecisions,
  ...successionDecisions,
};

/** What is recorded beside the state is allowed by the flow's table before its own rules are asked. */
function requireAllowed({ task, context, roles }: Acting, command: string): void {
  if (!flowCommands.facts.has(command)) return;
  const answer = mayRecordFact(context.workflow, { state: task.state, command, roles });
  if ('refusal' in answer) refuseByFlow(answer.refusal);
}

function begin(task: Task, context: TaskContext): Acting {
  const { workflow } = task;
  const { assignedOn } = task.assignment;
  invariant(
    workflow.id === context.workflow.id && workflow.version === context.workflow.version,
    `task ${task.taskId} is decided under its own flow ${workflow.id} version ${workflow.version}`,
  );
  const { on } = context;
  if (on < assignedOn) reject('OCCURRED_BEFORE_ASSIGNMENT', { on, assignedOn });
  return { task, context, roles: rolesOf(context.actor, task) };
}

/** What may still be said of a task that goes on in a later plan: where it went, where it came from, what was wrong. */
const AFTER_CARRY_OVER: ReadonlySet<string> = new Set<LaterCommandType>([
  'CarryOverTask',
  'NamePredecessor',
  'ConfirmDelayCause',
  'CorrectTask',
]);

function requireNotCarriedOver({ task: { carriedOver } }: Acting, command: string): void {
  if (carriedOver === null || AFTER_CARRY_OVER.has(command)) return;
  reject('TASK_CARRIED_OVER', { toTaskId: carriedOver.toTaskId });
}

function decideLater<K extends LaterCommandType>(
  command: LaterCommand<K>,
  acting: Acting,
): readonly TaskEvent[] {
  requireNotCarriedOver(acting, command.type);
  requireAllowed(acting, command.type);
  return decisions[command.type](command.data, acting);
}

/** The life of one task; its stream is `task-<id>`. */
export const taskDecider: Decider<TaskCommand, TaskEvent, TaskState, TaskContext> = {
  category: 'task',
  initialState: null,
  decide: (command, state, context) => {
    if (command.type === 'AssignTask') return assignTask(command.data, state, context);
    if (state === null) return reject('TASK_NOT_FOUND');
    return decideLater(command, begin(state, context));
  },
  evolve: evolveTask,
};
