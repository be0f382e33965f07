/** An error as a log line shows it. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: DescribedError;
}

/** SQLSTATE classes whose messages quote the value at fault: data exceptions and broken constraints. */
const QUOTING_CLASSES = /^2[23]/;

/**
 * Chosen fields only. A database error also carries the row it refused (`detail`, `where`), which may hold names of
 * people, and the message of some quotes a value; neither is kept.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const { code, table, constraint } = error as Readonly<Record<string, unknown>> & Error;
  const message = messageOf(error, code);
  return {
    type: error.name,
    message,
    stack: framesOf(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

const messageOf = (error: Error, code: unknown): string =>
  'severity' in error && typeof code === 'string' && QUOTING_CLASSES.test(code)
    ? `refused by the database (${code})`
    : error.message;

/** The stack begins with the message, which is told already or must not be. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
