import type { LocalDate } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import { computeSheet, findRuleSet, type HashedSheet } from '../scores/compute-sheet';

/** What is computed: a year under a rule set, from the facts up to a position, as of a day. */
export interface ScoringRequest {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly position: bigint;
}

/** Whoever a sheet scores. */
export interface ScoredSubject {
  readonly subjectId: string;
  readonly unitId: string;
  /** Null: the subject is the unit itself. */
  readonly personId: string | null;
  readonly band: string | null;
  readonly rank: number | null;
}

/** A sheet of any rule set as the cycle sees it: a document with its hashes, and whom it is about. */
export interface ScoredResult {
  readonly ruleSet: { readonly id: string; readonly version: number; readonly hash: string };
  readonly inputHash: string;
  readonly sheetHash: string;
  /** Plain JSON, the same on every machine. */
  readonly sheet: object;
  readonly subjects: readonly ScoredSubject[];
}

type Scorer = (parts: ApplicationParts, request: ScoringRequest) => Promise<ScoredResult>;

const resultOfUnits = (sheet: HashedSheet): ScoredResult => {
  const ranks = new Map(
    sheet.groups.flatMap(({ ranks: each }) => each.map(({ unitId, rank }) => [unitId, rank])),
  );
  const { id, version, hash } = sheet.ruleSet;
  return {
    ruleSet: { id, version, hash },
    inputHash: sheet.inputHash,
    sheetHash: sheet.sheetHash,
    sheet,
    subjects: sheet.units.map(({ unit: { unitId }, band }) => ({
      subjectId: unitId,
      unitId,
      personId: null,
      band: band?.vi ?? null,
      rank: ranks.get(unitId) ?? null,
    })),
  };
};

const unitScorer =
  (ruleSetId: string): Scorer =>
  async (parts, { year, asOf, position }) => {
    const ruleSet = findRuleSet(ruleSetId, year);
    const request = { year, asOf, position, ruleSet, after: undefined };
    return resultOfUnits(await computeSheet(parts, request));
  };

/**
 * The one place where a rule set meets the facts it scores. The cycle knows nothing of how points come about.
 * @throws CommandRejected RULE_SET_NOT_FOUND.
 */
export const scoreUnder = (
  parts: ApplicationParts,
  ruleSetId: string,
  request: ScoringRequest,
): Promise<ScoredResult> => unitScorer(ruleSetId)(parts, request);

/** Where the two results rank a subject differently, in the order of the subjects' ids. */
export function rankMovesBetween(
  before: ScoredResult,
  after: ScoredResult,
): readonly {
  readonly subjectId: string;
  readonly from: number | null;
  readonly to: number | null;
}[] {
  const was = new Map(before.subjects.map(({ subjectId, rank }) => [subjectId, rank]));
  const is = new Map(after.subjects.map(({ subjectId, rank }) => [subjectId, rank]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((subjectId) => ({
      subjectId,
      from: was.get(subjectId) ?? null,
      to: is.get(subjectId) ?? null,
    }))
    .filter(({ from, to }) => from !== to);
}
