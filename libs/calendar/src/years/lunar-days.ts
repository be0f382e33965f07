import { localDate, type LocalDate } from '@thidua/kernel';

/** The two lunar days that move the working year, as calendar days in Asia/Ho_Chi_Minh. */
export interface LunarDays {
  /** First day of the first lunar month (Tết Nguyên đán). */
  readonly newYear: LocalDate;
  /** Tenth day of the third lunar month (Giỗ Tổ Hùng Vương). */
  readonly hungKings: LocalDate;
}

/**
 * Lunar days by solar year, reckoned for UTC+7: the Vietnamese calendar parts from the Chinese one where a new moon falls
 * into the hour between both midnights, as in 2030. A test computes them again from the moon and the sun.
 */
const LUNAR_DAYS: Readonly<Record<number, readonly [newYear: string, hungKings: string]>> = {
  2020: ['01-25', '04-02'],
  2021: ['02-12', '04-21'],
  2022: ['02-01', '04-10'],
  2023: ['01-22', '04-29'],
  2024: ['02-10', '04-18'],
  2025: ['01-29', '04-07'],
  2026: ['02-17', '04-26'],
  2027: ['02-06', '04-16'],
  2028: ['01-26', '04-04'],
  2029: ['02-13', '04-23'],
  2030: ['02-02', '04-12'],
  2031: ['01-23', '04-01'],
  2032: ['02-11', '04-19'],
  2033: ['01-31', '04-09'],
  2034: ['02-19', '04-28'],
  2035: ['02-08', '04-17'],
  2036: ['01-28', '04-06'],
  2037: ['02-15', '04-24'],
  2038: ['02-04', '04-13'],
  2039: ['01-24', '04-03'],
  2040: ['02-12', '04-20'],
};

export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2040;

/** Null outside the table, because no rule of thumb gives them. */
export function lunarDaysOf(year: number): LunarDays | null {
  const [newYear, hungKings] = LUNAR_DAYS[year] ?? [];
  if (newYear === undefined || hungKings === undefined) return null;
  return { newYear: localDate(`${year}-${newYear}`), hungKings: localDate(`${year}-${hungKings}`) };
}
