import { compareRational, minus, parseRational, sum, ZERO, type Rational } from '@thidua/kernel';
import type { DecreeRuleSet, DecreeSheet, Facts, PersonFacts, PersonScore } from '@thidua/scoring';
import { rejectReporting } from '../../reporting.rejections';
import type { ResultNames } from '../result-book';

type OfficialsRules = Extract<DecreeRuleSet, { readonly subject: 'CIVIL_SERVANTS' }>;

/** What the forms of decree 335/2025 are filled in from. */
export interface FormSource {
  readonly facts: Facts;
  readonly ruleSet: OfficialsRules;
  readonly sheet: DecreeSheet;
  readonly names: Pick<ResultNames, 'person' | 'unit' | 'group'>;
}

/** One person’s form: the facts it rests on and the score that came of them. */
export interface FormOfPerson {
  readonly facts: PersonFacts;
  readonly score: PersonScore;
}

const LISTED_MAX = 20;

/** @throws CommandRejected PERSON_NOT_IN_RESULT, naming who is. */
export function formOf({ facts, sheet }: FormSource, personId: string): FormOfPerson {
  const own = facts.people.find(({ id }) => id === personId);
  const score = sheet.people.find((each) => each.personId === personId);
  if (own === undefined || score === undefined) {
    const known = facts.people.slice(0, LISTED_MAX).map(({ id }) => id);
    return rejectReporting('PERSON_NOT_IN_RESULT', { personId, known });
  }
  return { facts: own, score };
}

/** A month or quarter with its marks. */
export type WorkPeriod = Extract<PersonFacts['periods'][number], { readonly kind: 'WORK' }>;

const amount = (text: string): Rational => parseRational(text) ?? ZERO;

/** Points for the general criteria as marked, item by item or as a total; null while there are none. */
export function markedPoints({ general }: WorkPeriod): Rational | null {
  if (general === null) return null;
  const { items = [], total } = general;
  return total === undefined ? sum(items.map(({ mark }) => amount(mark))) : amount(total);
}

/** The period’s points split into general criteria and task results; null where the period has no score. */
export function partsOf(
  form: FormOfPerson,
  period: string,
): { readonly general: Rational; readonly tasks: Rational } | null {
  const facts = form.facts.periods.find((each) => each.period === period);
  const total = form.score.periods.find((each) => each.period === period)?.total ?? null;
  if (facts?.kind !== 'WORK' || total === null) return null;
  const general = markedPoints(facts);
  if (general === null) return null;
  const tasks = minus(amount(total.exact), general);
  return compareRational(tasks, ZERO) < 0 ? null : { general, tasks };
}

/** A period as a form names it: `tháng 3/2026`, `quý I/2026`; the first two months have a leading zero, as in a date. */
export function writtenPeriod(period: string): string {
  const [year = '', part = ''] = period.split('-');
  const quarter = ['I', 'II', 'III', 'IV'][Number(part.slice(1)) - 1];
  if (part.startsWith('Q')) return `quý ${quarter ?? ''}/${year}`;
  return `tháng ${Number(part) > 2 ? String(Number(part)) : part}/${year}`;
}
