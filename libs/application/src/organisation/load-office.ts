import { localDateOf } from '@thidua/kernel';
import {
  officeCommands,
  officialDecider,
  officialEvents,
  readOfficeFile,
  unitDecider,
  unitEvents,
  type OfficialCommand,
} from '@thidua/organisation';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { InvalidInput } from '../calls/call-errors';
import { partOf } from '../calls/derived-call';
import { inParallel } from '../calls/in-parallel';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from './directory-source';

export interface LoadOfficeOutcome {
  /** Units and officials of the file that are new; those already there are left alone. */
  readonly unitCount: number;
  readonly officialCount: number;
  readonly eventCount: number;
  /** Position after which the office is there, a decimal string; null when nothing was new. */
  readonly position: string | null;
}

/** An empty directory knows nobody who could be allowed; its first filling is the system's, recorded as such. */
const bootstrapped = (call: Call): Call => ({ ...call, actor: { kind: 'system' } });

/** Streams written at once; appends that wait together are committed together. */
const PARALLEL_COUNT = 32;

/** @throws InvalidInput naming every fault of the file by its path. */
export async function loadOffice(
  parts: ApplicationParts,
  { office }: { readonly office: unknown },
  call: Call,
): Promise<LoadOfficeOutcome> {
  requireHappened(call, parts.now());
  const reading = readOfficeFile(office);
  if (reading.outcome === 'refused') throw new InvalidInput(reading.problems);
  const { units, officials, names } = officeCommands(reading.file);
  const on = localDateOf(call.occurredAt);
  const before = await parts.directory.current();
  const acting = before.personIds.size === 0 ? bootstrapped(call) : call;
  const outcomes: CommandOutcome[] = [];

  for (const { unitId, command } of units.filter((entry) => !before.knowsUnit(entry.unitId))) {
    // One by one, because a unit stands under its parent.
    const directory = await parts.directory.current();
    const actor = actorFactsOf(directory, acting.actor, on);
    const context = { actor, on, directory };
    const part = partOf(acting, `unit ${unitId}`);
    outcomes.push(
      await parts.runner.run(
        { decider: unitDecider, events: unitEvents },
        { id: unitId, command, call: part, contextOf: () => context },
      ),
    );
  }

  const directory = await parts.directory.current();
  const actor = actorFactsOf(directory, acting.actor, on);
  const newPeople = [...new Set(officials.map(({ personId }) => personId))].filter(
    (personId) => !before.knowsPerson(personId),
  );
  const newNames = names.filter(({ personId }) => newPeople.includes(personId));
  await parts.people.setNames(newNames);
  await parts.people.setEmails(newNames);
  const commandsOf = new Map<string, OfficialCommand[]>();
  for (const { personId, command } of officials) {
    commandsOf.set(personId, [...(commandsOf.get(personId) ?? []), command]);
  }
  await inParallel(PARALLEL_COUNT, newPeople, async (personId) => {
    const commands = commandsOf.get(personId) ?? [];
    for (const [index, command] of commands.entries()) {
      const part = partOf(acting, `official ${personId} ${index}`);
      outcomes.push(
        await parts.runner.run(
          { decider: officialDecider, events: officialEvents },
          { id: personId, command, call: part, contextOf: () => ({ actor, on, directory }) },
        ),
      );
    }
  });

  return {
    unitCount: units.filter(({ unitId }) => !before.knowsUnit(unitId)).length,
    officialCount: newPeople.length,
    eventCount: outcomes.reduce((sum, { events }) => sum + events.length, 0),
    position: lastPosition(outcomes),
  };
}

function lastPosition(outcomes: readonly CommandOutcome[]): string | null {
  const positions = outcomes.flatMap(({ position }) =>
    position === null ? [] : [BigInt(position)],
  );
  return positions.length === 0 ? null : positions.reduce((a, b) => (a > b ? a : b)).toString();
}
