import {
  catalogueDecider,
  coefficientOn,
  marksCommands,
  marksDecider,
  marksEvents,
  type MarksCommand,
  type MarksContext,
} from '@thidua/evaluation';
import { localDateOf, streamName, type LocalDate } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import { shippedRuleSet } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
import { foldStream } from '../calls/fold-stream';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';

export interface MarksCommandInput {
  /** Whose year: `<personId>.<year>`, e.g. `cb-006.2026`. */
  readonly marks: string;
  /** Name in the vocabulary, e.g. `ConfirmGeneralMarks`. */
  readonly command: string;
  readonly data: unknown;
}

/** @throws CommandRejected MARKS_ADDRESS_UNREADABLE. */
function addressed(marks: string): { readonly personId: string; readonly year: number } {
  const read = /^([A-Za-z0-9][A-Za-z0-9._-]{0,79})\.(20\d{2})$/.exec(marks);
  if (read === null) return rejectCall('MARKS_ADDRESS_UNREADABLE', { marks });
  return { personId: read[1] ?? '', year: Number(read[2]) };
}

/** Items of form Mẫu 01 with their maxima, as the rule set for officials has them. */
function generalItems(): ReadonlyMap<string, string> {
  const rules = shippedRuleSet('ND335');
  if (rules.subject !== 'CIVIL_SERVANTS') return new Map();
  return new Map(rules.parameters.generalItems.value.map(({ id, max }) => [id, max]));
}

async function coefficientFor(
  parts: Pick<ApplicationParts, 'store'>,
  command: MarksCommand,
  { directory, on }: { readonly directory: Directory; readonly on: LocalDate },
): Promise<MarksContext['coefficient']> {
  const agencyId = directory.departmentUnitId(on);
  if (command.type !== 'FixCoefficient' || agencyId === null) return null;
  const stream = streamName(catalogueDecider.category, agencyId);
  const catalogue = foldStream(catalogueDecider, await parts.store.readStream(stream));
  return coefficientOn(catalogue, command.data.productId, on);
}

/** @throws CommandRejected PERSON_NOT_FOUND and what the rules about marks say. */
export async function marksCommand(
  parts: ApplicationParts,
  { marks, command: name, data }: MarksCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const { personId, year } = addressed(marks);
  const command = readCommand(marksCommands, name, data);
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const subject = directory.actorFacts({ personId }, on);
  const context: MarksContext = {
    actor: actorFactsOf(directory, call.actor, on),
    on,
    personId,
    year,
    personPosts: subject.posts,
    generalItems: generalItems(),
    coefficient: await coefficientFor(parts, command, { directory, on }),
  };
  return parts.runner.run(
    { decider: marksDecider, events: marksEvents },
    { id: marks, command, call, contextOf: () => context },
  );
}
