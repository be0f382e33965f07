/** Lists of ids on the board: each id once, in the order in which it came. */

export const including = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids : [...ids, id];

export const without = (ids: readonly string[], id: string | null): readonly string[] =>
  ids.filter((other) => other !== id);
