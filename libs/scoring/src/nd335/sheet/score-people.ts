import { type Rational } from '@thidua/kernel';
import type { RatedPerson, RatingContext } from '../classes/rate-person';
import { leadsAtEndOf } from '../classes/posts';
import { ratePerson } from '../classes/rate-person';
import type { Facts } from '../facts/facts';
import type { PersonFacts } from '../facts/person-facts';
import { rejectScoring } from '../nd335.rejections';
import { scorePeriod, type ScoredPeriod } from '../period/score-period';

type Scores = ReadonlyMap<string, ScoredPeriod>;

/**
 * Period scores of everybody, subordinates before their leaders, each person once.
 * @throws CommandRejected FACTS_INVALID when somebody is, through others, their own subordinate.
 */
class PeriodScores {
  private readonly people: ReadonlyMap<string, PersonFacts>;
  private readonly known = new Map<string, Scores>();
  private readonly underWay = new Set<string>();

  constructor(
    people: readonly PersonFacts[],
    private readonly context: RatingContext,
  ) {
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  of(person: PersonFacts): Scores {
    const found = this.known.get(person.id);
    if (found !== undefined) return found;
    if (this.underWay.has(person.id)) {
      const message = `người ${person.id} là cấp dưới của chính mình qua người khác (is, through others, their own subordinate)`;
      return rejectScoring('FACTS_INVALID', { count: 1, problems: [`people: ${message}`] });
    }
    this.underWay.add(person.id);
    const scores = new Map(
      person.periods.map((facts) => [
        facts.period,
        scorePeriod(facts, this.context.rules, {
          totalOf: (id) => this.totalOf(id, facts.period),
          isLeading: leadsAtEndOf(person, facts.period),
        }),
      ]),
    );
    this.underWay.delete(person.id);
    this.known.set(person.id, scores);
    return scores;
  }

  private totalOf(personId: string, period: string): Rational | null {
    const person = this.people.get(personId);
    return person === undefined ? null : (this.of(person).get(period)?.total ?? null);
  }
}

/** The years before the quota of those asked for, in their order; `people` is where subordinates are looked up. */
export function ratePeople(
  people: Facts['people'],
  context: RatingContext,
  askedFor: Facts['people'] = people,
): readonly RatedPerson[] {
  const scores = new PeriodScores(people, context);
  return askedFor.map((person) => ratePerson(person, [...scores.of(person).values()], context));
}
