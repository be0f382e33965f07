import { CLASS_TITLES, type DecreeSheet, type Figure, type PersonScore } from '@thidua/scoring';
import { dayText, renderTable, type Cell } from '../../output';

const STATUSES: Readonly<Record<PersonScore['status'], string>> = {
  CLASSED: '',
  NO_CLASS: 'không xếp loại',
  INSUFFICIENT_DATA: 'thiếu dữ liệu',
  NEEDS_AUTHORITY: 'cần cấp có thẩm quyền quyết định',
};

/** Two decimals, always both, so that columns can be compared: `90,50`. */
export const decimalText = (figure: Figure | null): string | null =>
  figure === null ? null : figure.decimal.replace('.', ',');

type Rating = Pick<PersonScore, 'status' | 'class' | 'reasons'>;

export const classText = ({ status, class: rated }: Pick<Rating, 'status' | 'class'>): string =>
  rated === null ? STATUSES[status] : `${rated} (${CLASS_TITLES[rated].vi})`;

const reasonText = ({ reasons }: Rating): string => reasons.map(({ words }) => words.vi).join('; ');

function ratings(rows: readonly (readonly Cell[])[], who: string): string {
  return renderTable(
    [
      { title: who },
      { title: 'Điểm', align: 'right' },
      { title: 'Phân số', align: 'right' },
      { title: 'Theo điểm' },
      { title: 'Xếp loại', widthMax: 34 },
      { title: 'Lý do', widthMax: 60 },
    ],
    rows,
  );
}

const peopleTable = ({ people }: DecreeSheet): string =>
  ratings(
    people.map((person) => [
      person.personId,
      decimalText(person.year),
      person.year?.exact,
      person.band,
      classText(person),
      reasonText(person),
    ]),
    'Người',
  );

const unitTable = ({ units }: DecreeSheet): string =>
  ratings(
    units.map((unit) => [
      unit.unitId,
      decimalText(unit.total),
      unit.total?.exact,
      unit.band,
      classText(unit),
      reasonText(unit),
    ]),
    'Đơn vị',
  );

/** Scored periods of people whose year is not whole yet, so that a month can be looked at alone. */
const periodTable = ({ people }: DecreeSheet): string =>
  renderTable(
    [
      { title: 'Người' },
      { title: 'Kỳ' },
      { title: 'Điểm', align: 'right' },
      { title: 'Phân số', align: 'right' },
    ],
    people
      .filter(({ year }) => year === null)
      .flatMap(({ personId, periods }) =>
        periods.map(({ period, total }) => [personId, period, decimalText(total), total?.exact]),
      ),
  );

const tableRates = ({ taskTables }: DecreeSheet): readonly string[] =>
  taskTables.flatMap((table) => [
    `\nBảng nhiệm vụ ${table.id}, đến ngày ${dayText(table.asOf)}: ${table.total} nhiệm vụ (%).`,
    `  Hoàn thành trên số đến hạn: ${decimalText(table.doneOfDue) ?? '–'}; trên tổng số có hạn: ${decimalText(table.doneOfAll) ?? '–'}.`,
    `  Đúng hạn trên số hoàn thành: ${decimalText(table.onTimeOfDone) ?? '–'}; quá hạn chưa xong trên số đến hạn: ${decimalText(table.overdueOfDue) ?? '–'}.`,
  ]);

/** A sheet for a person to read: who, points with their exact fraction, class and why, and where the quota cut. */
export function sheetInWords(sheet: DecreeSheet): string {
  const { ruleSet, year, people, units, groups } = sheet;
  const status = ruleSet.status === 'proposal' ? ', CẦN XÁC NHẬN' : '';
  return [
    `Bảng điểm năm ${year}: ${ruleSet.title.vi} (${ruleSet.id}, bản ${ruleSet.version}${status}).`,
    ...(people.length === 0 ? [] : ['', peopleTable(sheet)]),
    ...(people.some(({ year: mean, periods }) => mean === null && periods.length > 0)
      ? ['\nTừng kỳ của người chưa đủ năm:', periodTable(sheet)]
      : []),
    ...(units.length === 0 ? [] : ['', unitTable(sheet)]),
    ...groups.map(({ groupId, cutLine }) => `Nhóm ${groupId}: ${cutLine.words.vi}.`),
    ...tableRates(sheet),
    '',
    ...ruleSet.switchedOff.map(({ label }) => `Đang tắt: ${label.vi}.`),
    `Mã băm bảng điểm: ${sheet.sheetHash}`,
  ].join('\n');
}
