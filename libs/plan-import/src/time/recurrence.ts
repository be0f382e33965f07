import { addDays, isLocalDate } from '@thidua/kernel';

/** How often something comes back, and the days on which it is due where the text gives them. */
export interface Recurrence {
  readonly every: string;
  /** RFC 5545, or null where the text names no day or month. */
  readonly rule: string | null;
  readonly quantity: {
    readonly exact?: number;
    readonly min?: number;
    readonly per: 'YEAR';
  } | null;
  /** Where in the text the series is spoken of. */
  readonly index: number;
}

const EVERY = '(?:hằng|hàng|mỗi|từng|theo từng|định kỳ)';
/** In order: of "hằng quý, 6 tháng, 9 tháng và năm" the quarter is the rhythm, the longer reports replace it. */
const RHYTHMS: readonly (readonly [string, RegExp])[] = [
  ['WEEKLY', new RegExp(`${EVERY} tuần|(?<=lần )/ ?tuần|/tuần`, 'u')],
  [
    'MONTHLY',
    new RegExp(
      `${EVERY} tháng(?! \\d{1,2}(?! ?lần|\\d))|/ ?tháng|(?:của )?tháng (?:sau|kế tiếp|tiếp theo)`,
      'u',
    ),
  ],
  [
    'QUARTERLY',
    new RegExp(
      `${EVERY} quý(?! (?:iv|i{1,3}|[1-4])(?![\\p{L}\\d]))|/ ?quý|tháng cuối (?:của )?quý|cuối (?:mỗi )?quý|báo cáo quý(?! [iv\\d])`,
      'u',
    ),
  ],
  [
    'SEMIANNUAL',
    new RegExp(
      `${EVERY} (?:0?6|sáu) tháng|(?:0?6|sáu) tháng(?: ?/ ?lần| một lần| 0?1 lần)|báo cáo 0?6 tháng`,
      'u',
    ),
  ],
  ['YEARLY', new RegExp(`${EVERY} năm(?! \\d{4})`, 'u')],
];
const TIMES_A_YEAR =
  /(?<min>ít nhất|tối thiểu|từ)? ?(?<!\d)(?<count>\d{1,2}) ?[\p{L} ]{0,40}? ?(?:\/ ?|trong |một |mỗi )năm(?! \d)/u;
const UNSPECIFIED = /(?<!\p{L})định kỳ/u;
/** Words that only look like a series. */
const FALSE_FRIENDS = /bảo dưỡng định kỳ|danh mục định kỳ|chi thường xuyên/gu;

const BY_COUNT: Readonly<Record<number, string>> = {
  1: 'YEARLY',
  2: 'SEMIANNUAL',
  4: 'QUARTERLY',
  12: 'MONTHLY',
};
const WEEKDAYS: Readonly<Record<string, string>> = {
  hai: 'MO',
  '2': 'MO',
  ba: 'TU',
  '3': 'TU',
  tư: 'WE',
  '4': 'WE',
  năm: 'TH',
  '5': 'TH',
  sáu: 'FR',
  '6': 'FR',
  bảy: 'SA',
  '7': 'SA',
};

export const withoutFalseFriends = (folded: string): string =>
  folded.replace(FALSE_FRIENDS, (words) => ' '.repeat(words.length));

/** The series a folded text speaks of; null where it speaks of none. */
export function readRecurrence(folded: string): Recurrence | null {
  const counted = readCount(folded);
  if (counted !== null) return counted;
  for (const [every, pattern] of RHYTHMS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const start = folded.slice(0, match.index).search(/định kỳ\s*$/u);
    const index = start >= 0 ? start : match.index;
    return { every, rule: ruleOf(every, folded), quantity: null, index };
  }
  const unspecified = UNSPECIFIED.exec(folded);
  return unspecified === null
    ? null
    : { every: 'UNSPECIFIED', rule: null, quantity: null, index: unspecified.index };
}

function readCount(folded: string): Recurrence | null {
  const match = TIMES_A_YEAR.exec(folded);
  const count = Number(match?.groups?.['count'] ?? 0);
  if (match === null || count === 0) return null;
  const index = match.index;
  if (match.groups?.['min'] !== undefined) {
    return {
      every: `MIN_${count}_PER_YEAR`,
      rule: null,
      quantity: { min: count, per: 'YEAR' },
      index,
    };
  }
  const months = [...folded.matchAll(/tháng (\d{1,2})/gu)].map(([, month]) => Number(month));
  const rule = months.length === 0 ? null : `FREQ=YEARLY;BYMONTH=${months.join(',')};BYMONTHDAY=-1`;
  const every = BY_COUNT[count] ?? 'UNSPECIFIED';
  return { every, rule, quantity: { exact: count, per: 'YEAR' }, index };
}

const MONTHS_OF: Readonly<Record<string, string>> = { QUARTERLY: '3,6,9,12', SEMIANNUAL: '6,12' };

function ruleOf(every: string, folded: string): string {
  const day = monthDayOf(folded);
  if (every === 'WEEKLY') return `FREQ=WEEKLY${weekdayOf(folded)}`;
  if (every === 'MONTHLY') return day === null ? 'FREQ=MONTHLY' : `FREQ=MONTHLY;BYMONTHDAY=${day}`;
  const months = MONTHS_OF[every];
  if (months === undefined) return `FREQ=YEARLY${yearDayOf(folded)}`;
  return `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=${day ?? -1}`;
}

/** "Trước ngày D" leaves out the day, so the rule names the day before; before the 1st is the last day, -1. */
function monthDayOf(folded: string): number | null {
  const [, before, day] = /(trước )?(?:ngày |vào ngày )(\d{1,2})(?![\d/])/u.exec(folded) ?? [];
  if (day === undefined) return null;
  return Number(day) - (before === undefined ? 0 : 1) || -1;
}

function weekdayOf(folded: string): string {
  const weekday =
    WEEKDAYS[/thứ (hai|ba|tư|năm|sáu|bảy|[2-7])(?![\p{L}\d])/u.exec(folded)?.[1] ?? ''];
  return weekday === undefined ? '' : `;BYDAY=${weekday}`;
}

function yearDayOf(folded: string): string {
  const match = /(trước )?(?:ngày )?(?<!\d)(\d{1,2})(?:\/| tháng )(\d{1,2})(?![\d/])/u.exec(folded);
  const [, before, day = '', month = ''] = match ?? [];
  const text = `2026-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (match === null || !isLocalDate(text)) return '';
  const due = before === undefined ? text : addDays(text, -1);
  return `;BYMONTH=${Number(due.slice(5, 7))};BYMONTHDAY=${Number(due.slice(8))}`;
}
