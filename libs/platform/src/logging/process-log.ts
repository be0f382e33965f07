import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { Settings } from '../config/environment';
import { describeError } from './describe-error';

/** Which of the product's processes this is; it is in every log line, metric and trace. */
export type ProcessRole = 'api' | 'worker';

/**
 * Keys that never leave the process, whoever logs the object they are in: what opens doors, what was sent, and names of
 * people. Lines are built from chosen fields; this is the second guard.
 */
const SECRET_KEYS = [
  'authorization',
  'cookie',
  'password',
  'token',
  'apiToken',
  'body',
  'data',
  'personName',
  'fullName',
  'email',
  'phone',
];

/** Structured lines on standard error, one JSON object each, at `LOG_LEVEL` and above. */
export const openLog = (
  role: ProcessRole,
  { logLevel }: Pick<Settings, 'logLevel'>,
  destination: DestinationStream = process.stderr,
): Logger =>
  pino(
    {
      level: logLevel,
      base: { service: `thidua-${role}`, pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      redact: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      serializers: { err: describeError },
    },
    destination,
  );
