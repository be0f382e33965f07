/** Makes a switch over a closed union exhaustive at compile time; reaching it at run time is a broken invariant. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
