import type { PersonFacts } from '../facts/person-facts';
import type { PeriodFacts, WorkPeriod } from '../facts/period-facts';
import type { AcceptedUnits, Occurrence, ProductFacts } from '../facts/product-facts';

/** What a person could have done better: one kind of shortcoming, taken away piece by piece. */
export type LeverKind = 'FEWER_DELAYS' | 'FEWER_MAJOR_ERRORS' | 'MORE_ACCEPTED_UNITS';

/** The same facts with one shortcoming less. */
export interface Improvement {
  readonly facts: PersonFacts;
  readonly period: string;
  readonly productId: string;
  readonly eventIds: readonly string[];
}

const isCounted = ({ objectiveCause }: Occurrence): boolean =>
  objectiveCause === null || objectiveCause.confirmedBy === null;

const replaced = <T>(items: readonly T[], index: number, item: readonly T[]): T[] => [
  ...items.slice(0, index),
  ...item,
  ...items.slice(index + 1),
];

interface Better {
  readonly product: ProductFacts;
  /** Equal for improvements of a period that gain the same, of which one is enough to try. */
  readonly gainsAs: string;
  readonly eventIds: readonly string[];
}

/** One occurrence taken off one accepted unit: of several units in an entry, only one becomes better. */
function withoutOccurrence(product: ProductFacts, of: 'late' | 'majorErrors'): readonly Better[] {
  return product.accepted.flatMap((entry, index) => {
    const occurrence = entry[of].find(isCounted);
    if (occurrence === undefined) return [];
    const rest = entry[of].filter((each) => each !== occurrence);
    const better: AcceptedUnits = { ...entry, units: 1, [of]: rest };
    const others = entry.units === 1 ? [] : [{ ...entry, units: entry.units - 1 }];
    const accepted = replaced(product.accepted, index, [better, ...others]);
    const counted = entry[of].filter(isCounted).map(({ days }) => days);
    const gainsAs = `${product.k} ${counted.join(',')}`;
    return [{ product: { ...product, accepted }, gainsAs, eventIds: occurrence.eventIds }];
  });
}

function withOneMoreUnit(product: ProductFacts): readonly Better[] {
  const used = [...product.accepted, ...product.handedOff].reduce(
    (sum, { units }) => sum + units,
    0,
  );
  if (used >= product.quantity) return [];
  const unit: AcceptedUnits = { units: 1, majorErrors: [], late: [], eventIds: [] };
  const accepted = [...product.accepted, unit];
  const { eventIds } = product;
  return [{ product: { ...product, accepted }, gainsAs: product.k, eventIds }];
}

function better(product: ProductFacts, kind: LeverKind): readonly Better[] {
  switch (kind) {
    case 'FEWER_DELAYS':
      return withoutOccurrence(product, 'late');
    case 'FEWER_MAJOR_ERRORS':
      return withoutOccurrence(product, 'majorErrors');
    case 'MORE_ACCEPTED_UNITS':
      return withOneMoreUnit(product);
  }
}

const isWork = (period: PeriodFacts): period is WorkPeriod => period.kind === 'WORK';

/** The ways to have one shortcoming of that kind less; of those in a period that gain the same, one. */
export function improvements(person: PersonFacts, kind: LeverKind): readonly Improvement[] {
  return person.periods.flatMap((period, periodIndex) => {
    if (!isWork(period)) return [];
    const seen = new Set<string>();
    return period.products.flatMap((product, productIndex) =>
      better(product, kind).flatMap(({ product: changed, gainsAs, eventIds }) => {
        if (seen.has(gainsAs)) return [];
        seen.add(gainsAs);
        const products = replaced(period.products, productIndex, [changed]);
        const periods = replaced(person.periods, periodIndex, [{ ...period, products }]);
        const facts: PersonFacts = { ...person, periods };
        return [{ facts, period: period.period, productId: product.id, eventIds }];
      }),
    );
  });
}
