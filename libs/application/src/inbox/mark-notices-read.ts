import { localDateOf, type PersonId } from '@thidua/kernel';
import { inboxCommands, inboxDecider, inboxEvents } from '@thidua/urging';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';

export interface MarkNoticesReadInput {
  readonly person: PersonId;
  readonly data: unknown;
}

/** @throws CommandRejected INBOX_OF_ANOTHER unless the person themself marks them. */
export async function markNoticesRead(
  parts: ApplicationParts,
  { person, data }: MarkNoticesReadInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const command = readCommand(inboxCommands, 'MarkNoticesRead', data);
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(await parts.directory.current(), call.actor, on);
  return parts.runner.run(
    { decider: inboxDecider, events: inboxEvents },
    { id: person, command, call, contextOf: () => ({ actor, on, personId: person }) },
  );
}
