import { localDateOf } from '@thidua/kernel';
import {
  openOfficialCommands,
  openUnitCommands,
  officialDecider,
  officialEvents,
  unitDecider,
  unitEvents,
} from '@thidua/organisation';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from './directory-source';

const unit = { decider: unitDecider, events: unitEvents };
const official = { decider: officialDecider, events: officialEvents };

export interface UnitCommandInput {
  readonly unitId: string;
  /** Name in the vocabulary, e.g. `RenameUnit`. */
  readonly command: string;
  readonly data: unknown;
}

export interface OfficialCommandInput {
  readonly personId: string;
  readonly command: string;
  readonly data: unknown;
}

export async function unitCommand(
  parts: ApplicationParts,
  { unitId, command: name, data }: UnitCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const command = readCommand(openUnitCommands, name, data);
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(directory, call.actor, on);
  return parts.runner.run(unit, {
    id: unitId,
    command,
    call,
    contextOf: () => ({ actor, on, directory }),
  });
}

export async function officialCommand(
  parts: ApplicationParts,
  { personId, command: name, data }: OfficialCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const command = readCommand(openOfficialCommands, name, data);
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(directory, call.actor, on);
  return parts.runner.run(official, {
    id: personId,
    command,
    call,
    contextOf: () => ({ actor, on, directory }),
  });
}
