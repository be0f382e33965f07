import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from '@thidua/calendar';
import { addDays, type LocalDate, type PersonId } from '@thidua/kernel';
import type { DeputyEnd } from '@thidua/organisation';
import { MADE_UP_DAYS } from '../due/due-acts';

/** A period of a deputy whose end nobody has put on record. */
export interface DeputyInForce extends DeputyEnd {
  /** For whom the deputy acts. */
  readonly personId: PersonId;
}

/** The end of such a period, to be made known. */
export interface DueExpiry extends DeputyInForce {
  /** The first working day after the last day of the period. */
  readonly forOn: LocalDate;
}

/**
 * Periods that are over on the day and were not made known, whatever was known before; nothing on a day off. What was
 * missed is made up for a month.
 */
export function dueExpiries(
  calendar: WorkingCalendar,
  periods: readonly DeputyInForce[],
  on: LocalDate,
): readonly DueExpiry[] {
  if (!isWorkingDay(calendar, on)) return [];
  const earliest = addDays(on, -MADE_UP_DAYS);
  return periods
    .map((period) => ({ ...period, forOn: nextWorkingDay(calendar, period.untilOn) }))
    .filter(({ forOn }) => forOn >= earliest && forOn <= on);
}
