import {
  NO_WINDOW,
  NOTHING_SAID,
  type DateWindow,
  type TimeContext,
  type TimeExpression,
  type TimeRole,
} from './time-expression';
import type { TimeParts } from './time-parts';

type ReadLimit = (parts: TimeParts, context: TimeContext) => TimeExpression;

const UNLIMITED: TimeExpression = { ...NOTHING_SAID, kind: null };

/**
 * Words about time that stand outside a time line. A duty in prose may set a limit, but a span there is the period spoken
 * of; words in titles, products and citations set none, whatever date they hold.
 */
export function outsideLimits(
  role: Exclude<TimeRole, 'task-time'>,
  parts: TimeParts,
  context: TimeContext,
  readLimit: ReadLimit,
): TimeExpression {
  if (role !== 'obligation') return mentionedOnly(role, parts);
  const limit = readLimit(parts, context);
  const conditional = parts.condition.text;
  if (limit.notes.includes('UNREADABLE')) return { ...UNLIMITED, notes: limit.notes };
  if (/^đang chờ/iu.test(conditional ?? '')) return { ...UNLIMITED, conditional };
  if (!namesPeriod(parts)) return limit;
  return {
    ...limit,
    kind: null,
    notBefore: null,
    due: periodDue(parts, limit),
    window: windowOf(parts),
  };
}

function mentionedOnly(role: 'inline' | 'reference', parts: TimeParts): TimeExpression {
  const recurrence = parts.recurrence?.every ?? null;
  return {
    ...UNLIMITED,
    conditional: role === 'inline' ? parts.condition.text : null,
    recurrence: recurrence === 'UNSPECIFIED' ? null : recurrence,
    window: windowOf(parts),
  };
}

const namesPeriod = ({ mentions, recurrence }: TimeParts): boolean =>
  recurrence === null && (mentions.length > 1 || mentions[0]?.form === 'year');

/** A reporting period "from … to …" is answered on its last day; a year alone is only the year spoken of. */
const periodDue = ({ mentions }: TimeParts, limit: TimeExpression) =>
  mentions.length > 1 ? limit.window.end : null;

function windowOf({ mentions, folded }: TimeParts): DateWindow {
  const [first, second] = mentions;
  if (first?.span == null || first.preposition === 'before') return NO_WINDOW;
  const joined =
    second !== undefined &&
    /^ ?(?:-|đến)(?: ngày)? ?$/u.test(folded.slice(first.end, second.index));
  const isOpenEnded = /năm tiếp theo/u.test(folded);
  const end = joined ? (second.span?.end ?? null) : first.span.end;
  return {
    start: first.preposition === 'until' ? null : first.span.start,
    end: isOpenEnded ? null : end,
  };
}
