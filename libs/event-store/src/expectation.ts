import type { Revision } from '@thidua/kernel';
import type { ExpectedRevision } from './event-store';

/** Whether the stream is as the caller believes; `actual` is its last revision, null when it does not exist. */
export function isExpectationMet(expected: ExpectedRevision, actual: Revision | null): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'none':
      return actual === null;
    case 'exists':
      return actual !== null;
    default:
      return actual === expected;
  }
}
