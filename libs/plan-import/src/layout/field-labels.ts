import { foldForComparison } from '@thidua/kernel';

export type FieldName = 'lead' | 'coordinating' | 'product' | 'time';

/** A label at the start of a text: which field it opens and where its content begins. */
export interface Labelled {
  readonly field: FieldName | 'other';
  readonly rest: string;
  /** Set when the label was recognised in spite of a typing error. */
  readonly guess: { readonly written: string; readonly meant: string } | null;
}

/** The labels of the genre, folded. Order does not matter: a label is compared whole. */
const LABELS: Readonly<Record<FieldName | 'other', readonly string[]>> = {
  lead: [
    'đơn vị chủ trì',
    'chủ trì',
    'cơ quan chủ trì',
    'cơ quan, đơn vị chủ trì',
    'phòng chủ trì',
    'bộ phận chủ trì',
    'đơn vị chủ trì thực hiện',
    'chủ trì thực hiện',
    'cơ quan chủ trì thực hiện',
    'đơn vị chủ trì tham mưu',
    'chủ trì tham mưu',
    'đơn vị thực hiện',
    'cơ quan thực hiện',
    'đơn vị chịu trách nhiệm',
    'đơn vị được giao chủ trì',
  ],
  coordinating: [
    'đơn vị phối hợp',
    'phối hợp',
    'cơ quan phối hợp',
    'cơ quan, đơn vị phối hợp',
    'các đơn vị phối hợp',
    'phối hợp thực hiện',
    'đơn vị phối hợp thực hiện',
    'cơ quan phối hợp thực hiện',
    'các cơ quan phối hợp',
    'phòng phối hợp',
    'bộ phận phối hợp',
    'các phòng phối hợp',
  ],
  product: [
    'sản phẩm',
    'kết quả',
    'sản phẩm hoàn thành',
    'sản phẩm đầu ra',
    'kết quả đầu ra',
    'sản phẩm dự kiến',
    'kết quả dự kiến',
    'sản phẩm/kết quả',
    'kết quả/sản phẩm',
    'sản phẩm, kết quả',
    'kết quả, sản phẩm',
    'sản phẩm, kết quả đầu ra',
    'kết quả thực hiện',
    'kết quả, sản phẩm đầu ra',
    'dự kiến sản phẩm',
    'sản phẩm thực hiện',
    'sản phẩm cần đạt',
    'kết quả cần đạt',
    'sản phẩm chủ yếu',
    'dự kiến kết quả',
  ],
  time: [
    'thời gian thực hiện',
    'thời gian hoàn thành',
    'thời hạn',
    'thời hạn hoàn thành',
    'thời hạn thực hiện',
    'thời gian',
    'tiến độ',
    'tiến độ thực hiện',
    'tiến độ hoàn thành',
    'hạn hoàn thành',
    'thời gian thực hiện, hoàn thành',
    'thời gian thực hiện/hoàn thành',
    'thời gian, tiến độ',
    'thời gian trình',
    'thời gian ban hành',
    'thời gian triển khai',
    'thời gian triển khai thực hiện',
    'thời gian, tiến độ thực hiện',
    'hạn thực hiện',
  ],
  other: [
    'kinh phí',
    'kinh phí thực hiện',
    'địa điểm',
    'địa điểm thực hiện',
    'lãnh đạo phụ trách',
    'người phụ trách',
    'lãnh đạo chỉ đạo',
    'ghi chú',
    'thành phần',
    'đối tượng',
    'cấp trình',
    'cấp ban hành',
    'nguồn kinh phí',
  ],
};

const FIELD_OF = new Map<string, FieldName | 'other'>(
  (['lead', 'coordinating', 'product', 'time', 'other'] as const).flatMap((field) =>
    LABELS[field].map((label) => [foldForComparison(label), field] as const),
  ),
);
const LONGEST_LABEL = Math.max(...[...FIELD_OF.keys()].map((label) => label.length));
/** Shorter labels differ from ordinary words by one letter, so a guess there would be a gamble. */
const GUESSABLE_LENGTH_MIN = 7;

/** The label that opens the text, written before a colon. */
export function readLabel(text: string): Labelled | null {
  const colon = text.slice(0, LONGEST_LABEL + 3).search(/[:：]/);
  if (colon <= 0) return null;
  const written = text.slice(0, colon).trim();
  const rest = text.slice(colon + 1).trim();
  const field = FIELD_OF.get(foldForComparison(written));
  if (field !== undefined) return { field, rest, guess: null };
  const meant = nearLabel(foldForComparison(written));
  return meant === null
    ? null
    : { field: FIELD_OF.get(meant) ?? 'other', rest, guess: { written, meant } };
}

/** A label whose colon was lost; only believable inside a task whose other labels have theirs. */
export function readLabelWithoutColon(text: string): Labelled | null {
  const words = text.slice(0, LONGEST_LABEL + 20).split(' ');
  for (let count = Math.min(words.length - 1, 7); count >= 3; count -= 1) {
    const written = words.slice(0, count).join(' ');
    const field = FIELD_OF.get(foldForComparison(written));
    const rest = text.slice(written.length).trim();
    if (field !== undefined && /^[\p{Lu}\d]/u.test(rest)) {
      return { field, rest, guess: { written, meant: `${written}:` } };
    }
  }
  return null;
}

/** Where further labels begin inside a text, each after a full stop, comma or semicolon. */
export function innerLabelStarts(text: string): number[] {
  const starts: number[] = [];
  for (const match of text.matchAll(/[.;,] ?(?=[\p{L}])/gu)) {
    const start = match.index + match[0].length;
    const label = readLabel(text.slice(start, start + LONGEST_LABEL + 3));
    if (label !== null && label.guess === null && label.field !== 'other') starts.push(start);
  }
  return starts;
}

function nearLabel(folded: string): string | null {
  if (folded.length < GUESSABLE_LENGTH_MIN) return null;
  for (const label of FIELD_OF.keys()) {
    if (label.length >= GUESSABLE_LENGTH_MIN && differsByOneLetter(folded, label)) return label;
  }
  return null;
}

/** One letter replaced, missing, added, or two neighbours swapped. */
function differsByOneLetter(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
