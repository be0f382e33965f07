import { streamName, type LocalDate, type PersonId } from '@thidua/kernel';
import { officialDecider, runningDeputies, type Directory } from '@thidua/organisation';
import { dueExpiries, type DeputyInForce } from '@thidua/urging';
import type { ApplicationParts } from '../application-parts';
import type { Call } from '../calls/call';
import { derivedId } from '../calls/derived-call';
import { runOfficialCommand } from '../organisation/organisation-commands';
import type { LookGround } from './look-ground';

/** A deputy whose days a look found to be over. */
export interface ToldExpiry {
  /** For whom the deputy acted. */
  readonly personId: PersonId;
  readonly deputyId: PersonId;
  /** The last day on which the deputy could act. */
  readonly untilOn: LocalDate;
  readonly eventId: string;
  /** Position of the event, a decimal string. */
  readonly position: string | null;
}

/** Makes known which deputies may act no more; each end once, however often and wherever it is looked. */
export async function lookAtDeputies(
  parts: ApplicationParts,
  { calendar, on }: LookGround,
  call: Call,
): Promise<readonly ToldExpiry[]> {
  const told: ToldExpiry[] = [];
  const running = deputiesOf(await parts.directory.current());
  for (const { personId, deputyId, unitId, untilOn } of dueExpiries(calendar, running, on)) {
    const stream = streamName(officialDecider.category, personId);
    const asked: Call = {
      ...call,
      commandId: derivedId('timers', stream, deputyId, unitId ?? '', untilOn),
      causationId: call.commandId,
      expectedRevision: null,
    };
    const command = { type: 'ExpireDeputy', data: { deputyId, unitId, untilOn } } as const;
    const outcome = await runOfficialCommand(parts, { personId, command }, asked);
    const event = outcome.events[0];
    if (event === undefined || outcome.repeated) continue;
    told.push({ personId, deputyId, untilOn, eventId: event.id, position: outcome.position });
  }
  return told;
}

const deputiesOf = (directory: Directory): readonly DeputyInForce[] =>
  [...directory.personIds].sort().flatMap((personId) => {
    const official = directory.official(personId);
    return official === null
      ? []
      : runningDeputies(official).map((period) => ({ ...period, personId }));
  });
