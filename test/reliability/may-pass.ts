import { AppendOutcomeUnknown } from '@thidua/event-store';

/** Connection failures and shutdown as PostgreSQL reports them, then as the operating system does. */
const PASSING_CODE = /^(08|57P|ECONNREFUSED$|ECONNRESET$|EPIPE$)/;
/** What the driver says of a connection that broke, in words only. */
const PASSING_MESSAGE =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** True when a client does right to send the same command again: the database went away, the request is not at fault. */
export function mayPass(error: unknown): boolean {
  if (error instanceof AppendOutcomeUnknown) return true;
  const { code, message } = (error ?? {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  if (typeof code === 'string') return PASSING_CODE.test(code);
  return typeof message === 'string' && PASSING_MESSAGE.test(message);
}
