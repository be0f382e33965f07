import { timingSafeEqual } from 'node:crypto';

export interface Knock {
  /** The Host and Authorization headers as they came. */
  readonly host: string | undefined;
  readonly authorization: string | undefined;
  /** True where anyone who can reach the port may read. */
  readonly isPublic: boolean;
}

export type DoorAnswer = 'enter' | 'wrong-host' | 'no-token';

/**
 * The door of every listener. With API_TOKEN set every request needs it; without it the server listens on loopback only
 * and accepts only loopback host names, so that a web page elsewhere cannot reach it by rebinding its own name.
 */
export function answerKnock(knock: Knock, apiToken: string | null): DoorAnswer {
  if (apiToken === null) return isLoopbackName(knock.host ?? '') ? 'enter' : 'wrong-host';
  if (knock.isPublic) return 'enter';
  const given = /^Bearer (.+)$/.exec(knock.authorization ?? '')?.[1];
  return given !== undefined && equal(given, apiToken) ? 'enter' : 'no-token';
}

const isLoopbackName = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host.replace(/:\d+$/, ''));

/** Compares in constant time; texts of different length differ anyway. */
function equal(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
