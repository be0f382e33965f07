import type { DecreeSheet } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { isOfDecree } from '../evaluations/open-result';
import { frozenEvaluation, viewOf, type ScoreInput } from '../scores/score-queries';
import { organisationRules } from './organisation-rules';
import { scoreOrganisations } from './score-organisations';

export interface OrganisationSheetAnswer extends DecreeSheet {
  readonly asOf: string;
  readonly position: string;
  /** `provisional`: as if the year ended on the day asked about. */
  readonly status: 'provisional' | 'frozen';
}

/** The sheet as it was recorded; null where none is kept. */
async function keptSheet(parts: ApplicationParts, sheetHash: string): Promise<DecreeSheet | null> {
  const head = (await parts.sheets.open(sheetHash))?.text.head;
  return head !== undefined && isOfDecree(head) ? { ...head, people: [] } : null;
}

/**
 * Classes of the units under decree 335/2025, chapter II: at the freeze when the year is frozen and nothing else is
 * asked for, else as things stand.
 * @throws CommandRejected POSITION_NOT_REACHED, RULE_SET_NOT_IN_FORCE.
 */
export async function organisationSheet(
  parts: ApplicationParts,
  input: ScoreInput,
): Promise<OrganisationSheetAnswer> {
  const { year, asOf, position } = input;
  const rules = organisationRules();
  const isPlain = asOf === undefined && position === undefined;
  const frozen = isPlain ? await frozenEvaluation(parts, year, rules.id) : null;
  const view = viewOf(parts, input, frozen);
  const at = view.position ?? (await parts.store.head());
  const recorded = frozen?.computed ?? null;
  const kept = recorded && (await keptSheet(parts, recorded.sheetHash));
  const sheet =
    kept ?? (await scoreOrganisations(parts, { year, asOf: view.asOf, position: at, rules }));
  const status = frozen === null ? 'provisional' : 'frozen';
  return { ...sheet, asOf: view.asOf, position: at.toString(), status };
}
