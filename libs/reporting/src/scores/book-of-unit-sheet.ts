import { parseRational, toDecimalText } from '@thidua/kernel';
import type { Figure, ScoreLine, ScoreSheet, SheetRank, Unranked } from '@thidua/scoring';
import type { BookEntry, BookStep, ResultBook, ResultNames } from './result-book';

const UNRANKED: Readonly<Record<Unranked, string>> = {
  INSUFFICIENT_DATA: 'thiếu dữ liệu, chưa đủ điểm để xếp',
  NEEDS_AUTHORITY: 'cần cấp có thẩm quyền quyết định',
  BELOW_MINIMUM: 'quá ít nhiệm vụ để xếp',
  KIND_NOT_RANKED: 'loại đơn vị không xếp hạng',
};

/** Points of this sheet have four decimals; tables show two, and the exact fraction beside them. */
function figureOf(exact: string): Figure {
  const value = parseRational(exact);
  return { exact, decimal: value === null ? exact : toDecimalText(value, 2) };
}

const negative = (exact: string): string => (exact === '0' ? exact : `-${exact}`);

const stepOf = ({ side, title, formula, points, legalBasis, eventIds }: ScoreLine): BookStep => ({
  title,
  formula: formula.vi,
  change:
    points === null ? null : figureOf(side === 'penalty' ? negative(points.exact) : points.exact),
  after: null,
  class: null,
  article: legalBasis.map(({ text }) => text.vi).join('; '),
  eventIds,
});

/** The sheet of units with its groups as a book. `sheetHash` is the recorded or computed hash of the sheet. */
export function bookOfUnitSheet(
  sheet: ScoreSheet & { readonly sheetHash: string },
  names: ResultNames,
): ResultBook {
  const { year, ruleSet, sheetHash, position, groups, notRanked } = sheet;
  const places = new Map<string, { readonly groupId: string | null; readonly rank: SheetRank }>([
    ...notRanked.map((rank) => [rank.unitId, { groupId: null, rank }] as const),
    ...groups.flatMap(({ id, ranks }) =>
      ranks.map((rank) => [rank.unitId, { groupId: id, rank }] as const),
    ),
  ]);
  const entries = sheet.units.map(({ unit: { unitId }, total, band, lines }): BookEntry => {
    const place = places.get(unitId);
    const because = place?.rank.unrankedBecause ?? null;
    return {
      subjectId: unitId,
      name: names.unit(unitId),
      unitName: '',
      groupId: place?.groupId ?? null,
      rank: place?.rank.rank ?? null,
      points: figureOf(total.exact),
      band: band?.vi ?? null,
      class: band?.vi ?? null,
      standing: because === null ? '' : UNRANKED[because],
      reasons: [],
      steps: lines.map(stepOf),
      notes: names.notes(unitId),
    };
  });
  return {
    format: 'thidua-result/1',
    year,
    subject: 'UNITS',
    ruleSet: {
      id: ruleSet.id,
      version: ruleSet.version,
      title: ruleSet.title.vi,
      hash: ruleSet.hash,
      isProposal: ruleSet.status === 'proposal',
    },
    sheetHash,
    position,
    groups: groups.map(({ id, title, flag }) => ({
      id,
      title: flag === null ? title.vi : `${title.vi} (${flag.vi})`,
      cutLine: null,
      article: null,
    })),
    entries,
  };
}
