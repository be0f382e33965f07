import {
  unitMarksCommands,
  unitMarksDecider,
  unitMarksEvents,
  type UnitMarksContext,
} from '@thidua/evaluation';
import { localDateOf } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';
import { organisationRules } from './organisation-rules';

export interface UnitMarksCommandInput {
  /** Which unit’s year: `<unitId>.<year>`, e.g. `qlnl.2026`. */
  readonly marks: string;
  /** Name in the vocabulary, e.g. `ConfirmUnitMarks`. */
  readonly command: string;
  readonly data: unknown;
}

/** @throws CommandRejected UNIT_NOT_FOUND and what the rules about a unit’s year say. */
export async function unitMarksCommand(
  parts: ApplicationParts,
  { marks, command: name, data }: UnitMarksCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const read = /^([A-Za-z0-9][A-Za-z0-9._-]{0,79})\.(20\d{2})$/.exec(marks);
  if (read === null) return rejectCall('MARKS_ADDRESS_UNREADABLE', { marks });
  const [, unitId = '', year] = read;
  const command = readCommand(unitMarksCommands, name, data);
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const known = directory.unitsOn(on).map((each) => each.unitId);
  if (!known.includes(unitId)) return rejectCall('UNIT_NOT_FOUND', { unit: unitId, known });
  const { generalMax, resultMax } = organisationRules().parameters;
  const context: UnitMarksContext = {
    ...{ actor: actorFactsOf(directory, call.actor, on), on, unitId, year: Number(year) },
    max: { general: generalMax.value, result: resultMax.value },
  };
  return parts.runner.run(
    { decider: unitMarksDecider, events: unitMarksEvents },
    { id: marks, command, call, contextOf: () => context },
  );
}
