import type { DecisionContext, Decider } from '@thidua/kernel';
import type { WorkflowDefinition } from '../definition';
import { sameData } from '../same-data';
import { validateDefinition, type KnownCommands } from '../validation/validate-definition';
import { mayKeepWorkflows } from './may-keep-workflows';
import type { WorkflowCommand } from './workflow.commands';
import type { WorkflowEvent } from './workflow.events';
import { rejectWorkflow as reject } from './workflow.rejections';
import { evolveWorkflow, noWorkflow, versionsOf, type WorkflowState } from './workflow.state';

/** Facts a decision about a flow rests on. */
export interface WorkflowContext extends DecisionContext {
  /** The id the stream is about. */
  readonly workflowId: string;
  /** Shipped versions of this flow. */
  readonly shipped: readonly WorkflowDefinition[];
  readonly commands: KnownCommands;
}

type Of<Type extends WorkflowCommand['type']> = Extract<WorkflowCommand, { type: Type }>['data'];
type Events = readonly WorkflowEvent[];

const nameOf = ({ id, version }: WorkflowDefinition): string => `${id}@${version}`;

function requireSound(definition: WorkflowDefinition, { commands }: WorkflowContext): void {
  const problems = validateDefinition(definition, commands);
  if (problems.length === 0) return;
  reject('WORKFLOW_INVALID', {
    workflow: nameOf(definition),
    problemsVi: problems.map(({ vi }) => vi),
    problemsEn: problems.map(({ en }) => en),
  });
}

/** Publishing the very same version again changes nothing; the same content under a new number is a slip. */
function publish(
  { definition }: Of<'PublishWorkflow'>,
  state: WorkflowState,
  context: WorkflowContext,
): Events {
  const { workflowId, shipped, on } = context;
  const { id, version } = definition;
  if (id !== workflowId) return reject('WORKFLOW_ID_DIFFERS', { id, expected: workflowId });
  requireSound(definition, context);
  const versions = versionsOf(state, shipped);
  const same = versions.find((known) => sameData({ ...known, version }, definition));
  if (same?.version === version) return [];
  const next = (versions.at(-1)?.version ?? 0) + 1;
  if (version !== next) return reject('WORKFLOW_VERSION_NOT_NEXT', { workflow: id, version, next });
  if (same !== undefined) {
    return reject('WORKFLOW_CHANGES_NOTHING', { workflow: id, version: same.version });
  }
  return [{ type: 'WorkflowPublished', data: { workflowId, definition, publishedOn: on } }];
}

function retire(
  { version, reason }: Of<'RetireWorkflow'>,
  state: WorkflowState,
  { workflowId, shipped, on }: WorkflowContext,
): Events {
  const versions = versionsOf(state, shipped);
  if (!versions.some((known) => known.version === version)) {
    const known = versions.map(nameOf);
    return reject('WORKFLOW_NOT_FOUND', { workflow: `${workflowId}@${version}`, known });
  }
  if (state.retiredVersions.includes(version)) return [];
  return [{ type: 'WorkflowRetired', data: { workflowId, version, reason, retiredOn: on } }];
}

/** The published versions of one flow (stream `workflow-<id>`). */
export const workflowDecider: Decider<
  WorkflowCommand,
  WorkflowEvent,
  WorkflowState,
  WorkflowContext
> = {
  category: 'workflow',
  initialState: noWorkflow,
  decide: (command, state, context) => {
    if (!mayKeepWorkflows(context.actor)) return reject('WORKFLOW_KEEPER_ONLY');
    return command.type === 'PublishWorkflow'
      ? publish(command.data, state, context)
      : retire(command.data, state, context);
  },
  evolve: evolveWorkflow,
};
