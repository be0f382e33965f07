import type { Instant } from '@thidua/kernel';
import type { Call } from './call';
import { rejectCall } from './call-errors';

/** Clocks of callers may run a little ahead of ours. */
const TOLERANCE_MS = 5 * 60_000;

/** @throws CommandRejected OCCURRED_IN_FUTURE */
export function requireHappened(call: Call, now: Instant): void {
  if (Date.parse(call.occurredAt) <= Date.parse(now) + TOLERANCE_MS) return;
  rejectCall('OCCURRED_IN_FUTURE', { occurredAt: call.occurredAt });
}
