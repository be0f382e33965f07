import type { z } from 'zod';
import { readAnswer } from '../connection';
import { rateText, renderTable } from '../output';
import { rankingAnswer } from './performance-answers';
import { viewLine } from './view-line';

type Ranking = z.infer<typeof rankingAnswer>;

const UNRANKED = { noData: 'không có số liệu', belowMinimum: 'quá ít nhiệm vụ' } as const;

export function rankingInWords(answer: unknown): string {
  const { groups, excluded, names, minimumN, isProvisional, ...view } = readAnswer(
    rankingAnswer,
    answer,
  );
  const nameOf = (unitId: string): string => names[unitId] ?? unitId;
  return [
    viewLine(view),
    isProvisional ? 'Xếp hạng TẠM TÍNH (chưa chốt).' : 'Xếp hạng đã chốt.',
    ...groups.filter(({ entries }) => entries.length > 0).map((group) => groupText(group, nameOf)),
    ...(excluded.length === 0
      ? []
      : [
          '\nKhông xếp hạng:',
          ...excluded.map(({ unitId, because }) => `  ${nameOf(unitId)}: ${because.vi}`),
        ]),
    `\nXếp theo tỷ lệ đúng hạn trên số đến hạn; dưới ${minimumN} nhiệm vụ đến hạn thì không xếp. Bằng nhau thì đồng hạng.`,
  ].join('\n');
}

function groupText(
  { label, flag, entries }: Ranking['groups'][number],
  nameOf: (unitId: string) => string,
): string {
  const heading = flag === null ? label.vi : `${label.vi} (${flag.vi})`;
  const table = renderTable(
    [
      { title: 'Hạng', align: 'right' },
      { title: 'Đơn vị', widthMax: 44 },
      { title: 'Đúng hạn trên số đến hạn', align: 'right' },
      { title: 'Quá hạn', align: 'right' },
      { title: 'Ghi chú' },
    ],
    entries.map(({ unitId, rank, rate, unrankedBecause, kpi }) => [
      rank,
      nameOf(unitId),
      rateText(rate),
      kpi.byDateInForce.buckets.openOverdue.count,
      unrankedBecause === null ? '' : UNRANKED[unrankedBecause],
    ]),
  );
  return `\n${heading}\n${table}`;
}
