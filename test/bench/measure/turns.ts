/** One place in the plan of a repetition: which contender works on which slice of it. */
export interface Turn<Name> {
  readonly slice: number;
  readonly contender: Name;
}

/**
 * The order of work inside one repetition: every slice visits all contenders, and each slice begins with another one, so
 * that a slow moment of the machine and the advantage of going first fall on all alike.
 */
export const turnsOf = <Name>(
  contenders: readonly Name[],
  { sliceCount, offset }: { readonly sliceCount: number; readonly offset: number },
): readonly Turn<Name>[] =>
  Array.from({ length: sliceCount }, (_, slice) => {
    const first = (slice + offset) % contenders.length;
    return [...contenders.slice(first), ...contenders.slice(0, first)].map((contender) => ({
      slice,
      contender,
    }));
  }).flat();

/** Parts as equal as whole numbers allow that add up to the total; never a part of nothing. */
export function slicesOf(total: number, sliceCount: number): readonly number[] {
  const count = Math.min(total, sliceCount);
  return Array.from(
    { length: count },
    (_, slice) => Math.floor(((slice + 1) * total) / count) - Math.floor((slice * total) / count),
  );
}
