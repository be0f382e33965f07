import { nameKey } from './name-key';

/** For suggestions only: a person decides, so even "d" and "đ" may be taken for each other here. */
const withoutMarks = (text: string): string =>
  nameKey(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/** One edit for each five letters, at most three: enough for typing slips, too little to reach another unit. */
const tolerance = (length: number): number => Math.min(3, Math.floor(length / 5));

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A name prepared for the search, so that many written names can be held against it. */
export interface SearchName<Named> {
  readonly named: Named;
  readonly plain: string;
}

export const searchNames = <Named extends { readonly name: string }>(
  names: readonly Named[],
): readonly SearchName<Named>[] =>
  names.map((named) => ({ named, plain: withoutMarks(named.name) }));

export interface NearName<Named> {
  readonly named: Named;
  /** Count of edits; marks of tone and letter are not counted. */
  readonly distance: number;
}

/** The known name nearest to what was written, null when none is near enough to be meant. */
export function nearestName<Named>(
  written: string,
  known: readonly SearchName<Named>[],
): NearName<Named> | null {
  const wanted = withoutMarks(written);
  let best: NearName<Named> | null = null;
  for (const { named, plain } of known) {
    const most = tolerance(Math.min(wanted.length, plain.length));
    if (Math.abs(plain.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, plain);
    if (distance <= most && (best === null || distance < best.distance)) best = { named, distance };
  }
  return best;
}
