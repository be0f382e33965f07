import { isLocalDate, parseInstant } from '@thidua/kernel';
import { wrongUsage } from '../failures/command-failure';

/** Readers of option values; each throws a `CommandFailure` with exit code 2 that says what would be right. */

export function yearValue(text: string): number {
  const year = Number(text);
  if (/^\d{4}$/.test(text) && year >= 2000 && year <= 2100) return year;
  throw wrongUsage(`--year phải là một năm từ 2000 đến 2100, không phải "${text}".`);
}

/** Calendar day in Asia/Ho_Chi_Minh for the named option. */
export const dayValue =
  (option: string) =>
  (text: string): string => {
    if (isLocalDate(text)) return text;
    throw wrongUsage(`${option} phải là một ngày có thật, dạng YYYY-MM-DD, không phải "${text}".`);
  };

/** RFC 3339 time with an offset for the named option. */
export const instantValue =
  (option: string) =>
  (text: string): string => {
    if (parseInstant(text) !== null) return text;
    throw wrongUsage(
      `${option} phải là thời điểm có múi giờ, ví dụ 2025-12-15T17:00:00+07:00, không phải "${text}".`,
    );
  };

/** A whole number of at least 1 for the named option. */
export const countValue =
  (option: string) =>
  (text: string): number => {
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
    throw wrongUsage(`${option} phải là số nguyên từ 1, không phải "${text}".`);
  };
