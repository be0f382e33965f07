import { digestOf } from '@thidua/evidence';
import {
  decreeSheet,
  insightOf,
  readFacts,
  type DecreeSheet,
  type Insight,
  type WrittenFacts,
} from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import { rejectCall } from '../calls/call-errors';
import { frozenEvaluation, viewOf, type ScoreInput } from '../scores/score-queries';
import type { OfficialsRequest } from './official-pages';
import { officialsFacts } from './officials-facts';
import { rulesForOfficials } from './officials-rules';

const ND335 = 'ND335';

/** The frozen facts when the officials' year is frozen and no other day or position is asked for; else those of now. */
async function requestOf(
  parts: ApplicationParts,
  input: ScoreInput,
): Promise<OfficialsRequest & { readonly isFrozen: boolean }> {
  const { year, asOf, position } = input;
  const isPlain = asOf === undefined && position === undefined;
  const frozen = isPlain ? await frozenEvaluation(parts, year, input.ruleSet ?? ND335) : null;
  const view = viewOf(parts, input, frozen);
  const at = view.position ?? (await parts.store.head());
  return { year, asOf: view.asOf, position: at, isFrozen: frozen !== null };
}

/**
 * Everything the log says of the officials' year, as a facts file: what `score run` scores alone, under any rules, with
 * facts added or taken away. By id only; names stay in the directory.
 * @throws CommandRejected POSITION_NOT_REACHED.
 */
export async function scoreFacts(
  parts: ApplicationParts,
  input: ScoreInput,
): Promise<WrittenFacts> {
  return officialsFacts(parts, await requestOf(parts, input));
}

export interface OfficialAnswer extends Insight {
  readonly year: number;
  readonly asOf: string;
  readonly position: string;
  readonly ruleSet: DecreeSheet['ruleSet'];
  /** `provisional`: as if the year ended on the day asked about. */
  readonly status: 'provisional' | 'frozen';
  /** The name in the directory; the id once it was erased. */
  readonly name: string;
  /** Where the quota cut in the person's group, and why. */
  readonly group: DecreeSheet['groups'][number] | null;
}

/**
 * One official's year: every step with its article and events, what is missing to the next class, and on which single
 * events class and rank hang. For an office; it scores everybody the quota is counted among.
 * @throws CommandRejected RULE_SET_NOT_FOUND, POSITION_NOT_REACHED, FACTS_INVALID, PERSON_NOT_IN_FACTS.
 */
export async function officialScore(
  parts: ApplicationParts,
  input: ScoreInput & { readonly person: string },
): Promise<OfficialAnswer> {
  const { year, person: personId, ruleSet: wanted = ND335 } = input;
  const ruleSet = rulesForOfficials(wanted);
  if (ruleSet === null) {
    return rejectCall('RULE_SET_NOT_FOUND', { ruleSet: wanted, known: [ND335] });
  }
  const request = await requestOf(parts, input);
  const facts = readFacts(await officialsFacts(parts, request), ruleSet);
  const sheet = decreeSheet(facts, ruleSet, digestOf);
  const insight = insightOf({ facts, ruleSet }, sheet, personId);
  const names = await parts.people.names();
  return {
    ...insight,
    year,
    asOf: request.asOf,
    position: request.position.toString(),
    ruleSet: sheet.ruleSet,
    status: request.isFrozen ? 'frozen' : 'provisional',
    name: names.get(personId) ?? personId,
    group: sheet.groups.find(({ groupId }) => groupId === insight.person.groupId) ?? null,
  };
}
