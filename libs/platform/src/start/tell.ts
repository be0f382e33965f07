/** Quiet is for programs that start a private process: one line of JSON says when it is ready, and nothing else. */
export const isQuiet = (): boolean => process.env['THIDUA_QUIET'] === '1';

/** A line for the person who started the process. */
export function tell(message: string): void {
  if (!isQuiet()) process.stdout.write(`${message}\n`);
}
