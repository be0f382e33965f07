import { invariant } from '@thidua/kernel';
import type { FoldResult, StoredRow } from '../batches/fold-batch';
import type { Share, Tally } from '../projection';

/** What a batch adds to each sum, by key. */
export type Changes = ReadonlyMap<string, Omit<Share, 'key'>>;

/** Place by place; what is missing in one of them counts as zero. */
export const plus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, place) =>
    exact((a[place] ?? 0) + (b[place] ?? 0)),
  );

export const isNothing = (amounts: readonly number[]): boolean =>
  amounts.every((amount) => amount === 0);

/** The shares of the rows as they are now, less those of the rows as they were. Sums that stay as they are, are left out. */
export function changesOf(
  tally: Tally,
  before: ReadonlyMap<string, StoredRow>,
  { changed, removed }: Pick<FoldResult, 'changed' | 'removed'>,
): Changes {
  const changes = new Map<string, Omit<Share, 'key'>>();
  const add = (row: object, sign: 1 | -1): void => {
    for (const share of tally.sharesOf(row)) {
      const amounts = share.amounts.map((amount) => sign * exact(amount));
      const known = changes.get(share.key);
      const sum = known === undefined ? amounts : plus(known.amounts, amounts);
      changes.set(share.key, { row: share.row, amounts: sum });
    }
  };
  for (const key of [...changed.keys(), ...removed]) {
    const old = before.get(key);
    if (old !== undefined) add(old.row, -1);
  }
  for (const { row } of changed.values()) add(row, 1);
  return new Map([...changes].filter(([, { amounts }]) => !isNothing(amounts)));
}

/** A sum that lost a digit would be wrong for ever. */
function exact(amount: number): number {
  invariant(Number.isSafeInteger(amount), `${amount} is no whole number that can be added exactly`);
  return amount === 0 ? 0 : amount;
}
