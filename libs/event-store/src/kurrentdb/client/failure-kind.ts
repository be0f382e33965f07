import { NoAnswer } from './no-answer';

/**
 * What a failed call means for what to do next: `wrongRevision` the stream is not as expected; `again` it may work or
 * may have worked, so the same is tried once more; `refused` the server will never do it; `odd` nobody foresaw it.
 */
export type FailureKind = 'wrongRevision' | 'again' | 'refused' | 'odd';

/** The client's word for each of its errors. */
const KINDS: Readonly<Record<string, FailureKind>> = {
  'wrong-expected-version': 'wrongRevision',
  unavailable: 'again',
  cancelled: 'again',
  'not-leader': 'again',
  // The server's own 2 seconds for a commit: it may still happen.
  'deadline-exceeded': 'again',
  timeout: 'again',
  'access-denied': 'refused',
  'stream-deleted': 'refused',
  'stream-tombstoned': 'refused',
  'maximum-append-size-exceeded': 'refused',
  'append-record-size-exceeded': 'refused',
};

/** gRPC's ABORTED, which servers send for a timeout, and UNAVAILABLE, also of errors the client did not convert. */
const RETRYABLE_CODES: readonly unknown[] = [10, 14];

/** Answers of a batched append that the client knows no type for. */
const NOT_READY = /Server Is Not Ready/i;
const TOO_LARGE = /Maximum(?:Append|Transaction)\w*SizeExceeded|maximum append/i;
/** A cluster between two leaders: nothing was sent. */
const NOT_DISCOVERED = /^Failed to discover/;
/** Our own doing: the client the call was made with was replaced. */
const LET_GO = /Cancelled on client/;

export function failureKindOf(error: unknown): FailureKind {
  if (error instanceof NoAnswer) return 'again';
  if (!(error instanceof Error)) return 'odd';
  const { type, code } = error as { readonly type?: unknown; readonly code?: unknown };
  const known = typeof type === 'string' ? KINDS[type] : undefined;
  if (known !== undefined) return known;
  if (RETRYABLE_CODES.includes(code)) return 'again';
  if ([NOT_READY, NOT_DISCOVERED, LET_GO].some((words) => words.test(error.message)))
    return 'again';
  return TOO_LARGE.test(error.message) ? 'refused' : 'odd';
}

/** Whether the server refused because of the size. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof Error &&
  failureKindOf(error) === 'refused' &&
  (/size-exceeded$/.test(String((error as { readonly type?: unknown }).type)) ||
    TOO_LARGE.test(error.message));

/** Whether the server itself spoke: the client gives its answers a type, and a type of no answer to what broke. */
export const isAnswer = (error: unknown): boolean =>
  error instanceof Error && 'type' in error && typeof error.type === 'string';
