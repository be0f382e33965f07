import type { Facts } from '../facts/facts';
import { rejectUnknownPerson } from '../nd335.rejections';
import type { DecreeSheet, PersonScore } from '../result';
import type { DecreeRuleSet } from '../rule-set/rule-set';
import { fragilityOf, type Fragility } from './fragility';
import { nextClass, type NextClass } from './next-class';

/** One person seen closely: how the score came about, what is missing to the next class, and on what it hangs. */
export interface Insight {
  readonly sheetHash: string;
  readonly person: PersonScore;
  /** Null under rules without points. */
  readonly nextClass: NextClass | null;
  readonly fragility: Fragility;
}

/**
 * Looks at one person of a sheet that was made of these facts by these rules. Pure.
 * @throws CommandRejected PERSON_NOT_IN_FACTS.
 */
export function insightOf(
  { facts, ruleSet }: { readonly facts: Facts; readonly ruleSet: DecreeRuleSet },
  { people, sheetHash }: Pick<DecreeSheet, 'people' | 'sheetHash'>,
  personId: string,
): Insight {
  const person = people.find((each) => each.personId === personId) ?? rejectUnknownPerson(personId);
  return {
    sheetHash,
    person,
    nextClass: ruleSet.subject === 'CIVIL_SERVANTS' ? nextClass(facts, ruleSet, personId) : null,
    fragility: fragilityOf(facts, ruleSet, personId),
  };
}
