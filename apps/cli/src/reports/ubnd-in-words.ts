import { namedCounts, namedRates, type UbndTable } from '@thidua/reporting';
import { dayText, renderTable } from '../output';

/** Counts and rates of a table that adds up, each rate with its denominator. */
export function ubndInWords(table: UbndTable): string {
  return [
    `Bảng theo dõi nhiệm vụ, chốt đến hết ngày ${dayText(table.asOf)}: ${table.total} nhiệm vụ.`,
    renderTable(
      [{ title: 'Trạng thái' }, { title: '' }, { title: 'Số nhiệm vụ', align: 'right' }],
      namedCounts(table).map(({ symbol, title, count }) => [title, symbol, count]),
    ),
    renderTable(
      [
        { title: 'Tỷ lệ' },
        { title: 'Công thức' },
        { title: '%', align: 'right' },
        { title: 'Phân số', align: 'right' },
      ],
      namedRates(table).map(({ title, formula, percent }) => [
        title,
        formula,
        percent?.decimal.replace('.', ','),
        percent?.exact,
      ]),
    ),
  ].join('\n');
}
