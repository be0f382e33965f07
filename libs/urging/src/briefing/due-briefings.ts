import { isWorkingDay, nextWorkingDay, rollForward, type WorkingCalendar } from '@thidua/calendar';
import { addDays, monthOf, monthsBetween, type LocalDate, type LocalMonth } from '@thidua/kernel';
import { reportDueOn } from '@thidua/task';
import { MADE_UP_DAYS } from '../due/due-acts';

/** A briefing that is to be opened or closed. */
export interface DueBriefing {
  readonly act: 'open' | 'close';
  readonly month: LocalMonth;
  readonly cutOffOn: LocalDate;
  readonly forOn: LocalDate;
}

/**
 * Briefings to open and to close on the day, whether or not that was done before; nothing on a day off. A month opens on
 * its first working day and closes on the first one after its cut-off. What was missed is made up for a month.
 */
export function dueBriefings(
  calendar: WorkingCalendar,
  reportDueDay: number,
  on: LocalDate,
): readonly DueBriefing[] {
  if (!isWorkingDay(calendar, on)) return [];
  const earliest = addDays(on, -MADE_UP_DAYS);
  return monthsBetween(addDays(earliest, -MADE_UP_DAYS), on)
    .flatMap((month): readonly DueBriefing[] => {
      const cutOffOn = reportDueOn(month, reportDueDay);
      const first = rollForward(calendar, `${month}-01` as LocalDate);
      const closing = nextWorkingDay(calendar, cutOffOn);
      return [
        ...(month === monthOf(on) ? [{ act: 'open' as const, month, cutOffOn, forOn: first }] : []),
        { act: 'close', month, cutOffOn, forOn: closing },
      ];
    })
    .filter(({ forOn }) => forOn <= on && forOn >= earliest);
}
