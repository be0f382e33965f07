import type { OffsetRule } from './time-expression';

/** The words a task waits for, and the text without them. */
export interface Condition {
  readonly text: string | null;
  /** The text with the condition blanked out, of the same length. */
  readonly rest: string;
}

const OPENS_WAITING =
  /(?:ngay )?sau khi |(?<=^|[,;(] ?)(?:ngay )?khi |khi (?:có|được|phát sinh|nhận được|cấp)|kể từ (?:khi|ngày|thời điểm)|đang chờ|trong từng trường hợp|nếu (?:có|phát sinh)|trường hợp|tùy theo|căn cứ (?:vào )?/u;
const FOLLOWS_OTHERS =
  /(?:^|[,;(] ?|thực hiện |thường xuyên |năm \d{4} )(theo (?!từng |đúng )(?:sự |các )?(?:kế hoạch|hướng dẫn|yêu cầu|tiến độ|chỉ đạo|quy định|thông báo|chương trình|văn bản|đề nghị|lịch|thời gian|thời hạn|lộ trình|tình hình|nhu cầu|phân công))/u;
/** Where a condition stops: at the end of its bracket or clause, or where a date or a series begins. */
const STOPS =
  /[;)]|\.(?= )|, ?(?=(?:hoàn thành|trước|chậm nhất|muộn nhất|đến (?:hết|ngày)|trong (?:tháng|quý|năm)|định kỳ|báo cáo|hằng|hàng|quý [iv\d]|tháng \d|thường xuyên))|(?<=hướng dẫn|yêu cầu|quy định),? (?=hoàn thành|trước ngày|định kỳ)/u;

/** Finds the condition in a tidy text; `folded` is the same text folded, of the same length. */
export function readCondition(text: string, folded: string, isProse: boolean): Condition {
  const waiting = OPENS_WAITING.exec(folded)?.index;
  const start = waiting ?? (isProse ? undefined : followsOthersAt(folded));
  if (start === undefined) return { text: null, rest: folded };
  const length = STOPS.exec(folded.slice(start))?.index ?? folded.length - start;
  const condition = text.slice(start, start + length).trim();
  const rest = folded.slice(0, start) + ' '.repeat(length) + folded.slice(start + length);
  return { text: condition === '' ? null : condition, rest };
}

function followsOthersAt(folded: string): number | undefined {
  const match = FOLLOWS_OTHERS.exec(folded);
  return match === null ? undefined : match.index + match[0].length - (match[1] ?? '').length;
}

const OFFSET =
  /(?<way>trong(?: vòng| thời hạn| thời gian)?|chậm nhất|không quá|sau) (?<days>\d{1,3}) ngày(?<working> làm việc)?,? ?$/u;
const EVENTS: readonly (readonly [RegExp, string])[] = [
  [/nhận được|tiếp nhận/u, 'event:document-received'],
  [/kết thúc.*(?:kiểm tra|thanh tra)/u, 'event:inspection-ended'],
  [/ngày ký|ban hành/u, 'event:document-issued'],
];

/** Days counted from the event the condition names: "05 ngày làm việc kể từ ngày nhận được văn bản". */
export function readOffset(
  condition: Condition,
): { readonly rule: OffsetRule; readonly isAfter: boolean } | null {
  if (condition.text === null) return null;
  const groups = OFFSET.exec(
    condition.rest.slice(0, condition.rest.search(/ {3,}|$/u)).trimEnd(),
  )?.groups;
  if (groups === undefined) return null;
  const words = condition.text.toLowerCase();
  const rule: OffsetRule = {
    offset: Number(groups['days']),
    unit: groups['working'] === undefined ? 'calendar-day' : 'working-day',
    from: EVENTS.find(([pattern]) => pattern.test(words))?.[1] ?? 'event:stated',
    countFirstDay: false,
  };
  return { rule, isAfter: groups['way'] === 'sau' };
}
