import { digestOf } from '@thidua/evidence';
import { marksEvents } from '@thidua/evaluation';
import type { LocalDate } from '@thidua/kernel';
import {
  DECREE_RULE_SETS,
  decreeSheet,
  type DecreeRuleSet,
  type DecreeSheet,
} from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { officialsFacts } from '../marks/officials-facts';
import { readUpTo } from '../marks/read-entries';
import { computeSheet, factsAfter, findRuleSet, type HashedSheet } from '../scores/compute-sheet';

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

/** Which rules, by a hash over all of them. */
export interface RuleSetReference {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** A sheet of any rule set as the cycle sees it: a document with its hashes, and whom it is about. */
export interface ScoredResult {
  readonly ruleSet: RuleSetReference;
  readonly inputHash: string;
  readonly sheetHash: string;
  /** Plain JSON, the same on every machine. */
  readonly sheet: object;
  readonly subjects: readonly ScoredSubject[];
}

function resultOfUnits(sheet: HashedSheet): ScoredResult {
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
}

function resultOfOfficials(sheet: DecreeSheet): ScoredResult {
  const ranks = new Map(
    sheet.groups.flatMap(({ ranking }) => ranking.map(({ id, rank }) => [id, rank] as const)),
  );
  const { id, version, hash } = sheet.ruleSet;
  return {
    ruleSet: { id, version, hash },
    inputHash: sheet.factsHash,
    sheetHash: sheet.sheetHash,
    sheet,
    subjects: sheet.people.map(({ personId, unitId, class: rated }) => ({
      subjectId: personId,
      unitId,
      personId,
      band: rated,
      rank: ranks.get(personId) ?? null,
    })),
  };
}

/** Rules for officials; null where the id names rules for units. */
function rulesForOfficials(ruleSetId: string | undefined): DecreeRuleSet | null {
  const found = ruleSetId === undefined ? undefined : DECREE_RULE_SETS[ruleSetId];
  return found?.subject === 'CIVIL_SERVANTS' ? found : null;
}

/** The rule set under which a cycle is opened. @throws CommandRejected RULE_SET_NOT_FOUND. */
export function ruleSetReference(ruleSetId: string | undefined, year: number): RuleSetReference {
  const rules = rulesForOfficials(ruleSetId) ?? findRuleSet(ruleSetId, year);
  const { id, version } = rules;
  return { id, version, hash: digestOf(rules) };
}

/**
 * The one place where a rule set meets the facts it scores. The cycle knows nothing of how points come about.
 * @throws CommandRejected RULE_SET_NOT_FOUND, FACTS_INVALID.
 */
export async function scoreUnder(
  parts: ApplicationParts,
  ruleSetId: string,
  request: ScoringRequest,
): Promise<ScoredResult> {
  const rules = rulesForOfficials(ruleSetId);
  if (rules === null) {
    const ruleSet = findRuleSet(ruleSetId, request.year);
    return resultOfUnits(await computeSheet(parts, { ...request, ruleSet, after: undefined }));
  }
  const facts = await officialsFacts(parts, request);
  return resultOfOfficials(decreeSheet(facts, rules, digestOf));
}

/** Events that came after the position and may have moved the sheet. */
export async function eventsAfter(
  parts: ApplicationParts,
  ruleSetId: string,
  request: ScoringRequest,
): Promise<readonly string[]> {
  const ofTasks = await factsAfter(parts, request);
  if (rulesForOfficials(ruleSetId) === null) return ofTasks;
  const head = await parts.store.head();
  const entries = await readUpTo(parts, Object.keys(marksEvents), head);
  const later = entries.filter(
    ({ position, data }) =>
      position > request.position && (data as { year: number }).year === request.year,
  );
  return [...ofTasks, ...later.map(({ id }) => id)];
}

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
