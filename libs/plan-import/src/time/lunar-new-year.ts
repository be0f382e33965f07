import { localDate, type LocalDate } from '@thidua/kernel';

/** First day of the lunar year in Vietnam (UTC+7), which differs from the Chinese calendar in 2030. */
const TET: Readonly<Record<number, string>> = {
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
};

/** Tết Nguyên đán of that solar year; null outside the table, because no rule of thumb gives it. */
export function lunarNewYear(year: number): LocalDate | null {
  const day = TET[year];
  return day === undefined ? null : localDate(day);
}
