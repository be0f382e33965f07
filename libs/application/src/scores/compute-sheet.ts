import { digestOf } from '@thidua/evidence';
import { localDate, localDateOf, type LocalDate } from '@thidua/kernel';
import { loadTaskOutcomes, outcomesOf, taskOutcomes } from '@thidua/projections';
import {
  measureUnit,
  scoreSheet,
  unitTaskResultsV1,
  type RuleSet,
  type ScoreSheet,
  type UnitFacts,
} from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { rejectCall } from '../calls/call-errors';
import { DirectorySource } from '../organisation/directory-source';

/** A sheet with the hash over all of it, which covers the hashes of rule set and inputs. */
export interface HashedSheet extends ScoreSheet {
  readonly sheetHash: string;
}

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

/** Where a log keeps the facts is no part of what they say, so the hash leaves it out: any log of them gives the same. */
const withoutPosition = ({
  position: _position,
  ...said
}: ScoreSheet): Omit<ScoreSheet, 'position'> => said;

/** Same facts, same day, same rule set: the same sheet and the same hash, on any machine and over any log. */
export async function computeSheet(
  parts: ApplicationParts,
  request: SheetRequest,
): Promise<HashedSheet> {
  const { year, asOf, ruleSet } = request;
  const wanted = request.position?.toString();
  // What the log itself does not hold yet is not worth waiting for.
  if (request.position !== null) refuseBeyond(request.position, await parts.store.head());
  return answer(parts, taskOutcomes, wanted ?? request.after, async (reader, reached) => {
    const position = request.position ?? reached;
    refuseBeyond(position, reached);
    const rows = await loadTaskOutcomes(reader, { year });
    return { rows, at: position };
  }).then(async ({ rows, at }) => {
    const outcomes = outcomesOf(rows, { asOf, knownAtPosition: at });
    const directory = await DirectorySource.upTo(parts.store, at);
    const units = directory
      .unitsOn(asOf)
      .filter(({ kind }) => kind !== 'department' && kind !== 'outside')
      .map(({ unitId, kind }) => measureUnit(outcomes, { unitId, kind }, { year, asOf }));
    const ruleSetHash = digestOf(ruleSet);
    const sheet = scoreSheet({
      year,
      asOf,
      position: at,
      ruleSet,
      units,
      ruleSetHash,
      inputHash: digestOf(plain(units)),
    });
    return { ...sheet, sheetHash: digestOf(withoutPosition(sheet)) };
  });
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
