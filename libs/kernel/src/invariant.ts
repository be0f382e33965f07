/** A broken invariant is our mistake, never the user's: it crashes loudly and becomes a 500 with a correlation id. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === false || condition === null || condition === undefined) {
    throw new Error(`Invariant broken: ${message}`);
  }
}
