import { listEvaluations, type Evaluation } from '@thidua/projections';
import { explainScore, type Explanation, type UnitScore } from '@thidua/scoring';
import type { AfterInput, ApplicationParts } from '../application-parts';
import { rejectCall } from '../calls/call-errors';
import { readDay } from '../calls/read-day';
import { isOfDecree } from '../evaluations/open-result';
import { resolveUnit } from '../organisation/resolve-unit';
import { computeSheet, defaultAsOf, findRuleSet, type SheetRequest } from './compute-sheet';
import type { HashedSheet } from './hashed-sheet';

export interface ScoreInput extends AfterInput {
  readonly year: number;
  /** Day as of which the year is seen; the frozen one, or the last day of the year, or today while it runs. */
  readonly asOf?: string | undefined;
  /** Decimal string of the log position up to which facts count; the frozen one, or all that is recorded. */
  readonly position?: string | undefined;
  readonly ruleSet?: string | undefined;
}

export interface ScoreAnswer extends HashedSheet {
  /** `frozen` when the sheet is the recorded one of a frozen evaluation; every other sheet is provisional. */
  readonly status: 'provisional' | 'frozen';
  /** For a frozen sheet: whether it has the hash recorded at the freeze; one that is kept is proved by it. */
  readonly matchesRecord: boolean | null;
  /** Names on the day as of which the year is seen, by unit id. Names are outside the hash. */
  readonly names: Readonly<Record<string, string>>;
}

/** The frozen sheet when the year is frozen and no other view is asked for; else what follows from the log now. */
export async function scoreSheet(parts: ApplicationParts, input: ScoreInput): Promise<ScoreAnswer> {
  const ruleSet = findRuleSet(input.ruleSet, input.year);
  const frozen = isPlain(input) ? await frozenEvaluation(parts, input.year, ruleSet.id) : null;
  const view = viewOf(parts, input, frozen);
  const recorded = frozen?.computed ?? null;
  const kept = recorded && (await keptSheet(parts, recorded.sheetHash));
  const request = { year: input.year, ...view, ruleSet, after: input.after };
  const sheet = kept ?? (await computeSheet(parts, request));
  const directory = await parts.directory.current();
  return {
    ...sheet,
    status: frozen === null ? 'provisional' : 'frozen',
    matchesRecord: recorded === null ? null : recorded.sheetHash === sheet.sheetHash,
    names: Object.fromEntries(
      directory.unitsOn(view.asOf).map(({ unitId, name }) => [unitId, name]),
    ),
  };
}

/** The sheet of units as it was recorded; null where none is kept. */
async function keptSheet(parts: ApplicationParts, sheetHash: string): Promise<HashedSheet | null> {
  const head = (await parts.sheets.open(sheetHash))?.text.head;
  return head === undefined || isOfDecree(head) ? null : head;
}

/** The day and position to see the year at: as asked, else as frozen, else as things stand. */
export function viewOf(
  parts: ApplicationParts,
  { year, asOf, position }: ScoreInput,
  evaluation: Evaluation | null,
): Pick<SheetRequest, 'asOf' | 'position'> {
  const frozen = evaluation?.frozen ?? null;
  if (frozen !== null) return { asOf: frozen.asOf, position: BigInt(frozen.position) };
  return {
    asOf: asOf === undefined ? defaultAsOf(parts, year) : readDay('asOf', asOf),
    position: position === undefined ? null : BigInt(position),
  };
}

const isPlain = ({ asOf, position }: ScoreInput): boolean =>
  asOf === undefined && position === undefined;

/** The evaluation in force for the year under the rule set; null while nothing is frozen. */
export async function frozenEvaluation(
  parts: ApplicationParts,
  year: number,
  ruleSetId: string,
): Promise<Evaluation | null> {
  const cycles = await listEvaluations(parts.database.pool, year);
  return (
    cycles.find(
      ({ status, ruleSet, frozen }) =>
        status !== 'superseded' && ruleSet.id === ruleSetId && frozen !== null,
    ) ?? null
  );
}

export interface ScoreExplanationAnswer {
  readonly year: number;
  readonly asOf: string;
  readonly position: string;
  readonly ruleSet: HashedSheet['ruleSet'];
  readonly sheetHash: string;
  readonly status: ScoreAnswer['status'];
  readonly unitName: string;
  readonly score: UnitScore;
  readonly rank: {
    readonly group: string;
    readonly rank: number | null;
    readonly of: number;
  } | null;
  /** The whole score in words, every line with its tasks and events. */
  readonly explanation: Explanation;
}

export async function scoreExplanation(
  parts: ApplicationParts,
  input: ScoreInput & { readonly unit: string },
): Promise<ScoreExplanationAnswer> {
  const sheet = await scoreSheet(parts, input);
  const directory = await parts.directory.current();
  const unit = resolveUnit(directory, input.unit, sheet.asOf);
  const score = sheet.units.find((each) => each.unit.unitId === unit.unitId);
  if (score === undefined) {
    return rejectCall('UNIT_NOT_FOUND', {
      unit: input.unit,
      known: sheet.units.map((each) => each.unit.unitId),
    });
  }
  return {
    year: sheet.year,
    asOf: sheet.asOf,
    position: sheet.position,
    ruleSet: sheet.ruleSet,
    sheetHash: sheet.sheetHash,
    status: sheet.status,
    unitName: unit.name,
    score,
    rank: rankOf(sheet, unit.unitId),
    explanation: explainScore(score),
  };
}

function rankOf(sheet: HashedSheet, unitId: string): ScoreExplanationAnswer['rank'] {
  const group = sheet.groups.find(({ ranks }) => ranks.some((each) => each.unitId === unitId));
  const entry = group?.ranks.find((each) => each.unitId === unitId);
  if (group === undefined || entry === undefined) return null;
  const of = group.ranks.filter(({ rank }) => rank !== null).length;
  return { group: group.title.vi, rank: entry.rank, of };
}
