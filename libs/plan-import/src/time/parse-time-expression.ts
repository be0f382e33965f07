import { addDays, lastDayOfMonth, type LocalDate } from '@thidua/kernel';
import { trimEndMarks } from '../fields/trim-marks';
import { inLowerCase, tidySpaces } from '../layout/source-lines';
import { readCondition, readOffset } from './conditions';
import { outsideLimits } from './outside-limits';
import { readDatedLimit } from './dated-limit';
import { readMentions } from './mentions';
import { readRecurrence, withoutFalseFriends, type Recurrence } from './recurrence';
import {
  NO_WINDOW,
  NOTHING_SAID,
  type TimeContext,
  type TimeExpression,
  type TimeNote,
} from './time-expression';
import type { TimeParts } from './time-parts';

const LASTS =
  /(?<!\p{L})(?:thường xuyên|liên tục|đột xuất|hằng ngày|hàng ngày|quanh năm|lâu dài|theo tiến độ|các năm tiếp theo|những năm tiếp theo|tiếp tục thực hiện|duy trì|trong suốt)/u;
/** Work that follows requests or a project has no end of its own, not even the year's. */
const CLOSES_WITH_YEAR = /(?<!\p{L})(?:thường xuyên|liên tục|hằng ngày|hàng ngày|quanh năm)/u;
/** Longer texts are prose, not a time line. */
const LONGEST_EXPRESSION = 600;

/**
 * Reads a Vietnamese time line such as "Quý IV/2025", "Trước ngày 15/3" or "Thường xuyên, sau khi có hướng dẫn…".
 * A named month or quarter is due on its last day; "trước" a day leaves the day out; a missing year is the plan year. A
 * text that cannot be read gives no date and the note UNREADABLE; nothing is thrown.
 */
export function parseTimeExpression(text: string, context: TimeContext): TimeExpression {
  const tidy = trimEndMarks(
    tidySpaces(text.slice(0, LONGEST_EXPRESSION)).normalize('NFC'),
    ' .;,:-…',
  );
  if (tidy === '') return NOTHING_SAID;
  const folded = inLowerCase(tidy);
  const role = context.role ?? 'task-time';
  const condition = readCondition(tidy, folded, role === 'inline' || role === 'reference');
  const rest = withListsSpelledOut(withoutFalseFriends(condition.rest));
  const parts: TimeParts = {
    condition,
    folded: rest,
    recurrence: readRecurrence(rest),
    mentions: readMentions(rest, context.planYear),
    lasts: LASTS.test(folded),
  };
  return role === 'task-time'
    ? limitOf(parts, context)
    : outsideLimits(role, parts, context, limitOf);
}

const QUARTER_LIST =
  /quý (?:iv|i{1,3}|[1-4])(?:(?:, ?| và | ?- ?)(?:iv|i{1,3}|[1-4])(?![\p{L}\d.%]))+/gu;
const MONTH_LIST =
  /tháng \d{1,2}(?:(?:, ?| và )\d{1,2}(?!\d|[.%]|\/(?!\d{4})| (?!năm \d{4}|và )[\p{L}%]))+/gu;

/** "Quý I, II" names two quarters: the word before the first is repeated before each. */
const withListsSpelledOut = (folded: string): string =>
  folded
    .replace(QUARTER_LIST, (list) => list.replace(/(, ?| và | ?- ?)/gu, '$1quý '))
    .replace(MONTH_LIST, (list) => list.replace(/(, ?| và )/gu, '$1tháng '));

function limitOf(parts: TimeParts, context: TimeContext): TimeExpression {
  const { condition, recurrence } = parts;
  const offset = readOffset(condition);
  if (offset !== null) return offsetLimit(parts, context, offset);
  if (recurrence !== null) return seriesLimit(parts, recurrence, context);
  if (parts.lasts) return lastingLimit(parts, context);
  if (parts.mentions.length > 0) return readDatedLimit(parts, context);
  const notes: TimeNote[] = condition.text === null ? ['UNREADABLE'] : [];
  return { ...NOTHING_SAID, conditional: condition.text, notes };
}

function offsetLimit(
  { condition }: TimeParts,
  { issuedOn = null }: TimeContext,
  { rule, isAfter }: NonNullable<ReturnType<typeof readOffset>>,
): TimeExpression {
  const countsFromIssue = rule.from === 'event:document-issued' && rule.unit === 'calendar-day';
  const due = countsFromIssue && issuedOn !== null ? addDays(issuedOn, rule.offset) : null;
  const notes: TimeNote[] = isAfter ? ['CONVENTION'] : [];
  return { ...NOTHING_SAID, due, rule, conditional: condition.text, notes };
}

/** Work that is kept up: it closes with the plan year for scoring and never becomes overdue. */
function lastingLimit(parts: TimeParts, { planYear }: TimeContext): TimeExpression {
  const { condition, folded } = parts;
  const years = parts.mentions.find(
    ({ form, preposition }) => form === 'year' && preposition === 'in',
  );
  const isOpenEnded = /năm tiếp theo/u.test(folded);
  const end = CLOSES_WITH_YEAR.test(folded) ? endOfYear(planYear) : null;
  const start = years?.span?.start ?? null;
  return {
    ...NOTHING_SAID,
    kind: 'ongoing',
    notBefore: start,
    window: { start, end: isOpenEnded ? null : (years?.span?.end ?? end) },
    conditional: condition.text,
  };
}

const endOfYear = (year: number | null): LocalDate | null =>
  year === null ? null : lastDayOfMonth(year, 12);

/** A series; with a dated or awaited first step before it, a milestone and the series that follows. */
function seriesLimit(
  parts: TimeParts,
  recurrence: Recurrence,
  context: TimeContext,
): TimeExpression {
  const first = { ...parts, mentions: parts.mentions.filter(({ end }) => end <= recurrence.index) };
  const series = {
    recurrence: recurrence.every,
    rule: recurrence.rule,
    quantity: recurrence.quantity,
  };
  if (recurrence.quantity !== null) return countedSeries(parts, series, context);
  if (first.mentions.length > 0 && !isOneClause(parts.folded, recurrence)) {
    return { ...readDatedLimit(first, context), ...series, kind: 'periodic-after-milestone' };
  }
  if (parts.lasts) return { ...lastingLimit(parts, context), ...series };
  const waits =
    parts.condition.text !== null &&
    /^\s*$/u.test(parts.folded.slice(0, recurrence.index).replace(/[;,]/gu, ''));
  const kind = waits && recurrence.index > 0 ? 'periodic-after-milestone' : 'recurring';
  return { ...NOTHING_SAID, ...series, kind, conditional: parts.condition.text };
}

/** "Quý I ban hành kế hoạch; định kỳ báo cáo" has two clauses, "Từ tháng 3, hằng tháng" still one series. */
const isOneClause = (folded: string, { index }: Recurrence): boolean =>
  !/[;,]|(?<!\p{L})(?:và|sau đó)(?!\p{L})/u.test(folded.slice(0, index)) ||
  /^\s*từ(?!\p{L})/u.test(folded);

function countedSeries(
  parts: TimeParts,
  series: Pick<TimeExpression, 'recurrence' | 'rule' | 'quantity'>,
  context: TimeContext,
): TimeExpression {
  if (parts.mentions.length === 0) {
    return { ...NOTHING_SAID, ...series, kind: 'recurring', conditional: parts.condition.text };
  }
  const { due, notBefore, notes, conditional } = readDatedLimit(parts, context);
  return {
    ...NOTHING_SAID,
    ...series,
    kind: 'recurring',
    due,
    notBefore,
    notes,
    conditional,
    window: NO_WINDOW,
  };
}
