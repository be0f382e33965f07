import { vietnameseDate } from '@thidua/kernel';
import type { Cell, Sheet, Workbook } from '../tables/workbook';
import { countCell, decimalCell } from '../tables/workbook';
import type { Letterhead } from '../official-layout/letterhead';
import type { OfficialPaper } from '../official-layout/official-paper';
import { heading, paragraph, points, table } from '../scores/papers/paper-frame';
import { namedCounts, namedRates } from './ubnd-summary';
import { STATE_TITLES, type UbndRow, type UbndTable } from './ubnd-table';

/** The columns of the table: its title, share of a page, width in a workbook. */
const COLUMNS = [
  ['TT', 1.4, 6],
  ['Cơ quan giao, số, ngày văn bản', 4, 24],
  ['Nội dung', 7, 44],
  ['Đơn vị chủ trì', 4, 22],
  ['Đơn vị phối hợp', 4, 22],
  ['Sản phẩm', 4, 24],
  ['Thời hạn', 3, 12],
  ['Ngày hoàn thành, văn bản kết quả', 4, 18],
  ['Trạng thái', 4, 18],
  ['Nguyên nhân, kiến nghị', 5, 30],
] as const;

const cellsOf = (each: UbndRow, index: number): readonly string[] => [
  String(index + 1),
  each.source,
  `${each.title}${each.no === '' ? '' : ` (số ${each.no})`}`,
  each.leads,
  each.partners,
  each.product,
  each.dueOn === null ? 'Không có hạn' : vietnameseDate(each.dueOn),
  [each.completedOn === null ? '' : vietnameseDate(each.completedOn), each.result]
    .filter((text) => text !== '')
    .join('\n'),
  STATE_TITLES[each.state],
  each.remarks,
];

export interface UbndFrame {
  readonly letterhead: Letterhead;
  /** What the period is called, e.g. `tháng 10 năm 2025`. */
  readonly periodText: string;
}

/** The table as an appendix paper on a page laid on its side, counts and both rates first. Pure. */
export const ubndPaper = (
  ubnd: UbndTable,
  { letterhead, periodText }: UbndFrame,
): OfficialPaper => ({
  letterhead,
  orientation: 'landscape',
  symbol: letterhead.abbreviation === null ? 'BC' : `BC-${letterhead.abbreviation}`,
  date: ubnd.asOf,
  kindName: 'Bảng theo dõi nhiệm vụ',
  subject: `Nhiệm vụ Ủy ban nhân dân tỉnh theo dõi, ${periodText}`,
  body: [
    paragraph(
      `Số liệu chốt đến hết ngày ${vietnameseDate(ubnd.asOf)}; mỗi nhiệm vụ tính một lần cho đơn vị chủ trì.`,
    ),
    heading('I. TỔNG HỢP'),
    table({
      columns: [
        { title: 'Trạng thái', share: 6 },
        { title: 'Số nhiệm vụ', share: 2, align: 'right' },
      ],
      rows: [
        ...namedCounts(ubnd).map(({ symbol, title, count }) => [
          `${title} (${symbol})`,
          String(count),
        ]),
        ['Tổng số', String(ubnd.total)],
      ],
      boldRows: [namedCounts(ubnd).length],
    }),
    table({
      columns: [
        { title: 'Tỷ lệ', share: 6 },
        { title: 'Công thức', share: 4 },
        { title: '%', share: 2, align: 'right' },
      ],
      rows: namedRates(ubnd).map(({ title, formula, percent }) => [
        title,
        formula,
        points(percent),
      ]),
    }),
    heading('II. DANH SÁCH'),
    table({
      columns: COLUMNS.map(([title, share]) => ({
        title,
        share,
        ...(title === 'TT' || title === 'Thời hạn' ? { align: 'center' as const } : {}),
      })),
      rows: ubnd.rows.map(cellsOf),
    }),
  ],
  signature: { lines: ['TL. Giám đốc', 'Chánh Văn phòng'], name: null },
  recipients: ['Ủy ban nhân dân tỉnh (b/c)', 'Giám đốc (b/c)', 'Lưu: VT, VP'],
});

const listSheet = (ubnd: UbndTable): Sheet => ({
  name: 'Danh sách',
  columns: COLUMNS.map(([title, , width]) => ({ title, width })),
  rowCount: ubnd.rows.length,
  rows: () => ubnd.rows.map(cellsOf),
});

function summarySheet(ubnd: UbndTable): Sheet {
  const rows: readonly (readonly Cell[])[] = [
    ...namedCounts(ubnd).map(({ symbol, title, count }) => [title, symbol, countCell(count), null]),
    ['Tổng số', '', countCell(ubnd.total), null],
    ...namedRates(ubnd).map(({ title, formula, percent }) => [
      `${title} (%)`,
      formula,
      decimalCell(percent),
      percent?.exact ?? null,
    ]),
  ];
  return {
    name: 'Tổng hợp',
    columns: [
      { title: 'Nội dung', width: 48 },
      { title: 'Công thức', width: 24 },
      { title: 'Giá trị', width: 12 },
      { title: 'Phân số đúng', width: 16 },
    ],
    rowCount: rows.length,
    rows: () => rows,
  };
}

export const ubndWorkbook = (ubnd: UbndTable, { letterhead }: UbndFrame): Workbook => ({
  title: 'Bảng theo dõi nhiệm vụ',
  creator: letterhead.name,
  date: ubnd.asOf,
  sheets: [summarySheet(ubnd), listSheet(ubnd)],
});
