import { digestOf } from '@thidua/evidence';
import { localDate, localDateOf, type LocalDate } from '@thidua/kernel';
import {
  loadTaskOutcomes,
  outcomesOf,
  taskOutcomes,
  type TaskOutcomeRow,
} from '@thidua/projections';
import {
  measureUnit,
  scoreSheet,
  unitTaskResultsV1,
  type RuleSet,
  type UnitFacts,
} from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { rejectCall } from '../calls/call-errors';
import { DirectorySource } from '../organisation/directory-source';
import { hashed, type HashedSheet } from './hashed-sheet';

export interface SheetRequest {
  readonly year: number;
  readonly asOf: LocalDate;
  /** Up to which log position facts count; null: as far as the read model has come. */
  readonly position: bigint | null;
  readonly ruleSet: RuleSet;
  readonly after: string | undefined;
}

const RULE_SETS: readonly RuleSet[] = [unitTaskResultsV1];

/** The rule set of that id, or the one in force for units at the end of the year. @throws RULE_SET_NOT_FOUND */
export function findRuleSet(id: string | undefined, year: number): RuleSet {
  const end = lastDayOf(year);
  const found = RULE_SETS.find((ruleSet) =>
    id === undefined
      ? ruleSet.validFrom <= end && (ruleSet.validUntil === null || end <= ruleSet.validUntil)
      : ruleSet.id === id,
  );
  return (
    found ??
    rejectCall('RULE_SET_NOT_FOUND', {
      ruleSet: id ?? String(year),
      known: RULE_SETS.map((each) => each.id),
    })
  );
}

export const lastDayOf = (year: number): LocalDate => localDate(`${year}-12-31`);

/** The last day of the year, or today while the year still runs. */
export function defaultAsOf(parts: ApplicationParts, year: number): LocalDate {
  const today = localDateOf(parts.now());
  return today < lastDayOf(year) ? today : lastDayOf(year);
}

/** Same facts, same day, same rule set: the same sheet and the same hash, on any machine and over any log. */
export async function computeSheet(
  parts: ApplicationParts,
  request: SheetRequest,
): Promise<HashedSheet> {
  const { rows, position } = await readFacts(parts, request);
  return sheetOf(parts, { ...request, rows, position });
}

/** The facts of a year's tasks, and the position up to which they count. @throws CommandRejected POSITION_NOT_REACHED. */
export async function readFacts(
  parts: ApplicationParts,
  { year, position, after }: Pick<SheetRequest, 'year' | 'position' | 'after'>,
): Promise<{ readonly rows: readonly TaskOutcomeRow[]; readonly position: bigint }> {
  // What the log itself does not hold yet is not worth waiting for.
  if (position !== null) refuseBeyond(position, await parts.store.head());
  const wanted = position?.toString() ?? after;
  const { rows, at } = await answer(parts, taskOutcomes, wanted, async (reader, reached) => {
    const upTo = position ?? reached;
    refuseBeyond(upTo, reached);
    return { rows: await loadTaskOutcomes(reader, { year }), at: upTo };
  });
  return { rows, position: at };
}

export interface FactsOfSheet extends Pick<SheetRequest, 'year' | 'asOf' | 'ruleSet'> {
  readonly rows: readonly TaskOutcomeRow[];
  readonly position: bigint;
  /** Up to where the units are read, when the facts go further than the log; the position when left out. */
  readonly unitsAt?: bigint;
}

/** The sheet that follows from facts in hand. */
export async function sheetOf(
  parts: Pick<ApplicationParts, 'store'>,
  { year, asOf, ruleSet, rows, position, unitsAt = position }: FactsOfSheet,
): Promise<HashedSheet> {
  const outcomes = outcomesOf(rows, { asOf, knownAtPosition: position });
  const directory = await DirectorySource.upTo(parts.store, unitsAt);
  const units = directory
    .unitsOn(asOf)
    .filter(({ kind }) => kind !== 'department' && kind !== 'outside')
    .map(({ unitId, kind }) => measureUnit(outcomes, { unitId, kind }, { year, asOf }));
  const sheet = scoreSheet({
    year,
    asOf,
    position,
    ruleSet,
    units,
    ruleSetHash: digestOf(ruleSet),
    inputHash: digestOf(plain(units)),
  });
  return hashed(sheet);
}

/** Events that were not known at the freeze and tell of days up to the one the year is seen at. */
export async function factsAfter(
  parts: ApplicationParts,
  { year, asOf, position }: { year: number; asOf: LocalDate; position: bigint },
): Promise<readonly string[]> {
  const { rows } = await readFacts(parts, {
    year,
    position: await parts.store.head(),
    after: undefined,
  });
  return rows
    .flatMap(({ facts }) => facts)
    .filter((fact) => BigInt(fact.position) > position)
    .filter(({ on, type }) => on <= asOf || type === 'TaskCorrected')
    .map(({ eventId }) => eventId);
}

/** @throws POSITION_NOT_REACHED */
export function refuseBeyond(position: bigint, reached: bigint): void {
  if (position <= reached) return;
  rejectCall('POSITION_NOT_REACHED', {
    position: position.toString(),
    reached: reached.toString(),
  });
}

/** Facts as JSON for hashing: the two integers of a fraction become text, so that no digit is lost. */
const plain = (facts: readonly UnitFacts[]): unknown =>
  JSON.parse(
    JSON.stringify(facts, (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  );
