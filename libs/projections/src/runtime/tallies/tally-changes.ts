import { invariant } from '@thidua/kernel';
import type { FoldResult, StoredRow } from '../batches/fold-batch';
import type { Share, Tally } from '../projection';

/** What a batch adds to each sum, by key. */
export type Changes = ReadonlyMap<string, Omit<Share, 'key'>>;

/** Place by place; what is missing in one of them counts as zero. */
export function plus(a: readonly number[], b: readonly number[]): readonly number[] {
  const sum = [...a];
  addTo(sum, b, 1);
  return sum;
}

export const isNothing = (amounts: readonly number[]): boolean =>
  amounts.every((amount) => amount === 0);

/** The shares of the rows as they are now, less those of the rows as they were. Sums that stay as they are, are left out. */
export function changesOf(
  tally: Tally,
  before: ReadonlyMap<string, StoredRow>,
  { changed, removed }: Pick<FoldResult, 'changed' | 'removed'>,
): Changes {
  const changes = new Map<string, { readonly row: object; readonly amounts: number[] }>();
  const add = (row: object, sign: 1 | -1): void => {
    for (const share of tally.sharesOf(row)) {
      let known = changes.get(share.key);
      if (known === undefined) {
        known = { row: share.row, amounts: [] };
        changes.set(share.key, known);
      }
      addTo(known.amounts, share.amounts, sign);
    }
  };
  for (const key of [...changed.keys(), ...removed]) {
    const old = before.get(key);
    if (old !== undefined) add(old.row, -1);
  }
  for (const { row } of changed.values()) add(row, 1);
  return new Map([...changes].filter(([, { amounts }]) => !isNothing(amounts)));
}

/** In place, because a batch adds thousands of shares to a few hundred sums. */
function addTo(sum: number[], amounts: readonly number[], sign: 1 | -1): void {
  for (let place = sum.length; place < amounts.length; place += 1) sum.push(0);
  for (let place = 0; place < amounts.length; place += 1) {
    const amount = amounts[place] ?? 0;
    if (amount !== 0) sum[place] = exact((sum[place] ?? 0) + sign * exact(amount));
  }
}

/** A sum that lost a digit would be wrong for ever. */
function exact(amount: number): number {
  if (!Number.isSafeInteger(amount)) {
    invariant(false, `${amount} is no whole number that can be added exactly`);
  }
  return amount === 0 ? 0 : amount;
}
