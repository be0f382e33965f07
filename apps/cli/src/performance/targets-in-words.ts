import { z } from 'zod';
import { readAnswer } from '../connection';
import { comparatorText, dayText, numberText, renderTable } from '../output';

/** As of a day a target is exceeded, met, not met, or nothing was reported. */
const grade = z.enum(['exceeded', 'met', 'notMet', 'noData']);

const targetsAnswer = z.object({
  asOf: z.string(),
  targets: z.array(
    z.object({
      name: z.string(),
      parent: z.string().nullable(),
      comparator: z.string(),
      value: z.string(),
      unit: z.string(),
      growthPct: z.string().nullable(),
      outcome: grade,
      reported: z
        .object({ value: z.string(), growthPct: z.string().nullable(), asOf: z.string() })
        .nullable(),
    }),
  ),
});

const GRADES: Readonly<Record<z.infer<typeof grade>, string>> = {
  exceeded: 'vượt',
  met: 'đạt',
  notMet: 'không đạt',
  noData: 'chưa có số liệu',
};

/** Decimals are shown as the paper has them, never rounded. */
const DECIMALS_MAX = 10;

export function targetsInWords(answer: unknown): string {
  const { asOf, targets } = readAnswer(targetsAnswer, answer);
  if (targets.length === 0) return 'Không có chỉ tiêu nào trong các kế hoạch của năm này.';
  const table = renderTable(
    [
      { title: 'Chỉ tiêu', widthMax: 50 },
      { title: 'Mức giao', align: 'right' },
      { title: 'Đơn vị tính' },
      { title: 'Đã đạt', align: 'right' },
      { title: 'Số liệu ngày' },
      { title: 'Kết quả' },
    ],
    targets.map(({ name, parent, comparator, value, unit, reported, outcome }) => [
      parent === null ? name : `${parent}: ${name}`,
      `${comparatorText(comparator)} ${numberText(value, DECIMALS_MAX)}`,
      unit,
      reported === null ? null : numberText(reported.value, DECIMALS_MAX),
      dayText(reported?.asOf),
      GRADES[outcome],
    ]),
  );
  return `Chỉ tiêu, tính đến ngày ${dayText(asOf)}:\n${table}`;
}
