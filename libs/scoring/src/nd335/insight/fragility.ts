import type { Label } from '../../label';
import { factsProblems } from '../facts/check-facts';
import { factsSchema, type Facts } from '../facts/facts';
import { linkedEvents, withoutEvent } from '../facts/without-event';
import { rejectUnknownPerson } from '../nd335.rejections';
import type { RatedClass } from '../rated-class';
import type { DecreeSheet, RatingStatus } from '../result';
import type { DecreeRuleSet } from '../rule-set/rule-set';
import { scoreFacts } from '../sheet/decree-sheet';
import { nearby } from './nearby';

interface Place {
  readonly status: RatingStatus;
  readonly class: RatedClass | null;
  readonly rank: number | null;
}

/** An event whose absence would change a class or a rank, or leave facts that cannot be scored. */
export interface FragileEvent {
  readonly eventId: string;
  readonly effect: 'CLASS' | 'RANK' | 'REFUSED';
  /** After the event is taken away; null when the rest is refused. */
  readonly after: Place | null;
  readonly words: Label;
}

export interface Fragility {
  readonly personId: string;
  readonly now: Place;
  /** Events that were tried: all that this person's facts rest on. */
  readonly tried: number;
  readonly fragile: readonly FragileEvent[];
}

type Scored = Pick<DecreeSheet, 'people' | 'groups'>;

function placeOf({ people, groups }: Scored, personId: string): Place | null {
  const person = people.find((each) => each.personId === personId);
  if (person === undefined) return null;
  const group = groups.find(({ groupId }) => groupId === person.groupId);
  const rank = group?.ranking.find(({ id }) => id === personId)?.rank ?? null;
  return { status: person.status, class: person.class, rank };
}

const named = ({ status, class: rated }: Place): string => rated ?? status;

function compared(eventId: string, now: Place, after: Place | null): FragileEvent | null {
  if (after === null) {
    const words = {
      vi: 'bỏ sự kiện này thì dữ kiện còn lại không đủ để chấm',
      en: 'without this event the rest cannot be scored',
    };
    return { eventId, effect: 'REFUSED', after, words };
  }
  if (named(now) !== named(after)) {
    const words = {
      vi: `bỏ sự kiện này thì ${named(now)} thành ${named(after)}`,
      en: `without this event ${named(now)} becomes ${named(after)}`,
    };
    return { eventId, effect: 'CLASS', after, words };
  }
  if (now.rank === after.rank) return null;
  const [from, to] = [now.rank ?? '–', after.rank ?? '–'];
  const words = {
    vi: `bỏ sự kiện này thì hạng ${from} thành ${to}`,
    en: `without this event rank ${from} becomes ${to}`,
  };
  return { eventId, effect: 'RANK', after, words };
}

/** The facts without one event, scored; null when what is left is no valid file. */
function scoredWithout(facts: Facts, ruleSet: DecreeRuleSet, eventId: string): Scored | null {
  const left = factsSchema.safeParse(withoutEvent(facts, eventId));
  if (!left.success || factsProblems(left.data, ruleSet).length > 0) return null;
  return scoreFacts(left.data, ruleSet, 'FIGURES');
}

/**
 * On which single events a person's class and rank hang: each event is taken away in turn and everything is scored
 * again, quota included.
 * @throws CommandRejected PERSON_NOT_IN_FACTS.
 */
export function fragilityOf(facts: Facts, ruleSet: DecreeRuleSet, personId: string): Fragility {
  const person = facts.people.find(({ id }) => id === personId);
  const now = placeOf(scoreFacts(facts, ruleSet, 'FIGURES'), personId);
  if (person === undefined || now === null) {
    return rejectUnknownPerson(personId);
  }
  // Only those who compete with this person, and those whose score theirs is made of, can matter.
  const near = nearby(facts, personId);
  const events = linkedEvents(person);
  const fragile = events.flatMap((eventId) => {
    const left = scoredWithout(near, ruleSet, eventId);
    const found = compared(eventId, now, left === null ? null : placeOf(left, personId));
    return found === null ? [] : [found];
  });
  return { personId, now, tried: events.length, fragile };
}
