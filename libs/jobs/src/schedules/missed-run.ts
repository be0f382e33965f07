import { defaultRepeatStrategy } from 'bullmq';
import { instantOf, type Instant } from '@thidua/kernel';
import type { Schedule } from '../jobs';

/** Cron times are wall-clock times of Vietnam, whatever the machine's own zone is. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/**
 * The time at which the job should have run after `since` and, by `now`, did not; null when nothing was missed. An
 * office machine that is switched off every night would otherwise never run a nightly job.
 */
export function missedRun({ cron }: Schedule, since: Instant, now: Instant): Instant | null {
  const due = defaultRepeatStrategy(Date.parse(since), { pattern: cron, tz: TIME_ZONE });
  return due === undefined || due > Date.parse(now) ? null : instantOf(new Date(due));
}
