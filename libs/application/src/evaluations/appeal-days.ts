import { addWorkingDays, deriveDeadline, type DeadlineStep } from '@thidua/calendar';
import type { AppealDays, Evaluation } from '@thidua/evaluation';
import type { LocalDate } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';

/** Decree 335/2025, article 22: an appeal is answered within seven working days of its receipt. */
const ANSWER_WORKING_DAYS = 7;

function inWords({ step, day: { on, name, kind }, nth }: DeadlineStep): string {
  if (step === 'counted') return `${on}: ngày làm việc thứ ${nth}`;
  return `${on}: không tính (${name ?? (kind === 'weekend' ? 'ngày nghỉ hằng tuần' : 'ngày nghỉ')})`;
}

/**
 * The days of an appeal received on the day, by the calendar with the notices in force.
 * @throws CommandRejected CALENDAR_YEAR_NOT_COVERED.
 */
export async function appealDaysOf(
  parts: Pick<ApplicationParts, 'calendar'>,
  { published, procedure }: Evaluation,
  on: LocalDate,
): Promise<AppealDays> {
  const { calendar } = await parts.calendar.current();
  const { dueOn, calendarVersion, steps } = deriveDeadline({
    from: on,
    days: ANSWER_WORKING_DAYS,
    unit: 'working',
    calendar,
  });
  const open = procedure?.appealWorkingDays ?? null;
  const closesOn =
    published === null || open === null
      ? null
      : addWorkingDays(calendar, published.publishedOn, open);
  return { dueOn, closesOn, calendarVersion, derivation: steps.map(inWords) };
}
