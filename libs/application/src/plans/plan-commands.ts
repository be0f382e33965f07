import { localDateOf } from '@thidua/kernel';
import { planCommands, planDecider, planEvents } from '@thidua/plan';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';
import { loadPlan } from './issue-plan';

export interface PlanCommandInput {
  readonly plan: string;
  /** Name in the vocabulary, e.g. `CorrectDraftTask`. */
  readonly command: string;
  readonly data: unknown;
}

/** Import and issue have use cases of their own: they need the file and the directory. */
const { ImportPlan: _import, IssuePlan: _issue, ...openCommands } = planCommands;

export async function planCommand(
  parts: ApplicationParts,
  { plan, command: name, data }: PlanCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const command = readCommand(openCommands, name, data);
  const { planId } = await loadPlan(parts, plan);
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(directory, call.actor, on);
  return parts.runner.run(
    { decider: planDecider, events: planEvents },
    { id: planId, command, call, contextOf: () => ({ actor, on, resolutions: {} }) },
  );
}
