import { addDays, instantOf, localDateOf, startOfDay, type Instant } from '@thidua/kernel';

/** Half past seven in Viet Nam: after the morning's look at the timers, before the office opens. */
const AFTER_MIDNIGHT_MS = 7.5 * 3_600_000;

/** When the next daily letter goes out. */
export function nextDigestAt(now: Instant): Instant {
  const today = localDateOf(now);
  const at = (day: typeof today): Instant =>
    instantOf(new Date(Date.parse(startOfDay(day)) + AFTER_MIDNIGHT_MS));
  return Date.parse(now) < Date.parse(at(today)) ? at(today) : at(addDays(today, 1));
}
