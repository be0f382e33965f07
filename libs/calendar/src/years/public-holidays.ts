import { addDays, invariant, localDate, type LocalDate } from '@thidua/kernel';
import { weekdayOf } from '../weekdays';
import type { AnnouncedYear } from './announced-years';
import { lunarDaysOf } from './lunar-days';

export interface PublicHoliday {
  readonly on: LocalDate;
  readonly name: string;
  readonly legalBasis: string;
}

const ARTICLE = 'Bộ luật Lao động 2019, Điều 112';
const CULTURE_DAY = 'Nghị quyết 80-NQ/TW năm 2026: nghỉ hưởng nguyên lương từ năm 2026';
const TET_DAYS = 5;

/** By rule Tết takes the last day of the old lunar year and four of the new one, as was decided for 2026. */
const usualTetFrom = (newYear: LocalDate): LocalDate => addDays(newYear, -1);

/** By rule the neighbour that lengthens a weekend is chosen, as in most years so far; otherwise the day before. */
export function usualSecondNationalDay(year: number): LocalDate {
  const day = localDate(`${year}-09-02`);
  const isLaterBetter = [1, 4, 7].includes(weekdayOf(day));
  return addDays(day, isLaterBetter ? 1 : -1);
}

/**
 * Public holidays of a year in order, twelve days from 2026 and eleven before. Choices the government has not announced
 * follow the rule.
 */
export function publicHolidaysOf(
  year: number,
  announced: AnnouncedYear | null,
): readonly PublicHoliday[] {
  const lunar = lunarDaysOf(year);
  invariant(lunar, `the lunar days of ${year} are in the table`);
  const tetFrom = announced?.tetFrom ?? usualTetFrom(lunar.newYear);
  const holiday = (on: LocalDate, name: string, legalBasis = ARTICLE): PublicHoliday => ({
    on,
    name,
    legalBasis,
  });
  const fixed = (monthDay: string): LocalDate => localDate(`${year}-${monthDay}`);
  return [
    holiday(fixed('01-01'), 'Tết Dương lịch'),
    ...Array.from({ length: TET_DAYS }, (_, index) =>
      holiday(addDays(tetFrom, index), 'Tết Âm lịch'),
    ),
    holiday(lunar.hungKings, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)'),
    holiday(fixed('04-30'), 'Ngày Chiến thắng'),
    holiday(fixed('05-01'), 'Ngày Quốc tế lao động'),
    holiday(fixed('09-02'), 'Quốc khánh'),
    holiday(
      announced?.secondNationalDay ?? usualSecondNationalDay(year),
      'Quốc khánh (ngày liền kề)',
    ),
    ...(year < 2026 ? [] : [holiday(fixed('11-24'), 'Ngày Văn hóa Việt Nam', CULTURE_DAY)]),
  ].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
