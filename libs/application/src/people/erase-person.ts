import { foldForComparison, type PersonId } from '@thidua/kernel';
import { officialCommands, type OfficialEvent } from '@thidua/organisation';
import type { Reactor } from '@thidua/projections';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { InvalidInput } from '../calls/call-errors';
import { parseInput } from '../calls/parse-input';
import { requireHappened } from '../calls/require-happened';
import { runOfficialCommand } from '../organisation/organisation-commands';

/** Permanent name of the process manager's checkpoint. */
export const PERSON_ERASURE = 'person_erasure';

export interface ErasePersonInput {
  readonly personId: PersonId;
  /** `reason` and `document`; neither may hold the name, because they stay. */
  readonly data: unknown;
}

/**
 * Removes the name from the directory; the id and everything done under it stay, so no event and no hash changes.
 * @throws InvalidInput when the reason or the document holds the very name that is to go.
 */
export async function erasePerson(
  parts: ApplicationParts,
  { personId, data }: ErasePersonInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const asked = parseInput(officialCommands.ErasePerson.data, data);
  const name = (await parts.people.names()).get(personId);
  if (name !== undefined) mustNotHold(name, asked);
  const command = { type: 'ErasePerson', data: asked } as const;
  const outcome = await runOfficialCommand(parts, { personId, command }, call);
  await parts.people.erase(personId);
  return outcome;
}

function mustNotHold(name: string, asked: object): void {
  const folded = foldForComparison(name);
  const texts = Object.entries(asked).map(
    ([field, value]) => [field, foldForComparison(JSON.stringify(value))] as const,
  );
  const faults = texts
    .filter(([, text]) => text.includes(folded))
    .map(([path]) => ({
      path,
      message:
        'không được chứa họ tên cần xóa, vì nội dung này được giữ lại (must not hold the name to be erased)',
    }));
  if (faults.length > 0) throw new InvalidInput(faults);
}

/** Takes the name away after a crash between the event and the table, and again wherever the event is handled anew. */
export const personErasure = (parts: () => ApplicationParts): Reactor => ({
  name: PERSON_ERASURE,
  types: ['PersonErased'],
  handle: async ({ data }) => {
    await parts().people.erase((data as OfficialEvent['data']).personId);
  },
});
