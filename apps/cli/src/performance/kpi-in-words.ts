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

const COLUMNS: readonly Column[] = [
  { title: 'Đơn vị', widthMax: 28 },
  { title: 'Tổng', align: 'right' },
  ...COUNTS.map(([, title]) => ({ title, widthMax: 9, align: 'right' as const })),
  { title: 'Xong trên số đến hạn', widthMax: 15, align: 'right' },
  { title: 'Xong trên số có hạn', widthMax: 15, align: 'right' },
  { title: 'Đúng hạn trên số đến hạn', widthMax: 15, align: 'right' },
];

/** All units in one table; one unit alone more closely, by both due dates. */
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
    renderTable(COLUMNS, rows.map(rowOf)),
    'Theo hạn đang có hiệu lực (đã tính gia hạn). Nhiệm vụ nhiều đơn vị chủ trì tính đủ cho mỗi đơn vị, một lần cho toàn cơ quan.',
    `Dưới ${rule.minimumN} nhiệm vụ thì chỉ ghi số đếm, không ghi tỷ lệ.`,
  ].join('\n');
}

const rowOf = ({ name, table }: { readonly name: string; readonly table: WrittenOutcomeTable }) => [
  name,
  table.total.count,
  ...COUNTS.map(([key]) => table.buckets[key].count),
  rateText(table.rates.ofDue),
  rateText(table.rates.ofAll),
  rateText(table.rates.onTimeOfDue),
];

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
      ['Xong trên số đến hạn', ...both.map(({ rates }) => rateText(rates.ofDue))],
      ['Xong trên số có hạn', ...both.map(({ rates }) => rateText(rates.ofAll))],
      ['Đúng hạn trên số đã xong', ...both.map(({ rates }) => rateText(rates.onTimeOfFinished))],
      ['Đúng hạn trên số đến hạn', ...both.map(({ rates }) => rateText(rates.onTimeOfDue))],
      ['Quá hạn trên số đến hạn', ...both.map(({ rates }) => rateText(rates.overdueOfDue))],
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
