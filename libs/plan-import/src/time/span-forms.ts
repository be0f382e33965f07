import { lunarDaysOf } from '@thidua/calendar';
import { addDays, isLocalDate, lastDayOfMonth, type LocalDate } from '@thidua/kernel';

/** Both ends belong to the span. */
export interface Span {
  readonly start: LocalDate | null;
  readonly end: LocalDate;
}

/** A way to write a span of days. `span` is null where no calendar has such a day. */
export interface SpanForm {
  readonly name: string;
  readonly pattern: RegExp;
  /** Years written in the match. */
  readonly yearOf: (groups: SpanGroups) => number | null;
  readonly span: (groups: SpanGroups, year: number) => Span | null;
  /** True where our own convention, not the text, sets the days. */
  readonly isConvention?: boolean;
}

export type SpanGroups = Readonly<Record<string, string | undefined>>;

const MONTH_WORDS: readonly string[] = [
  'một',
  'hai',
  'ba',
  'tư',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
];
const MORE_MONTH_WORDS: Readonly<Record<string, number>> = { giêng: 1, chạp: 12, bốn: 4, bẩy: 7 };
/** Longest first: "mười hai" is December and must not stop at "mười". */
const MONTH = `(?<month>\\d{1,2}|${[...MONTH_WORDS, ...Object.keys(MORE_MONTH_WORDS)]
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\\p{L}\\d])`;
const YEAR = '(?: ?/ ?(?<year>\\d{4})| năm (?<yearWord>\\d{4}))?';
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

const pattern = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d/])${source}`, 'gu');
const two = (text: string | number): string => String(text).padStart(2, '0');

const yearOf = (groups: SpanGroups): number | null => {
  const written = groups['year'] ?? groups['yearWord'];
  return written === undefined ? null : Number(written);
};

function dayOf(year: number, month: number, day: string | undefined): LocalDate | null {
  const text = `${year}-${two(month)}-${two(day ?? '')}`;
  return isLocalDate(text) ? text : null;
}

function daySpan(year: number, month: number, from?: string, to = from): Span | null {
  const [start, end] = [dayOf(year, month, from), dayOf(year, month, to)];
  return start === null || end === null ? null : { start, end };
}

function monthNumber(written = ''): number {
  const word = MONTH_WORDS.indexOf(written) + 1;
  return word > 0 ? word : (MORE_MONTH_WORDS[written] ?? Number(written));
}

function monthsSpan(year: number, from: number, to: number): Span | null {
  const start = dayOf(year, from, '1');
  return start === null || to > 12 ? null : { start, end: lastDayOfMonth(year, to) };
}

const yearSpan = (first: number, last = first): Span | null => {
  const [start, end] = [dayOf(first, 1, '1'), dayOf(last, 12, '31')];
  return start === null || end === null ? null : { start, end };
};

/** "Đầu tháng" is days 1 to 10, "giữa" 11 to 20, "cuối" 21 to the end; a week is days 1-7, 8-14, 15-21, 22-28. */
function partOfMonth(groups: SpanGroups, year: number): Span | null {
  const whole = monthsSpan(year, monthNumber(groups['month']), monthNumber(groups['month']));
  if (whole?.start == null) return null;
  const { start, end } = whole;
  switch (groups['part'] ?? '') {
    case 'đầu':
      return { start, end: addDays(start, 9) };
    case 'giữa':
      return { start: addDays(start, 10), end: addDays(start, 19) };
    default:
      return { start: addDays(start, 20), end };
  }
}

const WEEK_WORDS: Readonly<Record<string, number>> = {
  đầu: 1,
  nhất: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
};

function weekOfMonth(groups: SpanGroups, year: number): Span | null {
  const month = monthNumber(groups['month']);
  const whole = monthsSpan(year, month, month);
  if (whole?.start == null) return null;
  if (groups['week'] === 'cuối') return { start: addDays(whole.end, -6), end: whole.end };
  const week = WEEK_WORDS[groups['week'] ?? ''] ?? Number(groups['week']);
  if (week > 4) return null;
  return { start: addDays(whole.start, 7 * (week - 1)), end: addDays(whole.start, 7 * week - 1) };
}

function countedMonths({ count = '', part }: SpanGroups, year: number): Span | null {
  const months = Number(count);
  if (months < 1 || months > 12) return null;
  return part === 'đầu' ? monthsSpan(year, 1, months) : monthsSpan(year, 13 - months, 12);
}

function quarterSpan({ quarter = '' }: SpanGroups, year: number): Span | null {
  const number = QUARTERS[quarter] ?? Number(quarter);
  return monthsSpan(year, 3 * number - 2, 3 * number);
}

function tetSpan(_groups: SpanGroups, year: number): Span | null {
  const day = lunarDaysOf(year)?.newYear;
  return day === undefined ? null : { start: day, end: day };
}

/** Listed so that of two forms beginning at the same place the more telling one comes first. */
export const SPAN_FORMS: readonly SpanForm[] = [
  {
    name: 'days-of-month',
    pattern: pattern(
      '(?:ngày )?(?<from>\\d{1,2}) ?- ?(?<to>\\d{1,2})/(?<m>\\d{1,2})(?:/(?<year>\\d{4}))?(?![\\d/])',
    ),
    yearOf,
    span: ({ m, from, to }, year) => daySpan(year, Number(m), from, to),
  },
  {
    name: 'day-in-words',
    pattern: pattern(
      'ngày (?<day>\\d{1,2}) tháng (?<m>\\d{1,2})(?: năm (?<yearWord>\\d{4})|/(?<year>\\d{4}))?',
    ),
    yearOf,
    span: ({ m, day }, year) => daySpan(year, Number(m), day),
  },
  {
    name: 'day',
    pattern: pattern(
      '(?:ngày )?(?<day>\\d{1,2})[/.](?<m>\\d{1,2})(?:[/.](?<year>\\d{4})| năm (?<yearWord>\\d{4}))?(?![\\d/])',
    ),
    yearOf,
    span: ({ m, day }, year) => daySpan(year, Number(m), day),
  },
  {
    name: 'day-with-hyphens',
    pattern: pattern('(?:ngày )?(?<day>\\d{1,2})-(?<m>\\d{1,2})-(?<year>\\d{4})(?!\\d)'),
    yearOf,
    span: ({ m, day }, year) => daySpan(year, Number(m), day),
  },
  {
    name: 'week',
    pattern: pattern(
      `tuần (?:thứ )?(?<week>\\d|đầu|cuối|nhất|một|hai|ba|tư|bốn)(?: tiên| cùng)?(?: của)? tháng ${MONTH}${YEAR}`,
    ),
    yearOf,
    span: weekOfMonth,
    isConvention: true,
  },
  {
    name: 'part-of-month',
    pattern: pattern(`(?<part>đầu|giữa|cuối) tháng ${MONTH}${YEAR}`),
    yearOf,
    span: partOfMonth,
    isConvention: true,
  },
  {
    name: 'months-of-year',
    pattern: pattern('(?<count>\\d{1,2}) tháng (?<part>đầu|cuối) năm(?: (?<year>\\d{4}))?'),
    yearOf,
    span: countedMonths,
  },
  {
    name: 'rest-of-year',
    pattern: pattern(
      '(?:(?:các|những) tháng (?:cuối|còn lại(?: của)?) năm|cuối năm)(?: (?<year>\\d{4}))?',
    ),
    yearOf,
    span: (_groups, year) => ({ start: null, end: lastDayOfMonth(year, 12) }),
  },
  {
    name: 'months',
    pattern: pattern(
      'tháng (?<m>\\d{1,2})(?: ?/ ?(?<fromYear>\\d{4}))? ?- ?(?:tháng )?(?<to>\\d{1,2})/(?<year>\\d{4})',
    ),
    yearOf,
    span: ({ m, to, fromYear }, year) => {
      const first = monthsSpan(Number(fromYear ?? year), Number(m), Number(m));
      const last = monthsSpan(year, Number(to), Number(to));
      return first === null || last === null ? null : { start: first.start, end: last.end };
    },
  },
  {
    name: 'month',
    pattern: pattern(`tháng ${MONTH}${YEAR}`),
    yearOf,
    span: ({ month }, year) => monthsSpan(year, monthNumber(month), monthNumber(month)),
  },
  {
    name: 'month',
    pattern: pattern('(?:ngày )?/?(?<m>\\d{1,2})/(?<year>\\d{4})(?!\\d)'),
    yearOf,
    span: ({ m }, year) => monthsSpan(year, Number(m), Number(m)),
  },
  {
    name: 'quarter',
    pattern: pattern(`quý (?<quarter>iv|i{1,3}|[1-4])(?![\\p{L}\\d])${YEAR}`),
    yearOf,
    span: quarterSpan,
  },
  {
    name: 'tet',
    pattern: pattern(
      'tết(?: nguyên đán| cổ truyền| âm lịch)?(?:(?: \\p{L}+){0,2} (?<year>\\d{4}))?(?![\\p{L}\\d])',
    ),
    yearOf,
    span: tetSpan,
    isConvention: true,
  },
  {
    name: 'years',
    pattern: pattern('(?<year>20\\d{2}) ?-? ?(?<to>20\\d{2})(?!\\d)'),
    yearOf,
    span: ({ to }, year) => yearSpan(year, Number(to)),
  },
  {
    name: 'year',
    pattern: pattern('(?:trong |cả |suốt )?năm (?<year>\\d{4})(?!\\d)'),
    yearOf,
    span: (_groups, year) => yearSpan(year),
  },
  {
    name: 'year',
    pattern: pattern('(?:trong|cả|suốt) năm(?! \\d)(?: kế hoạch| nay)?(?![\\p{L}])'),
    yearOf,
    span: (_groups, year) => yearSpan(year),
  },
];
