import { marksEvents, type MarksEvent } from '@thidua/evaluation';
import { digestOf } from '@thidua/evidence';
import type { LocalDate } from '@thidua/kernel';
import type { RecordedEntry } from '@thidua/projections';
import { decreeSheet, readDecreeRuleSet, type DecreeSheet } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { InvalidInput, rejectCall } from '../calls/call-errors';
import { parseInput } from '../calls/parse-input';
import { readDay } from '../calls/read-day';
import { defaultAsOf } from '../scores/compute-sheet';
import { recordedAs, refuseHypothesis, type Hypothesis } from '../scores/hypothesis';
import { officialsFacts } from './officials-facts';
import { rulesForOfficials, type CivilServantRules } from './officials-rules';

/** An entry about a person as if it had been recorded; person and year are named beside the data. */
export interface AssumedEntry {
  readonly personId: string;
  /** Type of a marks event, e.g. `GeneralMarksConfirmed`. */
  readonly type: string;
  /** Fields of the event without `personId` and `year`. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface OfficialsWhatIfInput {
  readonly year: number;
  readonly asOf?: string | undefined;
  /** Id of rules for officials that are there; `ND335` when left out. */
  readonly ruleSet?: string | undefined;
  /** A whole rule set for officials to try instead; it is checked like any other and kept nowhere. */
  readonly tryRuleSet?: unknown;
  readonly entries: readonly AssumedEntry[];
  readonly events: readonly Hypothesis[];
}

interface Standing {
  /** Exact mean of the year; null while something is missing. */
  readonly total: string | null;
  readonly status: string;
  readonly class: string | null;
  readonly rank: number | null;
}

export interface OfficialsWhatIfAnswer {
  /** Always: nothing of this was recorded, nor can it be published. */
  readonly status: 'hypothetical';
  readonly asOf: string;
  readonly position: string;
  /** What follows from the log as it is, under the rule set in force; people are told in `changes`. */
  readonly asIs: Pick<DecreeSheet, 'ruleSet' | 'sheetHash' | 'groups'>;
  readonly asIf: Pick<DecreeSheet, 'ruleSet' | 'sheetHash' | 'groups'>;
  /** People whom the assumptions move, in the order of their ids. */
  readonly changes: readonly {
    readonly personId: string;
    readonly asIs: Standing | null;
    readonly asIf: Standing | null;
  }[];
}

function triedRules(input: OfficialsWhatIfInput, usual: CivilServantRules): CivilServantRules {
  if (input.tryRuleSet === undefined) return usual;
  const tried = readDecreeRuleSet(input.tryRuleSet);
  if (tried.subject === 'CIVIL_SERVANTS') return tried;
  const message = 'phải là CIVIL_SERVANTS (must be CIVIL_SERVANTS)';
  throw new InvalidInput([{ path: 'tryRuleSet.subject', message }]);
}

/** @throws CommandRejected EVENT_TYPE_UNKNOWN, InvalidInput. */
function entryAs({ personId, type, data }: AssumedEntry, nth: number, year: number): RecordedEntry {
  const known = Object.keys(marksEvents);
  if (!known.includes(type)) return rejectCall('EVENT_TYPE_UNKNOWN', { type, known });
  const { data: schema } = marksEvents[type as MarksEvent['type']];
  const event = { type, data: parseInput(schema, { ...data, personId, year }) } as MarksEvent;
  return { personId, eventId: `gia-dinh-${nth}`, event };
}

function standingsOf({ people, groups }: DecreeSheet): ReadonlyMap<string, Standing> {
  const ranks = new Map(
    groups.flatMap(({ ranking }) => ranking.map(({ id, rank }) => [id, rank] as const)),
  );
  return new Map(
    people.map(({ personId, year, status, class: rated }) => [
      personId,
      { total: year?.exact ?? null, status, class: rated, rank: ranks.get(personId) ?? null },
    ]),
  );
}

function changesBetween(before: DecreeSheet, after: DecreeSheet): OfficialsWhatIfAnswer['changes'] {
  const [was, is] = [standingsOf(before), standingsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((personId) => ({
      ...{ personId, asIs: was.get(personId) ?? null, asIf: is.get(personId) ?? null },
    }))
    .filter(({ asIs, asIf }) => JSON.stringify(asIs) !== JSON.stringify(asIf));
}

const outlineOf = ({ ruleSet, sheetHash, groups }: DecreeSheet) => ({
  ...{ ruleSet, sheetHash, groups },
});

function assumedOf(
  { year, entries, events }: OfficialsWhatIfInput,
  { head, asOf }: { readonly head: bigint; readonly asOf: LocalDate },
) {
  return {
    taskEvents: events.map((event, index) => recordedAs(event, { nth: index + 1, head, asOf })),
    entries: entries.map((entry, index) => entryAs(entry, events.length + index + 1, year)),
  };
}

/**
 * The year of a department's officials under assumed entries, assumed events of tasks, or other rules; nothing is written.
 * Assumed events are named `gia-dinh-1`, `gia-dinh-2`, …, those of tasks first.
 * @throws CommandRejected RULE_SET_NOT_FOUND, RULE_SET_INVALID, EVENT_TYPE_UNKNOWN, HYPOTHESIS_UNREADABLE, FACTS_INVALID.
 */
export async function officialsWhatIf(
  parts: ApplicationParts,
  input: OfficialsWhatIfInput,
): Promise<OfficialsWhatIfAnswer> {
  const { year, ruleSet = 'ND335' } = input;
  const usual =
    rulesForOfficials(ruleSet) ?? rejectCall('RULE_SET_NOT_FOUND', { ruleSet, known: ['ND335'] });
  const tried = triedRules(input, usual);
  const asOf = input.asOf === undefined ? defaultAsOf(parts, year) : readDay('asOf', input.asOf);
  const position = await parts.store.head();
  const inOffice = (await parts.directory.current()).peopleOn(asOf);
  input.entries.forEach(({ personId, type }, index) => {
    if (inOffice.includes(personId)) return;
    refuseHypothesis(index + 1, { type, about: personId }, 'không có cán bộ này trong ngày đó');
  });
  const request = { year, asOf, position };
  const assumed = assumedOf(input, { head: position, asOf });
  const asIs = decreeSheet(await officialsFacts(parts, request), usual, digestOf, 'FIGURES');
  const facts = await officialsFacts(parts, { ...request, assumed });
  const asIf = decreeSheet(facts, tried, digestOf, 'FIGURES');
  return {
    status: 'hypothetical',
    ...{ asOf, position: position.toString() },
    ...{ asIs: outlineOf(asIs), asIf: outlineOf(asIf), changes: changesBetween(asIs, asIf) },
  };
}
