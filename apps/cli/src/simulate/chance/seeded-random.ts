import { createHash } from 'node:crypto';

/** A stream of chance that is the same for the same seed text on every machine. */
export interface SeededRandom {
  /** A whole number from `least` to `most`, both included; `least` when `most` is smaller. */
  between(least: number, most: number): number;
  /** True in `permille` of a thousand cases. */
  happens(permille: number): boolean;
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
  /** One of the names, as often as its weight says; weights are whole numbers of any sum above zero. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
}

const TWO_TO_32 = 4_294_967_296;

/** sfc32 of Chris Doty-Humphrey's PractRand: 128 bits of state, a counter among them, so no seed gives a short cycle. */
function sfc32(seed: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = seed;
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
}

/**
 * Each stream is named, `seed|task|thread`, and seeded from the hash of its name: what one task draws never depends on
 * how many draws another one made, nor on the order in which they are played.
 */
export function seededRandom(name: string): SeededRandom {
  const hash = createHash('sha256').update(name, 'utf8').digest();
  const next = sfc32([
    hash.readInt32LE(0),
    hash.readInt32LE(4),
    hash.readInt32LE(8),
    hash.readInt32LE(12),
  ]);
  const below = (limit: number): number => Math.floor((next() / TWO_TO_32) * limit);
  return {
    between: (least, most) => least + below(Math.max(most - least + 1, 1)),
    happens: (permille) => below(1000) < permille,
    pick: (items) => {
      const picked = items[below(items.length)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from');
      return picked;
    },
    weighted: (weights) => pickByWeight(weights, below),
  };
}

function pickByWeight<Name extends string>(
  weights: Readonly<Record<Name, number>>,
  below: (limit: number) => number,
): Name {
  const entries = Object.entries(weights) as [Name, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = below(total);
  for (const [name, weight] of entries) {
    if (left < weight) return name;
    left -= weight;
  }
  throw new RangeError('No name has any weight');
}
