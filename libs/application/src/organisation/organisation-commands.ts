import { localDateOf } from '@thidua/kernel';
import {
  officialDecider,
  officialEvents,
  openOfficialCommands,
  openUnitCommands,
  unitDecider,
  unitEvents,
  type OfficialCommand,
  type OrganisationContext,
  type UnitCommand,
} from '@thidua/organisation';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { openPartsNow, type OpenPart } from '../people/open-parts';
import { actorFactsOf } from './directory-source';
import { afterReorganisation, type FollowUp } from './reorganisation/follow-up';
import { openTaskIdsForSplit, requireInForce } from './reorganisation/reorganisation-facts';

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

async function contextFor(parts: ApplicationParts, call: Call): Promise<OrganisationContext> {
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  return { actor: actorFactsOf(directory, call.actor, on), on, directory };
}

/** A command on a unit that is known to be well formed. */
export async function runUnitCommand(
  parts: ApplicationParts,
  { unitId, command }: { readonly unitId: string; readonly command: UnitCommand },
  call: Call,
): Promise<CommandOutcome> {
  const context = await contextFor(parts, call);
  const openTaskIds = await openTaskIdsForSplit(parts, unitId, command);
  return parts.runner.run(unit, {
    id: unitId,
    command,
    call,
    contextOf: () => ({ ...context, openTaskIds }),
  });
}

/** A command on an official that is known to be well formed. */
export async function runOfficialCommand(
  parts: ApplicationParts,
  { personId, command }: { readonly personId: string; readonly command: OfficialCommand },
  call: Call,
): Promise<CommandOutcome> {
  const context = await contextFor(parts, call);
  return parts.runner.run(official, { id: personId, command, call, contextOf: () => context });
}

/** What a change of units leads to is done when this answers, or goes on by itself. */
export async function unitCommand(
  parts: ApplicationParts,
  { unitId, command: name, data }: UnitCommandInput,
  call: Call,
): Promise<CommandOutcome & FollowUp> {
  requireHappened(call, parts.now());
  const command = readCommand(openUnitCommands, name, data);
  requireInForce(command, localDateOf(parts.now()));
  const outcome = await runUnitCommand(parts, { unitId, command }, call);
  return { ...outcome, ...(await afterReorganisation(parts, unitId, command)) };
}

export interface OfficialOutcome extends CommandOutcome {
  /** What a person who leaves still has in hand and should hand over; left out for every other command. */
  readonly openWork?: readonly OpenPart[];
}

export async function officialCommand(
  parts: ApplicationParts,
  { personId, command: name, data }: OfficialCommandInput,
  call: Call,
): Promise<OfficialOutcome> {
  requireHappened(call, parts.now());
  const command = readCommand(openOfficialCommands, name, data);
  const outcome = await runOfficialCommand(parts, { personId, command }, call);
  if (command.type === 'LeaveOffice') {
    return { ...outcome, openWork: await openPartsNow(parts, personId, null) };
  }
  if (command.type !== 'LeavePost') return outcome;
  return { ...outcome, openWork: await openPartsNow(parts, personId, command.data.unitId) };
}
