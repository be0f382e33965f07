import { localDateOf } from '@thidua/kernel';
import { flowCommands } from '@thidua/task';
import {
  definitions,
  workflowCommands,
  workflowDecider,
  workflowEvents,
  type WorkflowCommand,
} from '@thidua/workflow';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { InvalidInput } from '../calls/call-errors';
import { parseInput } from '../calls/parse-input';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';
import { readDefinitionInput, type DefinitionInput, type PlacedProblem } from './definition-text';
import { resolveWorkflow } from './resolve-workflow';

export interface PublishWorkflowOutcome extends CommandOutcome {
  readonly id: string;
  readonly version: number;
}

/**
 * Publishes the definition of a file as the next version of its flow.
 * @throws InvalidInput naming every place at fault; CommandRejected as the decider says.
 */
export async function publishWorkflow(
  parts: ApplicationParts,
  { source }: { readonly source: DefinitionInput },
  call: Call,
): Promise<PublishWorkflowOutcome> {
  requireHappened(call, parts.now());
  const reading = readDefinitionInput(source);
  if ('problems' in reading) throw new InvalidInput(reading.problems.map(faultOf));
  const { id, version } = reading.definition;
  const data = parseInput(workflowCommands.PublishWorkflow.data, {
    definition: reading.definition,
  });
  const outcome = await run(parts, id, { type: 'PublishWorkflow', data }, call);
  return { ...outcome, id, version };
}

export interface RetireWorkflowInput {
  /** `two-level@1`. */
  readonly workflow: string;
  readonly reason: string;
}

export async function retireWorkflow(
  parts: ApplicationParts,
  { workflow, reason }: RetireWorkflowInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const { definition } = resolveWorkflow(await parts.definitions.current(), workflow);
  const { id, version } = definition;
  const data = parseInput(workflowCommands.RetireWorkflow.data, { version, reason });
  return run(parts, id, { type: 'RetireWorkflow', data }, call);
}

async function run(
  parts: ApplicationParts,
  workflowId: string,
  command: WorkflowCommand,
  call: Call,
): Promise<CommandOutcome> {
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(directory, call.actor, on);
  const shipped = definitions.filter(({ id }) => id === workflowId);
  return parts.runner.run(
    { decider: workflowDecider, events: workflowEvents },
    {
      id: workflowId,
      command,
      call,
      contextOf: () => ({ actor, on, workflowId, shipped, commands: flowCommands }),
    },
  );
}

const faultOf = ({ place, vi, en, line, column }: PlacedProblem) => {
  const at = line === null ? '' : `dòng ${line}, cột ${column}: `;
  return { path: place, message: `${at}${vi} (${en})` };
};
