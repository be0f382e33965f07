const restsOn = (value: unknown, eventId: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'eventIds' in value &&
  Array.isArray(value.eventIds) &&
  value.eventIds.includes(eventId);

/**
 * Facts as they would be had one event never happened: every fact that rests on it is gone, from its list or to null.
 * What is left may be refused, because a fact that others need is missing.
 */
export function withoutEvent<T>(facts: T, eventId: string): T {
  return drop(facts, eventId) as T;
}

function drop(value: unknown, eventId: string): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((item) => !restsOn(item, eventId))
      .map((item: unknown) => drop(item, eventId));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      restsOn(item, eventId) ? null : drop(item, eventId),
    ]),
  );
}

/** Every event that some fact rests on, each once, sorted. */
export function linkedEvents(facts: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string' && key === 'eventIds') found.add(value);
    else if (Array.isArray(value)) value.forEach((item) => visit(item, key));
    else if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([name, item]) => visit(item, name));
    }
  };
  visit(facts, '');
  return [...found].sort();
}
