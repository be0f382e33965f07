import type { Block } from '../../official-layout/official-paper';
import { listedGroups, type BookEntry } from '../result-book';
import {
  basisOf,
  heading,
  paragraph,
  points,
  standingOf,
  subjectsOf,
  symbolOf,
  table,
  type PaperOf,
} from './paper-frame';

const rankTable = (entries: readonly BookEntry[]): Block =>
  table({
    columns: [
      { title: 'Hạng', share: 2, align: 'center' },
      { title: 'Họ tên, đơn vị', share: 7 },
      { title: 'Điểm', share: 2, align: 'right' },
      { title: 'Phân số đúng', share: 3, align: 'right' },
      { title: 'Xếp loại', share: 5 },
    ],
    rows: entries.map((entry) => [
      entry.rank === null ? '–' : String(entry.rank),
      [entry.name, entry.unitName].filter((text) => text !== '').join('\n'),
      points(entry.points),
      entry.points?.exact ?? '–',
      standingOf(entry),
    ]),
  });

/** The ranking of each group, best first; ties share a rank. Pure. */
export const rankingPaper: PaperOf = (book, frame) => ({
  ...frame,
  symbol: symbolOf('DS', frame),
  kindName: 'Danh sách',
  subject: `Xếp hạng kết quả đánh giá ${subjectsOf(book)} năm ${book.year}`,
  body: [
    paragraph(
      'So sánh trong từng nhóm có nhiệm vụ tương đồng; bằng điểm thì cùng hạng. Thứ tự theo phân số đúng, phần thập phân chỉ để đọc.',
    ),
    ...listedGroups(book).flatMap(({ group, entries }, index) => [
      heading(`${index + 1}. ${group.title}`),
      rankTable(entries),
      ...(group.cutLine === null ? [] : [paragraph(`Tỷ lệ xuất sắc: ${group.cutLine}.`)]),
    ]),
    ...basisOf(book),
  ],
  signature: { lines: ['Người lập danh sách'], name: null },
  recipients: ['Hội đồng Thi đua - Khen thưởng', 'Lưu: VT, VP'],
});
