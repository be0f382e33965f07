import type { LocalDate } from '@thidua/kernel';
import type { Figure } from '@thidua/scoring';
import type { Letterhead } from '../../official-layout/letterhead';
import type { Block, BodyTable, OfficialPaper } from '../../official-layout/official-paper';
import type { BookEntry, ResultBook } from '../result-book';

/** What a paper about a result needs beside the result. */
export interface PaperFrame {
  readonly letterhead: Letterhead;
  /** Day of the paper; where it is not known the day stays blank and this says the year only. */
  readonly date: LocalDate;
  readonly isUndated: boolean;
}

/** Symbol of a kind of paper behind its blank number: `BB-SCT`. */
export const symbolOf = (kind: string, { letterhead }: PaperFrame): string =>
  letterhead.abbreviation === null ? kind : `${kind}-${letterhead.abbreviation}`;

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const table = (body: BodyTable): Block => ({ kind: 'table', table: body });

/** Two decimals with a comma, or a dash where there is no number. */
export const points = (figure: Figure | null): string => figure?.decimal.replace('.', ',') ?? '–';

/** The class, or why there is none. */
export const standingOf = (entry: BookEntry): string => entry.class ?? entry.standing;

export const reasonsOf = ({ reasons, notes }: BookEntry): string =>
  [...reasons.map(({ words }) => words.vi), ...notes].join('\n');

/** How those scored are called. */
export const subjectsOf = ({ subject }: ResultBook): string =>
  subject === 'PEOPLE' ? 'công chức' : 'đơn vị';

/** By which rules and from which sheet: every paper about a result ends with it, so that it can be checked. */
export function basisOf({ ruleSet, sheetHash, position }: ResultBook): readonly Block[] {
  const { title, id, version, isProposal } = ruleSet;
  const at = position === null ? '' : `, nhật ký đến vị trí ${position}`;
  return [
    note(`Bộ tiêu chí: ${title} (${id}, bản ${version})${at}.`),
    note(`Mã băm bảng điểm: ${sheetHash}.`),
    ...(isProposal ? [note('LƯU Ý: bộ tiêu chí này CẦN XÁC NHẬN trước khi dùng chính thức.')] : []),
  ];
}

/** How many have each class, best known first, and how many have none. */
export function classCounts({ entries }: ResultBook): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const standing = standingOf(entry) || 'chưa xếp loại';
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, n], [b, m]) => m - n || a.localeCompare(b, 'vi'));
}

export const countsTable = (book: ResultBook): Block =>
  table({
    columns: [
      { title: 'Mức xếp loại', share: 4 },
      { title: 'Số lượng', share: 1, align: 'center' },
    ],
    rows: [
      ...classCounts(book).map(([standing, count]) => [standing, String(count)]),
      ['Tổng số', String(book.entries.length)],
    ],
    boldRows: [classCounts(book).length],
  });

export type PaperOf = (book: ResultBook, frame: PaperFrame) => OfficialPaper;
