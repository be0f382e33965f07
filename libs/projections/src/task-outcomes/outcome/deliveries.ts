import type { ViewedFact } from './facts-in-view';

/**
 * What became of one thing handed in. `acceptedFirst`: accepted without ever being sent back; `acceptedLater`: after at
 * least one return; `sentBack`: returned and not accepted so far; `pending`: nobody has judged it yet.
 */
export type DeliveryStatus = 'acceptedFirst' | 'acceptedLater' | 'sentBack' | 'pending';

export interface Delivery {
  /** A product id, or `result` for a task without products: its reported result is what is judged. */
  readonly what: string;
  readonly status: DeliveryStatus;
  readonly eventIds: readonly string[];
}

/** A result or product sent back for more work. */
export interface Return {
  readonly what: string;
  /** Counts under decree 335/2025, article 14.2.b; a request to add something small does not. */
  readonly majorContentError: boolean;
  readonly eventId: string;
}

type Judgement = 'handedIn' | 'accepted' | 'returned';

interface Judged {
  readonly what: string;
  readonly judgement: Judgement;
  readonly eventId: string;
}

const RESULT = 'result';

/** A correction to "no day" says that the completion never was. */
const isWithdrawn = ({ correction }: ViewedFact): boolean =>
  correction !== null && correction.now === null;

function judged(fact: ViewedFact): Judged | null {
  const { eventId } = fact;
  switch (fact.type) {
    case 'ProductHandedIn':
      return { what: fact.data.productId, judgement: 'handedIn', eventId };
    case 'ProductAccepted':
      return { what: fact.data.productId, judgement: 'accepted', eventId };
    case 'ProductReturned':
      return { what: fact.data.productId, judgement: 'returned', eventId };
    case 'ResultReported':
      return { what: RESULT, judgement: 'handedIn', eventId };
    case 'ResultReturned':
      return { what: RESULT, judgement: 'returned', eventId };
    case 'TaskReopened':
      return { what: RESULT, judgement: 'returned', eventId };
    case 'TaskCompleted':
      return isWithdrawn(fact) ? null : { what: RESULT, judgement: 'accepted', eventId };
    default:
      return null;
  }
}

function statusOf(acts: readonly Judged[]): DeliveryStatus {
  const wasReturned = acts.some(({ judgement }) => judgement === 'returned');
  const last = acts.findLast(({ judgement }) => judgement !== 'handedIn');
  if (last?.judgement === 'accepted') return wasReturned ? 'acceptedLater' : 'acceptedFirst';
  return wasReturned ? 'sentBack' : 'pending';
}

/**
 * The things handed in and how they were judged: each product, or the result where there are none. Completing the task
 * accepts the products that nobody judged one by one; reopening it takes back the acceptance of its result.
 */
export function deliveriesOf(facts: readonly ViewedFact[]): readonly Delivery[] {
  const acts = facts.map(judged).filter((act) => act !== null);
  const completion = acts.find(
    ({ what, judgement }) => what === RESULT && judgement === 'accepted',
  );
  const handedIn = acts.filter(({ judgement }) => judgement === 'handedIn');
  const products = [...new Set(handedIn.map(({ what }) => what).filter((what) => what !== RESULT))];
  const things = products.length > 0 ? products.sort() : handedIn.length > 0 ? [RESULT] : [];
  return things.map((what) => {
    const own = acts.filter((act) => act.what === what);
    const isJudged = own.some(({ judgement }) => judgement !== 'handedIn');
    const byCompletion = !isJudged && completion !== undefined ? [{ ...completion, what }] : [];
    const all = [...own, ...byCompletion];
    return { what, status: statusOf(all), eventIds: all.map(({ eventId }) => eventId) };
  });
}

/** Everything sent back, in log order. */
export const returnsOf = (facts: readonly ViewedFact[]): readonly Return[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'ProductReturned' && fact.type !== 'ResultReturned') return [];
    const what = fact.type === 'ProductReturned' ? fact.data.productId : RESULT;
    return [{ what, majorContentError: fact.data.majorContentError, eventId: fact.eventId }];
  });
