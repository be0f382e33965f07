import { readAnswer } from '../connection';
import { rateText, renderFacts, renderTable, type Column } from '../output';
import { kpiAnswer, type WrittenKpi, type WrittenOutcomeTable } from './performance-answers';
import { viewLine } from './view-line';

const COUNTS: readonly (readonly [key: keyof WrittenOutcomeTable['buckets'], title: string])[] = [
  ['doneOnTime', 'Xong đúng hạn'],
  ['doneLate', 'Xong trễ'],
  ['openInTime', 'Đang làm, còn hạn'],
  ['openOverdue', 'Quá hạn'],
  ['noDate', 'Không có hạn'],
  ['waiting', 'Đang chờ'],
  ['notArisen', 'Không phát sinh'],
];

const RATES: readonly (readonly [key: keyof WrittenOutcomeTable['rates'], title: string])[] = [
  ['ofDue', 'Xong trên số đến hạn'],
  ['ofAll', 'Xong trên số có hạn'],
  ['onTimeOfFinished', 'Đúng hạn trên số đã xong'],
  ['onTimeOfDue', 'Đúng hạn trên số đến hạn'],
  ['overdueOfDue', 'Quá hạn trên số đến hạn'],
];

const UNIT: Column = { title: 'Đơn vị', widthMax: 28 };
const countColumn = (title: string): Column => ({ title, widthMax: 9, align: 'right' });
const rateColumn = (title: string): Column => ({ title, widthMax: 14, align: 'right' });

interface NamedTable {
  readonly name: string;
  readonly table: WrittenOutcomeTable;
}

/** All units in one table of counts and one of rates; one unit alone more closely, by both due dates. */
export function kpiInWords(answer: unknown): string {
  const { department, units, rule, ...view } = readAnswer(kpiAnswer, answer);
  const only = units.length === 1 && department === null ? units[0] : undefined;
  if (only !== undefined)
    return [viewLine(view), `\n${only.name}`, unitInWords(only.kpi)].join('\n');
  const rows = [
    ...units.map(({ name, kpi }) => ({ name, table: kpi.byDateInForce })),
    ...(department === null ? [] : [{ name: 'Toàn cơ quan', table: department.byDateInForce }]),
  ];
  return [
    viewLine(view),
    countsTable(rows),
    ratesTable(rows),
    'Theo hạn đang có hiệu lực (đã tính gia hạn). Nhiệm vụ nhiều đơn vị chủ trì tính đủ cho mỗi đơn vị, một lần cho toàn cơ quan.',
    `Dưới ${rule.minimumN} nhiệm vụ thì chỉ ghi số đếm, không ghi tỷ lệ.`,
  ].join('\n');
}

const countsTable = (rows: readonly NamedTable[]): string =>
  renderTable(
    [UNIT, countColumn('Tổng'), ...COUNTS.map(([, title]) => countColumn(title))],
    rows.map(({ name, table }) => [
      name,
      table.total.count,
      ...COUNTS.map(([key]) => table.buckets[key].count),
    ]),
  );

const ratesTable = (rows: readonly NamedTable[]): string =>
  renderTable(
    [UNIT, ...RATES.map(([, title]) => rateColumn(title))],
    rows.map(({ name, table }) => [name, ...RATES.map(([key]) => rateText(table.rates[key]))]),
  );

function unitInWords(kpi: WrittenKpi): string {
  const both = [kpi.byDateInForce, kpi.byOriginalDate];
  const table = renderTable(
    [
      { title: '' },
      { title: 'Theo hạn đang có hiệu lực', align: 'right' },
      { title: 'Theo hạn ban đầu', align: 'right' },
    ],
    [
      ['Tổng số nhiệm vụ', ...both.map(({ total }) => total.count)],
      ...COUNTS.map(([key, title]) => [title, ...both.map(({ buckets }) => buckets[key].count)]),
      ...RATES.map(([key, title]) => [title, ...both.map(({ rates }) => rateText(rates[key]))]),
      ['Số ngày trễ cộng dồn', ...both.map(({ daysLate }) => daysLate.total)],
      ['  trong đó chờ cấp trên', ...both.map(({ daysLate }) => daysLate.waitingForAuthority)],
    ],
  );
  const facts = renderFacts([
    ['Báo cáo tháng đúng hạn', rateText(kpi.reporting.rate)],
    ['Báo cáo trễ / thiếu', `${kpi.reporting.late.count} / ${kpi.reporting.missing.count}`],
    ['Sản phẩm đạt ngay lần đầu', rateText(kpi.acceptance.firstTime)],
    ['Trả lời phối hợp đúng hạn', rateText(kpi.coordination.rate)],
    ['Vướng mắc nêu / đã gỡ', `${kpi.obstacles.raised.count} / ${kpi.obstacles.resolved.count}`],
    ['Số lần gia hạn', kpi.extensions.granted.count],
    ['Số lần bị đôn đốc', kpi.reminders.count],
  ]);
  return `${table}\n${facts}`;
}
