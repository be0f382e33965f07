import { z } from 'zod';
import { renderTable } from '../output';

export const checkSchema = z.object({
  isEqual: z.boolean(),
  checks: z.array(
    z.object({
      table: z.string(),
      position: z.string(),
      isEqual: z.boolean(),
      liveHash: z.string(),
      rebuiltHash: z.string(),
      differenceCount: z.number(),
      differences: z.array(z.object({ table: z.string(), key: z.string(), kind: z.string() })),
    }),
  ),
});

export type CheckAnswer = z.infer<typeof checkSchema>;

const HASH_SHOWN = 16;

export function checkInWords({ isEqual, checks }: CheckAnswer): string {
  const table = renderTable(
    [
      { title: 'Bảng' },
      { title: 'Đến vị trí', align: 'right' },
      { title: 'Mã băm đang dùng' },
      { title: 'Mã băm dựng lại' },
      { title: 'Dòng khác', align: 'right' },
    ],
    checks.map(({ table: name, position, liveHash, rebuiltHash, differenceCount }) => [
      name,
      position,
      liveHash.slice(0, HASH_SHOWN),
      rebuiltHash.slice(0, HASH_SHOWN),
      differenceCount,
    ]),
  );
  return isEqual ? `${table}\nDựng lại từ nhật ký cho kết quả giống hệt.` : table;
}

const KINDS: Readonly<Record<string, string>> = {
  changed: 'nội dung khác',
  missing: 'bảng thiếu',
  unexpected: 'bảng thừa',
};

/** Names every table at fault and the keys the server listed for it. */
export function differencesInWords({ checks }: CheckAnswer): string {
  const lines = checks
    .filter(({ isEqual }) => !isEqual)
    .flatMap(({ table, differenceCount, differences }) => [
      `  ${table}: ${differenceCount} dòng khác`,
      ...differences.map(({ key, kind }) => `    ${key} (${KINDS[kind] ?? kind})`),
    ]);
  return ['Bảng số liệu không khớp với nhật ký:', ...lines].join('\n');
}
