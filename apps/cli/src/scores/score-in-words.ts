import type { z } from 'zod';
import { dayText, numberText, renderTable } from '../output';
import type {
  explanationAnswer,
  freezeAnswer,
  sheetAnswer,
  WrittenRank,
  WrittenSheet,
} from './score-answers';

const UNRANKED: Readonly<Record<string, string>> = {
  INSUFFICIENT_DATA: 'thiếu dữ liệu, chưa đủ điểm để xếp',
  NEEDS_AUTHORITY: 'cần cấp có thẩm quyền quyết định',
  BELOW_MINIMUM: 'quá ít nhiệm vụ để xếp',
  KIND_NOT_RANKED: 'loại đơn vị không xếp hạng',
};

const PLACES = 4;

/** The sheet's groups with their ranks; the exact fraction stands beside the decimals. */
export function sheetInWords(
  { sheet }: z.infer<typeof sheetAnswer>,
  names: Readonly<Record<string, string>> = {},
): string {
  const { year, asOf, position, ruleSet } = sheet;
  const groups = [
    ...sheet.groups,
    { title: { vi: 'Không xếp hạng' }, flag: null, ranks: sheet.notRanked },
  ];
  return [
    `Bảng điểm năm ${year}, tính đến ngày ${dayText(asOf)}; nhật ký đến vị trí ${position}.`,
    `Bộ tiêu chí: ${ruleSet.title.vi} (${ruleSet.id}, bản ${ruleSet.version}, mã băm ${ruleSet.hash.slice(0, 16)}).`,
    ...groups
      .filter(({ ranks }) => ranks.length > 0)
      .map(({ title, flag, ranks }) => {
        const heading = flag === null ? title.vi : `${title.vi} (${flag.vi})`;
        return `\n${heading}\n${ranksTable(ranks, sheet, names)}`;
      }),
    `\nThang ${sheet.scale} điểm; dòng thiếu dữ liệu không cho điểm, không trừ điểm và không quy đổi.`,
  ].join('\n');
}

function ranksTable(
  ranks: readonly WrittenRank[],
  { units }: WrittenSheet,
  names: Readonly<Record<string, string>>,
): string {
  const byId = new Map(units.map((score) => [score.unit.unitId, score]));
  return renderTable(
    [
      { title: 'Hạng', align: 'right' },
      { title: 'Đơn vị', widthMax: 40 },
      { title: 'Điểm', align: 'right' },
      { title: 'Trên', align: 'right' },
      { title: 'Phân số đúng', align: 'right' },
      { title: 'Mức' },
      { title: 'Ghi chú', widthMax: 32 },
    ],
    ranks.map(({ unitId, rank, unrankedBecause, total }) => [
      rank,
      names[unitId] ?? unitId,
      numberText(total.exact, PLACES),
      numberText(byId.get(unitId)?.outOf.exact ?? '', PLACES),
      total.exact,
      byId.get(unitId)?.band?.vi,
      unrankedBecause === null ? '' : (UNRANKED[unrankedBecause] ?? unrankedBecause),
    ]),
  );
}
export const explanationInWords = ({ explanation }: z.infer<typeof explanationAnswer>): string =>
  explanation.vi.join('\n');

export const frozenInWords = ({ position, sheetHash }: z.infer<typeof freezeAnswer>): string =>
  `Đã chốt tại vị trí ${position ?? '?'} của nhật ký. Mã băm bảng điểm: ${sheetHash}`;
