import { rational, sum, times, ZERO, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { uniqueSorted } from '../event-ids';
import type { AcceptedUnits, Occurrence, ProductFacts } from '../facts/product-facts';
import type { CompiledRules } from './compiled-rules';

/** What a period's products add up to, in converted units, with the counts and events behind each sum. */
export interface Tally {
  /** A: what was originally assigned, the denominator of a, b and c. */
  readonly assigned: Rational;
  /** Numerator of a: what was accepted. */
  readonly accepted: Rational;
  /** Numerator of b: accepted, less the deductions for major errors. */
  readonly quality: Rational;
  /** Numerator of c: accepted, less the deductions for delays. */
  readonly progress: Rational;
  readonly counts: Counts;
  readonly quantityEvents: readonly string[];
  readonly qualityEvents: readonly string[];
  readonly progressEvents: readonly string[];
}

interface Counts {
  handedOff: number;
  majorErrors: number;
  excusedErrors: number;
  late: number;
  excusedLate: number;
}

/** Whole units of one coefficient; units with the same number of occurrences earn the same, so they are only counted. */
interface Pile {
  assigned: number;
  accepted: number;
  /** Units by the times they were judged not met for major errors. */
  readonly byErrors: number[];
  /** Units by the times they were late. */
  readonly byLate: number[];
}

const newPile = (): Pile => ({ assigned: 0, accepted: 0, byErrors: [], byLate: [] });

interface Gathered {
  readonly piles: Map<string, Pile>;
  readonly counts: Counts;
  readonly quantity: string[];
  readonly quality: string[];
  readonly progress: string[];
}

/** An occurrence counts unless the competent authority confirmed an objective cause. */
const isExcused = ({ objectiveCause }: Occurrence): boolean =>
  objectiveCause !== null && objectiveCause.confirmedBy !== null;

function gatherEvents(into: string[], occurrences: readonly Occurrence[]): void {
  for (const { eventIds, objectiveCause } of occurrences) {
    into.push(...eventIds, ...(objectiveCause?.eventIds ?? []));
  }
}

/** How many times it counts: once, or once a day where the rule set counts days. */
function timesOf(occurrences: readonly Occurrence[], byDay: boolean): number {
  let total = 0;
  for (const occurrence of occurrences) {
    if (!isExcused(occurrence)) total += byDay ? occurrence.days : 1;
  }
  return total;
}

const add = (pile: number[], place: number, units: number): void => {
  pile[place] = (pile[place] ?? 0) + units;
};

function gatherAccepted(
  entry: AcceptedUnits,
  pile: Pile,
  gathered: Gathered,
  byDay: boolean,
): void {
  const { units, majorErrors, late } = entry;
  const { counts } = gathered;
  const [errors, delays] = [timesOf(majorErrors, false), timesOf(late, byDay)];
  pile.accepted += units;
  add(pile.byErrors, errors, units);
  add(pile.byLate, delays, units);
  counts.majorErrors += errors * units;
  counts.late += delays * units;
  counts.excusedErrors += majorErrors.filter(isExcused).length * units;
  counts.excusedLate += late.filter(isExcused).length * units;
  gathered.quantity.push(...entry.eventIds);
  gatherEvents(gathered.quality, majorErrors);
  gatherEvents(gathered.progress, late);
}

function gather(products: readonly ProductFacts[], byDay: boolean): Gathered {
  const gathered: Gathered = {
    piles: new Map(),
    counts: { handedOff: 0, majorErrors: 0, excusedErrors: 0, late: 0, excusedLate: 0 },
    quantity: [],
    quality: [],
    progress: [],
  };
  for (const product of products) {
    const pile = gathered.piles.get(product.k) ?? newPile();
    gathered.piles.set(product.k, pile);
    if (product.origin === 'ASSIGNED') pile.assigned += product.quantity;
    gathered.quantity.push(...product.eventIds);
    for (const entry of product.accepted) gatherAccepted(entry, pile, gathered, byDay);
    for (const { units, eventIds } of product.handedOff) {
      gathered.counts.handedOff += units;
      gathered.quantity.push(...eventIds);
    }
  }
  return gathered;
}

/** Units, each worth what is left after `deduct` for every occurrence, never under zero. */
function left(byTimes: readonly number[], { numerator, denominator }: Rational): Rational {
  let total = 0n;
  byTimes.forEach((units, occurrences) => {
    const rest = denominator - numerator * BigInt(occurrences);
    if (rest > 0n) total += BigInt(units) * rest;
  });
  return rational(total, denominator);
}

/** Adds up a period's products: an exact fraction for each coefficient, not for each product. */
export function tallyOf(products: readonly ProductFacts[], rules: CompiledRules): Tally {
  const byDay = rules.parameters.lateUnit.value === 'DAY';
  const gathered = gather(products, byDay);
  const piles = [...gathered.piles].map(([k, pile]) => ({ worth: amountOf(k), pile }));
  const over = (unitsOf: (pile: Pile) => Rational): Rational =>
    piles.length === 0 ? ZERO : sum(piles.map(({ worth, pile }) => times(worth, unitsOf(pile))));
  return {
    assigned: over(({ assigned }) => rational(assigned)),
    accepted: over(({ accepted }) => rational(accepted)),
    quality: over(({ byErrors }) => left(byErrors, rules.deductQuality)),
    progress: over(({ byLate }) => left(byLate, rules.deductLate)),
    counts: gathered.counts,
    quantityEvents: uniqueSorted(gathered.quantity),
    qualityEvents: uniqueSorted(gathered.quality),
    progressEvents: uniqueSorted(gathered.progress),
  };
}
