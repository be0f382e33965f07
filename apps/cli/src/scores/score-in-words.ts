import type { z } from 'zod';
import { dayText, numberText, renderTable } from '../output';
import type { explanationAnswer, freezeAnswer, WrittenRank, WrittenSheet } from './score-answers';

const UNRANKED: Readonly<Record<string, string>> = {
  INSUFFICIENT_DATA: 'thiếu dữ liệu, chưa đủ điểm để xếp',
  NEEDS_AUTHORITY: 'cần cấp có thẩm quyền quyết định',
  BELOW_MINIMUM: 'quá ít nhiệm vụ để xếp',
  KIND_NOT_RANKED: 'loại đơn vị không xếp hạng',
};

const PLACES = 4;

const STATUSES = { provisional: 'TẠM TÍNH (chưa chốt)', frozen: 'đã chốt' } as const;

/** The sheet's groups with their ranks; the exact fraction stands beside the decimals. */
export function sheetInWords(sheet: WrittenSheet): string {
  const { year, asOf, position, ruleSet, status, sheetHash } = sheet;
  const groups = [
    ...sheet.groups,
    { title: { vi: 'Không xếp hạng' }, flag: null, ranks: sheet.notRanked },
  ];
  return [
    `Bảng điểm năm ${year}, ${STATUSES[status]}, tính đến ngày ${dayText(asOf)}; nhật ký đến vị trí ${position}.`,
    `Bộ tiêu chí: ${ruleSet.title.vi} (${ruleSet.id}, bản ${ruleSet.version}).`,
    ...recordText(sheet),
    ...groups
      .filter(({ ranks }) => ranks.length > 0)
      .map(({ title, flag, ranks }) => {
        const heading = flag === null ? title.vi : `${title.vi} (${flag.vi})`;
        return `\n${heading}\n${ranksTable(ranks, sheet)}`;
      }),
    `\nThang ${sheet.scale} điểm; dòng thiếu dữ liệu không cho điểm, không trừ điểm và không quy đổi.`,
    `Mã băm bảng điểm: ${sheetHash}`,
  ].join('\n');
}

const recordText = ({ matchesRecord }: WrittenSheet): readonly string[] => {
  if (matchesRecord === null) return [];
  return matchesRecord
    ? ['Tính lại hôm nay cho đúng mã băm đã ghi khi chốt.']
    : ['CẢNH BÁO: tính lại hôm nay KHÔNG cho đúng mã băm đã ghi khi chốt.'];
};

function ranksTable(ranks: readonly WrittenRank[], { units, names }: WrittenSheet): string {
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
export function explanationInWords(answer: z.infer<typeof explanationAnswer>): string {
  const { year, asOf, position, unitName, status, rank, explanation } = answer;
  const place =
    rank === null || rank.rank === null
      ? []
      : [`Hạng ${rank.rank}/${rank.of} trong nhóm ${rank.group}.`];
  return [
    `${unitName}: điểm năm ${year}, ${STATUSES[status]}, tính đến ngày ${dayText(asOf)}; nhật ký đến vị trí ${position}.`,
    ...place,
    ...explanation.vi,
  ].join('\n');
}

export function frozenInWords(answer: z.infer<typeof freezeAnswer>): string {
  const { position, asOf, sheetHash, events } = answer;
  const heading =
    events.length === 0 ? 'Năm này đã được chốt từ trước; không ghi thêm.' : 'Đã chốt số liệu.';
  return [
    heading,
    `Tính đến ngày ${dayText(asOf)}, nhật ký đến vị trí ${position}.`,
    `Mã băm bảng điểm: ${sheetHash}`,
  ].join('\n');
}
