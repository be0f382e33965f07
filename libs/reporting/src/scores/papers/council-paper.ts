import type { Block } from '../../official-layout/official-paper';
import { listedGroups, type BookEntry, type BookGroup } from '../result-book';
import {
  basisOf,
  heading,
  paragraph,
  points,
  reasonsOf,
  standingOf,
  subjectsOf,
  symbolOf,
  table,
  type PaperOf,
} from './paper-frame';

const candidateTable = (entries: readonly BookEntry[]): Block =>
  table({
    columns: [
      { title: 'TT', share: 1.5, align: 'center' },
      { title: 'Họ tên', share: 4 },
      { title: 'Đơn vị', share: 4 },
      { title: 'Điểm', share: 2, align: 'right' },
      { title: 'Mức theo điểm', share: 4 },
      { title: 'Đề nghị xếp loại', share: 4 },
      { title: 'Lý do, ghi chú', share: 8 },
      { title: 'Ý kiến Hội đồng', share: 3 },
    ],
    rows: entries.map((entry, index) => [
      String(index + 1),
      entry.name,
      entry.unitName || '–',
      points(entry.points),
      entry.band ?? '–',
      standingOf(entry),
      reasonsOf(entry) || '–',
      '',
    ]),
  });

const cutLineOf = ({ cutLine, article }: BookGroup): readonly Block[] =>
  cutLine === null
    ? []
    : [paragraph(`Tỷ lệ xuất sắc: ${cutLine}${article === null ? '' : ` (${article})`}.`)];

/** The list laid before the council: points, class by points, class proposed, why, and where the quota cut. Pure. */
export const councilPaper: PaperOf = (book, frame) => ({
  ...frame,
  orientation: 'landscape',
  symbol: symbolOf('DS', frame),
  kindName: 'Danh sách',
  subject: `Trình Hội đồng xem xét xếp loại ${subjectsOf(book)} năm ${book.year}`,
  body: [
    ...listedGroups(book).flatMap(({ group, entries }, index) => [
      heading(`${index + 1}. ${group.title}: ${entries.length} ${subjectsOf(book)}`),
      candidateTable(entries),
      ...cutLineOf(group),
    ]),
    ...basisOf(book),
  ],
  signature: { lines: ['TL. Giám đốc', 'Chánh Văn phòng'], name: null },
  recipients: ['Hội đồng Thi đua - Khen thưởng', 'Lưu: VT, VP'],
});
