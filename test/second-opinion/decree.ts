import {
  add,
  divide,
  isLess,
  lesser,
  multiply,
  parse,
  print,
  ratio,
  whole,
  type Fraction,
} from './fraction';
import type { SampleLeader, SamplePerson, SampleProduct, SampleWork } from './sample';

// The arithmetic of Decree 335/2025 written a second time, straight from its formulas, unit by unit. It imports nothing
// of the product: two readings of the law that agree are worth more than one that is tested against itself.

export interface Options {
  readonly cap: 'TOTAL_70' | 'EACH_100';
  readonly base: 'LITERAL' | 'HTT_OR_ABOVE';
}

export interface Opinion {
  readonly status: 'CLASSED' | 'INSUFFICIENT_DATA' | 'NEEDS_AUTHORITY';
  readonly year: string | null;
  readonly class: string | null;
}

const QUARTER_OFF: Fraction = [1n, 4n];
const NOTHING: Fraction = [0n, 1n];

/** Điều 14.2: 25 % of a unit's points off for each occurrence that no confirmed cause excuses. */
function afterDeductions(occurrences: SampleProduct['accepted'][number]['late']): Fraction {
  let left = whole(1);
  for (const { objectiveCause } of occurrences) {
    if (objectiveCause !== null && objectiveCause.confirmedBy !== null) continue;
    left = add(left, [-QUARTER_OFF[0], QUARTER_OFF[1]]);
  }
  return isLess(left, NOTHING) ? NOTHING : left;
}

/** Điều 14.2 a, b, c over the originally assigned quantity; null when nothing was assigned. */
function abc(products: readonly SampleProduct[]): readonly Fraction[] | null {
  let [assigned, a, b, c] = [NOTHING, NOTHING, NOTHING, NOTHING];
  for (const { origin, k, quantity, accepted } of products) {
    const worth = parse(k);
    if (origin === 'ASSIGNED') assigned = add(assigned, multiply(worth, whole(quantity)));
    for (const { units, majorErrors, late } of accepted) {
      for (let unit = 0; unit < units; unit += 1) {
        a = add(a, worth);
        b = add(b, multiply(worth, afterDeductions(majorErrors)));
        c = add(c, multiply(worth, afterDeductions(late)));
      }
    }
  }
  if (assigned[0] === 0n) return null;
  return [divide(a, assigned), divide(b, assigned), divide(c, assigned)];
}

/** Điều 15.3: each of d, đ, e is 100 % or 50 %. */
function leaderShares({ unitResult, organising, cohesion }: SampleLeader): readonly Fraction[] {
  const half = ratio(1, 2);
  const isUnder = unitResult.subordinates.some(({ total }) => isLess(parse(total), whole(50)));
  return [
    isUnder ? half : whole(1),
    organising.level === '100' ? whole(1) : half,
    cohesion.united ? whole(1) : half,
  ];
}

/** Điều 12.3, 16, 17.1: P = G + R × 70, the task part at most 70. */
function monthly({ general, products, leader }: SampleWork, cap: Options['cap']): Fraction | null {
  const task = abc(products);
  if (task === null) return null;
  const shares = [...task, ...(leader === undefined ? [] : leaderShares(leader))].map((share) =>
    cap === 'EACH_100' ? lesser(share, whole(1)) : share,
  );
  const sum = shares.reduce(add, NOTHING);
  const points = multiply(divide(sum, whole(shares.length)), whole(70));
  return add(parse(general.total), lesser(points, whole(70)));
}

/** Điều 20.1 to 20.4. */
function band(points: Fraction): string {
  if (!isLess(points, whole(90))) return 'HTXS';
  if (!isLess(points, whole(70))) return 'HTT';
  return isLess(points, whole(50)) ? 'KHT' : 'HT';
}

interface Standing {
  readonly id: string;
  readonly mean: Fraction | null;
  readonly class: string | null;
}

/** Điều 17.3, 19.3: the mean of the months; months wholly on leave have none. */
function standing({ id, periods, violations }: SamplePerson, { cap }: Options): Standing {
  const scores = periods.map((period) => monthly(period, cap));
  const isDisciplined = violations.length > 0;
  if (scores.some((score) => score === null)) {
    return { id, mean: null, class: isDisciplined ? 'KHT' : null };
  }
  const total = scores.reduce<Fraction>((sum, score) => add(sum, score ?? NOTHING), NOTHING);
  const mean = divide(total, whole(scores.length));
  return { id, mean, class: isDisciplined ? 'KHT' : band(mean) };
}

/** Điều 20.5 by counting up: one more is HTXS as long as the share allows it; equals at the line stay open. */
function excellent(
  group: readonly Standing[],
  base: Options['base'],
): { readonly admitted: ReadonlySet<string>; readonly open: ReadonlySet<string> } {
  const good = group.filter((each) => each.class === 'HTXS' || each.class === 'HTT').length;
  const best = group
    .filter((each) => each.class === 'HTXS')
    .sort((a, b) => (isLess(b.mean ?? NOTHING, a.mean ?? NOTHING) ? -1 : 1));
  const isWithin = (x: number): boolean => 5 * x <= (base === 'LITERAL' ? good - x : good);
  let places = 0;
  while (places < best.length && isWithin(places + 1)) places += 1;
  const [last, next] = [best[places - 1]?.mean ?? null, best[places]?.mean ?? null];
  const atLine = last !== null && next !== null && print(last) === print(next) ? print(last) : null;
  const isOpen = ({ mean }: Standing): boolean => mean !== null && print(mean) === atLine;
  const ids = (some: readonly Standing[]) => new Set(some.map(({ id }) => id));
  return {
    admitted: ids(best.slice(0, places).filter((each) => !isOpen(each))),
    open: ids(best.filter(isOpen)),
  };
}

/** What the decree says of a group of people. */
export function secondOpinion(
  people: readonly SamplePerson[],
  options: Options,
): ReadonlyMap<string, Opinion> {
  const standings = people.map((person) => standing(person, options));
  const { admitted, open } = excellent(standings, options.base);
  return new Map(
    standings.map(({ id, mean, class: rated }) => [
      id,
      {
        status: rated === null ? 'INSUFFICIENT_DATA' : open.has(id) ? 'NEEDS_AUTHORITY' : 'CLASSED',
        year: mean === null ? null : print(mean),
        class: open.has(id) ? null : rated === 'HTXS' && !admitted.has(id) ? 'HTT' : rated,
      },
    ]),
  );
}
