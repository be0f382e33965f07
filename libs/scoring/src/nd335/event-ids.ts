interface WithEvents {
  readonly eventIds: readonly string[];
}

const isSorted = (ids: readonly string[]): boolean =>
  ids.every((eventId, index) => index === 0 || (ids[index - 1] ?? '') < eventId);

/** Each id once, in an order of its own. */
export const uniqueSorted = (ids: readonly string[]): readonly string[] =>
  isSorted(ids) ? ids : [...new Set(ids)].sort();

/** The events behind several facts. */
export const eventsOf = (...facts: readonly (WithEvents | null)[]): readonly string[] =>
  uniqueSorted(facts.flatMap((fact) => fact?.eventIds ?? []));
