import { Readable } from 'node:stream';
import { digestOf } from '@thidua/evidence';
import type { LocalDate } from '@thidua/kernel';
import { entryIdsAfter, unitEntryIdsAfter } from '@thidua/projections';
import type { ApplicationParts } from '../application-parts';
import { scoreOfficials, type ScoredOfficials } from '../officials/score-officials';
import { rulesForOfficials } from '../officials/officials-rules';
import { rulesForOrganisations } from '../unit-years/organisation-rules';
import { scoreOrganisations } from '../unit-years/score-organisations';
import type { OpenResult, RuleSetReference, ScoredResult, SheetText } from './open-result';
import { readSheetText, sheetDocument } from './sheet-text';
import { computeSheet, factsAfter, findRuleSet } from '../scores/compute-sheet';
import type { HashedSheet } from '../scores/hashed-sheet';

/** What is computed: a year under a rule set, from the facts up to a position, as of a day. */
export interface ScoringRequest {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly position: bigint;
}

const nobody = (): AsyncIterable<string> => Readable.from([]);

/** A sheet that is held in memory as it was computed. */
async function inMemory(head: SheetText['head']): Promise<OpenResult> {
  const text: SheetText = { head, parts: nobody };
  const result = await readSheetText(text);
  return { result, text, document: () => sheetDocument(text), close: () => Promise.resolve() };
}

/** The result of a sheet of units. */
export const resultOfUnits = (sheet: HashedSheet): Promise<OpenResult> => inMemory(sheet);

function resultOfOfficials(scored: ScoredOfficials): OpenResult {
  const { sheet, standings } = scored;
  const ranks = new Map(
    sheet.groups.flatMap(({ ranking }) => ranking.map(({ id, rank }) => [id, rank] as const)),
  );
  const { id, version, hash } = sheet.ruleSet;
  const subjects = standings.map(({ id: personId, unitId, class: rated }) => ({
    ...{ subjectId: personId, unitId, personId, band: rated, rank: ranks.get(personId) ?? null },
  }));
  const { factsHash: inputHash, sheetHash } = sheet;
  const text: SheetText = { head: sheet, parts: () => scored.parts() };
  return {
    result: { ruleSet: { id, version, hash }, inputHash, sheetHash, subjects },
    text,
    document: () => sheetDocument(text),
    close: () => scored.close(),
  };
}

/** The rule set under which a cycle is opened. @throws CommandRejected RULE_SET_NOT_FOUND. */
export function ruleSetReference(ruleSetId: string | undefined, year: number): RuleSetReference {
  const rules =
    rulesForOfficials(ruleSetId) ??
    rulesForOrganisations(ruleSetId) ??
    findRuleSet(ruleSetId, year);
  const { id, version } = rules;
  return { id, version, hash: digestOf(rules) };
}

/**
 * The one place where a rule set meets the facts it scores. The cycle knows nothing of how points come about.
 * @throws CommandRejected RULE_SET_NOT_FOUND, POSITION_NOT_REACHED, FACTS_INVALID.
 */
export async function openScored(
  parts: ApplicationParts,
  ruleSetId: string,
  request: ScoringRequest,
): Promise<OpenResult> {
  const rules = rulesForOfficials(ruleSetId);
  if (rules !== null) return resultOfOfficials(await scoreOfficials(parts, { ...request, rules }));
  const organisations = rulesForOrganisations(ruleSetId);
  if (organisations !== null) {
    const sheet = await scoreOrganisations(parts, { ...request, rules: organisations });
    const { people: _nobody, ...head } = sheet;
    return inMemory(head);
  }
  const ruleSet = findRuleSet(ruleSetId, request.year);
  return resultOfUnits(await computeSheet(parts, { ...request, ruleSet, after: undefined }));
}

/** The result alone. */
export async function scoreUnder(
  parts: ApplicationParts,
  ruleSetId: string,
  request: ScoringRequest,
): Promise<ScoredResult> {
  const opened = await openScored(parts, ruleSetId, request);
  await opened.close();
  return opened.result;
}

/** Events that came after the position and may have moved the sheet. */
export async function eventsAfter(
  parts: ApplicationParts,
  ruleSetId: string,
  request: ScoringRequest,
): Promise<readonly string[]> {
  const ofTasks = await factsAfter(parts, request);
  const { year, position } = request;
  if (rulesForOrganisations(ruleSetId) !== null) {
    return [...ofTasks, ...(await unitEntryIdsAfter(parts.database.pool, { year, position }))];
  }
  if (rulesForOfficials(ruleSetId) === null) return ofTasks;
  return [...ofTasks, ...(await entryIdsAfter(parts.database.pool, { year, position }))];
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
