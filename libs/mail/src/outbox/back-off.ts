const FIRST_MS = 60_000;
const MOST_MS = 6 * 3_600_000;

/** Tries after which a letter is given up; with the pauses below that is about a day and a half. */
export const TRIES_MAX = 14;

/** Milliseconds before the next try: a minute after the first, then twice as long each time, six hours at most. */
export const backOffMs = (tries: number): number =>
  Math.min(FIRST_MS * 2 ** Math.max(0, tries - 1), MOST_MS);
