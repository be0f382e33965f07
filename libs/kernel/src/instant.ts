/** A moment in UTC, ISO 8601 with milliseconds and `Z`. Compares with `<` because the text sorts as time does. */
export type Instant = string & { readonly __brand: 'Instant' };

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads an RFC 3339 time with an offset; a time without one is refused because its zone would be a guess. */
export function parseInstant(text: string): Instant | null {
  if (!WITH_OFFSET.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : (new Date(ms).toISOString() as Instant);
}

/** @throws RangeError when the text is no RFC 3339 time with an offset. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new RangeError(`Not an RFC 3339 time with an offset: ${text}`);
  return parsed;
}

export const instantOf = (date: Date): Instant => date.toISOString() as Instant;
