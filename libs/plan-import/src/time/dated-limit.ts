import { addDays, type LocalDate } from '@thidua/kernel';
import { readDecimal } from '../fields/decimals';
import { dueOf, isStrictLastDay, type Mention } from './mentions';
import {
  NOTHING_SAID,
  type TimeContext,
  type TimeExpression,
  type TimeMilestone,
  type TimeNote,
} from './time-expression';
import type { TimeParts } from './time-parts';

/** A limit made of one or more named spans of days. */
export function readDatedLimit(parts: TimeParts, context: TimeContext): TimeExpression {
  const { mentions, condition } = parts;
  const common = { ...NOTHING_SAID, conditional: condition.text, notes: notesOf(parts) };
  const [first, last] = [mentions[0], mentions[mentions.length - 1]];
  if (first === undefined || last === undefined) return common;
  if (mentions.some(({ span }) => span === null)) return common;
  if (isRange(parts)) return { ...common, ...rangeLimit(first, last, context.hasProduct === true) };
  const milestones = readStages(parts);
  const due = isNarrowed(mentions) ? dueOf(last) : lastOf(mentions.map(dueOf));
  if (milestones !== null) return { ...common, due, window: { start: null, end: due }, milestones };
  return {
    ...common,
    ...(isList(parts) && { kind: 'recurring', recurrence: 'DATES' }),
    due,
    notBefore: notBeforeOf(first),
    window: { start: windowStart(first), end: due },
  };
}

const isList = (parts: TimeParts): boolean =>
  parts.mentions.length > 1 && !isExtension(parts) && !isNarrowed(parts.mentions);

/** "Từ tháng 3 đến tháng 10": the word between two spans joins them. */
function isRange({ mentions, folded }: TimeParts): boolean {
  const [first, second] = mentions;
  if (first === undefined || second === undefined || mentions.length !== 2) return false;
  return /^(?: ?- ?| (?:đến|tới)(?: hết)?(?: ngày)? ?)$/u.test(
    folded.slice(first.end, second.index),
  );
}

function rangeLimit(first: Mention, last: Mention, hasProduct: boolean): Partial<TimeExpression> {
  const [start, end] = [first.span?.start ?? null, last.span?.end ?? null];
  const window = { start, end };
  // A span written "12/2025 - 02/2026" names when the work ends; "từ … đến …" names work that lasts.
  if (hasProduct || first.preposition !== 'from') return { kind: 'one-off', due: end, window };
  return { kind: 'ongoing', notBefore: start, window };
}

/** A year is a period of work and begins with its first day; a month or quarter may be finished early. */
function notBeforeOf({ form, preposition, span }: Mention): LocalDate | null {
  if (preposition === 'from') return span?.start ?? null;
  if (preposition === 'after') return span === null ? null : addDays(span.end, 1);
  return form === 'year' && preposition === 'in' ? (span?.start ?? null) : null;
}

const windowStart = ({ preposition, span }: Mention): LocalDate | null =>
  preposition === 'before' || preposition === 'until' ? null : (span?.start ?? null);

/** "Quý II, hoàn thành trước 15/6": the last words narrow the span named first. */
const isNarrowed = (mentions: readonly Mention[]): boolean => {
  const [first, second] = mentions;
  const limits = second?.preposition === 'before' || second?.preposition === 'until';
  return mentions.length === 2 && first?.preposition === 'in' && limits;
};

const isExtension = ({ folded }: TimeParts): boolean => /gia hạn|điều chỉnh/u.test(folded);

const lastOf = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce(
    (latest, day) => (latest === null || (day !== null && day > latest) ? day : latest),
    null,
  );

/** "50% trong Quý II, 100% trước 30/11": each share belongs to the date after it. */
function readStages({ mentions, folded }: TimeParts): TimeMilestone[] | null {
  const shares = [...folded.matchAll(/(\d{1,3}(?:,\d{1,2})?) ?%/gu)];
  if (shares.length < 2 || shares.length !== mentions.length) return null;
  return mentions.map((mention, index) => ({
    due: dueOf(mention),
    value: readDecimal(shares[index]?.[1] ?? '') ?? '0',
    unit: '%',
  }));
}

function notesOf(parts: TimeParts): TimeNote[] {
  const { mentions } = parts;
  const found: readonly (readonly [TimeNote, boolean])[] = [
    ['YEAR_UNKNOWN', mentions.some(({ yearUnknown }) => yearUnknown)],
    ['YEAR_FROM_PLAN', mentions.some(({ lacksYear, yearUnknown }) => lacksYear && !yearUnknown)],
    ['IMPOSSIBLE_DATE', mentions.some(({ span, yearUnknown }) => span === null && !yearUnknown)],
    ['CONVENTION', mentions.some((mention) => mention.isConvention || isStrictLastDay(mention))],
    ['EXTENDED', isExtension(parts)],
  ];
  return found.filter(([, holds]) => holds).map(([note]) => note);
}
