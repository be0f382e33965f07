import type { Block } from '../../official-layout/official-paper';
import { listedGroups, type BookEntry } from '../result-book';
import {
  basisOf,
  countsTable,
  heading,
  paragraph,
  points,
  standingOf,
  subjectsOf,
  symbolOf,
  table,
  type PaperOf,
} from './paper-frame';

const withPoints = (entries: readonly BookEntry[]): Block =>
  table({
    columns: [
      { title: 'TT', share: 1, align: 'center' },
      { title: 'Họ tên, đơn vị', share: 6 },
      { title: 'Điểm', share: 2, align: 'right' },
      { title: 'Đề nghị xếp loại', share: 5 },
    ],
    rows: entries.map((entry, index) => [
      String(index + 1),
      [entry.name, entry.unitName].filter((text) => text !== '').join('\n'),
      points(entry.points),
      standingOf(entry),
    ]),
  });

/** The proposal to whoever decides: how many of each class, the list with points, what stays open. Pure. */
export const submissionPaper: PaperOf = (book, frame) => {
  const open = book.entries.filter((entry) => entry.class === null);
  return {
    ...frame,
    symbol: symbolOf('TTr', frame),
    kindName: 'Tờ trình',
    subject: `Đề nghị phê duyệt kết quả xếp loại ${subjectsOf(book)} năm ${book.year}`,
    body: [
      paragraph(
        `Trên cơ sở bảng điểm năm ${book.year}, bộ phận tham mưu kính trình người có thẩm quyền xem xét kết quả xếp loại ${subjectsOf(book)} như sau:`,
      ),
      heading('I. TỔNG HỢP'),
      countsTable(book),
      heading('II. DANH SÁCH ĐỀ NGHỊ'),
      ...listedGroups(book).flatMap(({ group, entries }, index) => [
        heading(`${index + 1}. ${group.title}`),
        withPoints(entries),
        ...(group.cutLine === null ? [] : [paragraph(`Tỷ lệ xuất sắc: ${group.cutLine}.`)]),
      ]),
      heading('III. TRƯỜNG HỢP CHƯA XẾP LOẠI'),
      ...(open.length === 0
        ? [paragraph('Không có.')]
        : open.map((entry) =>
            paragraph(
              `${entry.name}: ${[entry.standing, ...entry.reasons.map(({ words }) => words.vi)].filter((text) => text !== '').join('; ') || 'bộ tiêu chí không định mức'}.`,
            ),
          )),
      ...basisOf(book),
    ],
    signature: { lines: ['TL. Giám đốc', 'Chánh Văn phòng'], name: null },
    recipients: ['Giám đốc (để phê duyệt)', 'Lưu: VT, VP'],
  };
};

const classOnly = (entries: readonly BookEntry[]): Block =>
  table({
    columns: [
      { title: 'TT', share: 1, align: 'center' },
      { title: 'Họ tên, đơn vị', share: 7 },
      { title: 'Xếp loại', share: 5 },
    ],
    rows: entries.map((entry, index) => [
      String(index + 1),
      [entry.name, entry.unitName].filter((text) => text !== '').join('\n'),
      standingOf(entry),
    ]),
  });

/**
 * The public notice: classes only. Points, reasons and votes are for the person and the evaluators (decree 335/2025,
 * article 21.1; law 91/2025 on personal data). Nobody is ranked by the order: it is that of the names. Pure.
 */
export const noticePaper: PaperOf = (book, frame) => ({
  ...frame,
  symbol: symbolOf('TB', frame),
  kindName: 'Thông báo',
  subject: `Kết quả xếp loại ${subjectsOf(book)} năm ${book.year}`,
  body: [
    paragraph(
      `Kết quả xếp loại ${subjectsOf(book)} năm ${book.year} được thông báo công khai trong cơ quan như sau:`,
    ),
    classOnly(book.entries.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))),
    paragraph(
      'Ai không đồng ý với kết quả có thể gửi kiến nghị; kiến nghị được trả lời trong 07 ngày làm việc kể từ ngày nhận.',
    ),
    ...basisOf(book),
  ],
  signature: { lines: ['Giám đốc'], name: null },
  recipients: ['Các phòng, đơn vị', 'Cá nhân được đánh giá', 'Lưu: VT, VP'],
});
