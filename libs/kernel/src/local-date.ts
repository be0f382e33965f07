import type { Instant } from './instant';

/** A calendar date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. Compares with `<` because the text sorts as the calendar does. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** A calendar month in Asia/Ho_Chi_Minh, `YYYY-MM`. */
export type LocalMonth = string & { readonly __brand: 'LocalMonth' };

const DAY_MS = 86_400_000;
/** Vietnam has kept UTC+7 without daylight saving since 1975, so a fixed offset is exact for every date we meet. */
const HO_CHI_MINH_OFFSET_MS = 7 * 3_600_000;

const utc = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);
const fromUtc = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;

/** True for an existing calendar day written `YYYY-MM-DD`; 2025-02-30 is refused. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = utc(text);
  return !Number.isNaN(ms) && fromUtc(ms) === text;
}

/** @throws RangeError when the text is no calendar day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

/** The calendar day in Asia/Ho_Chi_Minh on which the instant falls. */
export const localDateOf = (instant: Instant): LocalDate =>
  fromUtc(Date.parse(instant) + HO_CHI_MINH_OFFSET_MS);

/** The day or month as Vietnamese papers write it: `24/11/2026`, `11/2026`. */
export const vietnameseDate = (date: LocalDate | LocalMonth): string =>
  date.split('-').toReversed().join('/');

/** Days may be negative. */
export const addDays = (date: LocalDate, dayCount: number): LocalDate =>
  fromUtc(utc(date) + dayCount * DAY_MS);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((utc(to) - utc(from)) / DAY_MS);

export const monthOf = (date: LocalDate): LocalMonth => date.slice(0, 7) as LocalMonth;

export const yearOf = (date: LocalDate | LocalMonth): number => Number(date.slice(0, 4));

/** `month` is 1 to 12. */
export function lastDayOfMonth(year: number, month: number): LocalDate {
  return fromUtc(Date.UTC(year, month, 0));
}

/** All months that touch the span, in order; empty when `to` is before `from`. */
export function monthsBetween(from: LocalDate, to: LocalDate): LocalMonth[] {
  const months: LocalMonth[] = [];
  let [year, month] = [yearOf(from), Number(from.slice(5, 7))];
  for (;;) {
    const current = `${year}-${String(month).padStart(2, '0')}` as LocalMonth;
    if (current > monthOf(to)) return months;
    months.push(current);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** The instant at which the calendar day begins in Asia/Ho_Chi_Minh. */
export const startOfDay = (date: LocalDate): Instant =>
  new Date(utc(date) - HO_CHI_MINH_OFFSET_MS).toISOString() as Instant;

/** The last millisecond of the calendar day in Asia/Ho_Chi_Minh. */
export const endOfDay = (date: LocalDate): Instant =>
  new Date(utc(date) + DAY_MS - 1 - HO_CHI_MINH_OFFSET_MS).toISOString() as Instant;
