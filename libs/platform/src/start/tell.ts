/** Quiet is for programs that start a private process: one line of JSON says when it is ready, and nothing else. */
export const isQuiet = (): boolean => process.env['THIDUA_QUIET'] === '1';

/** A line for the person who started the process. */
export function tell(message: string): void {
  if (!isQuiet()) process.stdout.write(`${message}\n`);
}

/** A private server ends with the command that started it: nobody else is sent to it, and nobody watches it. */
export const isPrivate = (): boolean => process.env['THIDUA_PRIVATE'] === '1';
