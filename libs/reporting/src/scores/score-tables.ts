import { countCell, decimalCell, type Cell, type Sheet, type Workbook } from '../tables/workbook';
import type { LocalDate } from '@thidua/kernel';
import { listedGroups, type BookEntry, type ResultBook } from './result-book';

const who = ({ subjectId, name }: BookEntry): readonly Cell[] => [subjectId, name];
const exact = (figure: BookEntry['points']): Cell => figure?.exact ?? null;

const reasonsOf = ({ reasons, standing, notes }: BookEntry): string =>
  [...(standing === '' ? [] : [standing]), ...reasons.map(({ words }) => words.vi), ...notes].join(
    '\n',
  );

const WHO = [
  { title: 'Mã', width: 14 },
  { title: 'Họ tên, đơn vị', width: 26 },
];

/** One row a subject: points with their exact fraction, class, reasons. */
export function summarySheet(book: ResultBook): Sheet {
  const titles = new Map(book.groups.map(({ id, title }) => [id, title]));
  const groupOf = ({ groupId }: BookEntry): Cell =>
    groupId === null ? null : (titles.get(groupId) ?? groupId);
  return {
    name: 'Tổng hợp',
    columns: [
      ...WHO,
      { title: 'Đơn vị công tác', width: 24 },
      { title: 'Nhóm', width: 16 },
      { title: 'Điểm năm', width: 10 },
      { title: 'Phân số đúng', width: 12 },
      { title: 'Theo điểm', width: 18 },
      { title: 'Xếp loại', width: 18 },
      { title: 'Hạng', width: 8 },
      { title: 'Lý do, ghi chú', width: 42 },
    ],
    rowCount: book.entries.length,
    rows: function* rows() {
      for (const entry of book.entries) {
        yield [
          ...who(entry),
          entry.unitName === '' ? null : entry.unitName,
          groupOf(entry),
          decimalCell(entry.points),
          exact(entry.points),
          entry.band,
          entry.class,
          entry.rank === null ? null : countCell(entry.rank),
          reasonsOf(entry),
        ];
      }
    },
  };
}

const lengthOf = (book: ResultBook, of: (entry: BookEntry) => number): number =>
  book.entries.reduce((total, entry) => total + of(entry), 0);

/** Every step from full marks to the class, in order. */
export const stepsSheet = (book: ResultBook): Sheet => ({
  name: 'Chi tiết',
  columns: [
    ...WHO,
    { title: 'Bước', width: 6 },
    { title: 'Nội dung', width: 28 },
    { title: 'Cách tính', width: 28 },
    { title: 'Thay đổi', width: 10 },
    { title: 'Thay đổi (phân số)', width: 12 },
    { title: 'Còn lại', width: 10 },
    { title: 'Còn lại (phân số)', width: 12 },
    { title: 'Mức', width: 8 },
    { title: 'Căn cứ', width: 24 },
    { title: 'Số sự kiện', width: 8 },
  ],
  rowCount: lengthOf(book, ({ steps }) => steps.length),
  rows: function* rows() {
    for (const entry of book.entries) {
      for (const [index, step] of entry.steps.entries()) {
        yield [
          ...who(entry),
          countCell(index + 1),
          step.title.vi,
          step.formula,
          decimalCell(step.change),
          exact(step.change),
          decimalCell(step.after),
          exact(step.after),
          step.class,
          step.article,
          countCell(step.eventIds.length),
        ];
      }
    }
  },
});

const sourcesOf = ({ steps, reasons }: BookEntry) => [
  ...steps.map(({ title, eventIds }) => ({ title: title.vi, eventIds })),
  ...reasons.map(({ words, eventIds }) => ({ title: words.vi, eventIds })),
];

/** The events behind each step and reason, one a row. */
export const sourcesSheet = (book: ResultBook): Sheet => ({
  name: 'Nguồn',
  columns: [...WHO, { title: 'Bước, lý do', width: 50 }, { title: 'Mã sự kiện', width: 40 }],
  rowCount: lengthOf(book, (entry) =>
    sourcesOf(entry).reduce((total, { eventIds }) => total + eventIds.length, 0),
  ),
  rows: function* rows() {
    for (const entry of book.entries) {
      for (const { title, eventIds } of sourcesOf(entry)) {
        for (const eventId of eventIds) yield [...who(entry), title, eventId];
      }
    }
  },
});

/** The groups one after another, best first; ties share a rank. */
const rankingSheet = (book: ResultBook): Sheet => ({
  name: 'Xếp hạng',
  columns: [
    { title: 'Nhóm', width: 30 },
    { title: 'Hạng', width: 8 },
    ...WHO,
    { title: 'Điểm năm', width: 10 },
    { title: 'Phân số đúng', width: 12 },
    { title: 'Xếp loại', width: 18 },
    { title: 'Vạch cắt', width: 44 },
  ],
  rowCount: book.entries.length,
  rows: function* rows() {
    for (const { group, entries } of listedGroups(book)) {
      for (const [index, entry] of entries.entries()) {
        yield [
          group.title,
          entry.rank === null ? null : countCell(entry.rank),
          ...who(entry),
          decimalCell(entry.points),
          exact(entry.points),
          entry.class ?? entry.standing,
          index === 0 ? group.cutLine : null,
        ];
      }
    }
  },
});

/** What the result was computed by, so that a printed table can be checked against the log. */
const basisSheet = ({ ruleSet, sheetHash, position, year }: ResultBook): Sheet => {
  const facts: readonly (readonly [string, string])[] = [
    ['Năm', String(year)],
    ['Bộ tiêu chí', `${ruleSet.title} (${ruleSet.id}, bản ${ruleSet.version})`],
    ['Tình trạng', ruleSet.isProposal ? 'CẦN XÁC NHẬN' : 'Đã ban hành'],
    ['Mã băm bộ tiêu chí', ruleSet.hash],
    ['Mã băm bảng điểm', sheetHash],
    ['Vị trí của nhật ký', position ?? 'tính từ tệp dữ kiện'],
  ];
  return {
    name: 'Căn cứ',
    columns: [
      { title: 'Mục', width: 24 },
      { title: 'Giá trị', width: 80 },
    ],
    rowCount: facts.length,
    rows: () => facts,
  };
};

/** The score workbook: summary, steps, sources, ranking, and what it was computed by. */
export const scoreWorkbook = (
  book: ResultBook,
  { creator, date }: { readonly creator: string; readonly date: LocalDate },
): Workbook => ({
  title: `Bảng điểm năm ${book.year}`,
  creator,
  date,
  sheets: [
    summarySheet(book),
    stepsSheet(book),
    sourcesSheet(book),
    rankingSheet(book),
    basisSheet(book),
  ],
});
