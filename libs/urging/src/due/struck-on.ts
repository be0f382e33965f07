import { addWorkingDays, rollForward, type WorkingCalendar } from '@thidua/calendar';
import { addDays, type LocalDate } from '@thidua/kernel';
import { timerOffset, type TimerDefinition } from '@thidua/workflow';

/**
 * The day a timer is due for, counted from the day it hangs on. Nobody is told anything on a day off: what falls on one
 * moves to the next working day.
 */
export function struckOn(
  calendar: WorkingCalendar,
  timer: TimerDefinition,
  countedFrom: LocalDate,
): LocalDate {
  const { days, counted } = timerOffset(timer);
  const day =
    counted === 'workingDays'
      ? addWorkingDays(calendar, countedFrom, days)
      : addDays(countedFrom, days);
  return rollForward(calendar, day);
}
