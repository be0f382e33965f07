import { type LocalDate, vietnameseDate } from '@thidua/kernel';
import type { Block, Letterhead, OfficialPaper, TableColumn } from '@thidua/reporting';
import type { Aftermath, BriefedDirection, Briefing, Standing, UnitBriefing } from './briefing';

const AFTERMATHS: Readonly<Record<Aftermath, string>> = {
  done: 'Nhiệm vụ đã hoàn thành',
  resolved: 'Vướng mắc đã được tháo gỡ',
  overdue: 'Quá thời hạn được giao',
  reported: 'Đơn vị đã có báo cáo, chưa xong',
  nothing: 'Chưa có báo cáo',
};

const STANDINGS: Readonly<Record<Standing, string>> = {
  waiting: 'Chờ điều kiện phát sinh',
  reported: 'Đã báo cáo kết quả, chờ xác nhận',
  working: 'Đang thực hiện',
};

const written = (day: LocalDate | null): string => (day === null ? '–' : vietnameseDate(day));

const table = (columns: readonly TableColumn[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  table: { columns, rows },
});

const count = (title: string): TableColumn => ({ title, share: 2, align: 'center' });

const overview = (units: readonly UnitBriefing[], nameOf: (unitId: string) => string): Block =>
  table(
    [
      { title: 'TT', share: 1, align: 'center' },
      { title: 'Đơn vị', share: 5 },
      ...['Đã xong', 'Quá hạn', 'Đang làm', 'Không báo cáo', 'Vướng mắc'].map(count),
    ],
    units.map(({ unitId, done, late, open, noReport, obstacles }, index) => [
      String(index + 1),
      nameOf(unitId),
      ...[done, late, open, noReport, obstacles].map(({ length }) => String(length)),
    ]),
  );

interface Line {
  readonly no: string;
  readonly title: string;
  readonly state: string;
}

const linesOf = ({ done, late, open, noReport }: UnitBriefing): readonly Line[] => [
  ...done.map(({ no, title, completedOn, isLate }) => ({
    ...{ no, title },
    state: `Xong ngày ${written(completedOn)}${isLate ? ' (trễ hạn)' : ''}`,
  })),
  ...late.map((task) => ({
    ...{ no: task.no, title: task.title },
    state: [
      `Quá hạn ${String(task.daysLate ?? 0)} ngày (hạn ${written(task.dueOn)})`,
      ...toldOf(task, noReport),
    ].join('\n'),
  })),
  ...open.map((task) => ({
    ...{ no: task.no, title: task.title },
    state: [
      `${STANDINGS[task.standing]}${task.dueOn === null ? '' : `, hạn ${written(task.dueOn)}`}`,
      ...toldOf(task, noReport),
    ].join('\n'),
  })),
];

/** What the unit said of the task in the month, or that it owed a report and sent none. */
const toldOf = (
  { taskId, progress }: Pick<UnitBriefing['open'][number], 'taskId' | 'progress'>,
  noReport: UnitBriefing['noReport'],
): readonly string[] => [
  ...(progress === null ? [] : [progress]),
  ...(noReport.some((each) => each.taskId === taskId) ? ['Không có báo cáo tháng'] : []),
];

function unitBlocks(unit: UnitBriefing, index: number, name: string): readonly Block[] {
  const lines = linesOf(unit);
  const heading: Block = { kind: 'heading', text: `${index + 1}. ${name}` };
  if (lines.length === 0)
    return [heading, { kind: 'paragraph', text: 'Không có nhiệm vụ trong tháng.' }];
  return [
    heading,
    table(
      [
        { title: 'Số', share: 2, align: 'center' },
        { title: 'Nhiệm vụ', share: 8 },
        { title: 'Tình hình', share: 6 },
      ],
      lines.map(({ no, title, state }) => [no, title, state]),
    ),
  ];
}

const orNothing = (text: string, rows: readonly unknown[], block: () => Block): Block =>
  rows.length === 0 ? { kind: 'paragraph', text } : block();

function obstaclesBlock(units: readonly UnitBriefing[], nameOf: (unitId: string) => string): Block {
  const rows = units.flatMap(({ unitId, obstacles }) =>
    obstacles.map(({ no, text, raisedOn, proposals, directions }) => [
      `${nameOf(unitId)}\n(nhiệm vụ ${no})`,
      `${text}\n(nêu ngày ${written(raisedOn)})`,
      proposals.join('\n') || 'Chưa có đề xuất',
      directions.join('\n') || 'Chưa có chỉ đạo',
    ]),
  );
  return orNothing('Không có vướng mắc nào còn tồn.', rows, () =>
    table(
      [
        { title: 'Đơn vị', share: 3 },
        { title: 'Vướng mắc', share: 5 },
        { title: 'Đề xuất', share: 4 },
        { title: 'Ý kiến chỉ đạo', share: 4 },
      ],
      rows,
    ),
  );
}

const directionsBlock = (directions: readonly BriefedDirection[], empty: string): Block =>
  orNothing(empty, directions, () =>
    table(
      [
        { title: 'Ngày', share: 3, align: 'center' },
        { title: 'Nhiệm vụ', share: 2, align: 'center' },
        { title: 'Nội dung chỉ đạo', share: 6 },
        { title: 'Thời hạn', share: 3, align: 'center' },
        { title: 'Kết quả thực hiện', share: 4 },
      ],
      directions.map(({ givenOn, no, text, actBy, aftermath }) => [
        written(givenOn),
        no,
        text,
        written(actBy),
        AFTERMATHS[aftermath],
      ]),
    ),
  );

export interface PaperFrame {
  readonly letterhead: Letterhead;
  readonly asOf: LocalDate;
  readonly nameOf: (unitId: string) => string;
}

/** The briefing as the report that the Office lays before the Director. Pure. */
export function briefingPaper(
  { month, units, directions, earlierDirections }: Briefing,
  { letterhead, asOf, nameOf }: PaperFrame,
): OfficialPaper {
  const monthText = vietnameseDate(month);
  return {
    letterhead,
    symbol: letterhead.abbreviation === null ? 'BC' : `BC-${letterhead.abbreviation}`,
    date: asOf,
    kindName: 'Báo cáo',
    subject: `Tình hình thực hiện nhiệm vụ tháng ${monthText}, phục vụ giao ban`,
    body: [
      {
        kind: 'paragraph',
        text: `Văn phòng tổng hợp tình hình thực hiện nhiệm vụ của các đơn vị trong tháng ${monthText}, số liệu tính đến ngày ${written(asOf)}, như sau:`,
      },
      { kind: 'heading', text: 'I. TỔNG HỢP' },
      overview(units, nameOf),
      { kind: 'heading', text: 'II. TÌNH HÌNH TỪNG ĐƠN VỊ' },
      ...units.flatMap((unit, index) => unitBlocks(unit, index, nameOf(unit.unitId))),
      { kind: 'heading', text: 'III. VƯỚNG MẮC VÀ ĐỀ XUẤT' },
      obstaclesBlock(units, nameOf),
      { kind: 'heading', text: 'IV. CHỈ ĐẠO CỦA THÁNG TRƯỚC VÀ KẾT QUẢ' },
      directionsBlock(earlierDirections, 'Tháng trước không có ý kiến chỉ đạo nào được ghi.'),
      { kind: 'heading', text: 'V. CHỈ ĐẠO TRONG THÁNG' },
      directionsBlock(directions, 'Trong tháng không có ý kiến chỉ đạo nào được ghi.'),
    ],
    signature: { lines: ['TL. Giám đốc', 'Chánh Văn phòng'], name: null },
    recipients: ['Giám đốc, các Phó Giám đốc (b/c)', 'Các phòng, đơn vị', 'Lưu: VT, VP'],
  };
}
