import { z } from 'zod';
import { readAnswer, type ApiClient } from '../connection';
import type { InputFile } from '../files/read-input-file';
import { warningLines } from './plan-parse';

export interface ImportOptions {
  readonly number?: string;
  readonly date?: string;
  readonly year?: number;
}

/** Sends the file itself: its digest becomes the plan's id, so one file is imported once. */
export const importPlanFile = (
  api: ApiClient,
  file: InputFile,
  { number, date, year }: ImportOptions,
): Promise<unknown> =>
  api.upload('/v1/plans', file.bytes, { fileName: file.name, number, date, year });

const importedSchema = z.object({
  planId: z.string(),
  alreadyImported: z.boolean(),
  title: z.string(),
  taskCount: z.number(),
  targetCount: z.number(),
  warnings: z.array(z.object({ line: z.number(), message: z.object({ vi: z.string() }) })),
});

export function importInWords(answer: unknown): string {
  const { planId, alreadyImported, ...plan } = readAnswer(importedSchema, answer);
  const counts = `${plan.taskCount} nhiệm vụ, ${plan.targetCount} chỉ tiêu`;
  if (alreadyImported) {
    return `Tệp này đã được nhập trước đây (kế hoạch ${planId}: ${counts}); không thêm gì.`;
  }
  return [
    `Đã nhập "${plan.title}": ${counts}, ${plan.warnings.length} điểm cần xem lại.`,
    `Mã kế hoạch: ${planId}. Chưa ràng buộc ai cho đến khi ban hành:`,
    `  npm run -s thidua -- plan issue ${planId}`,
    ...warningLines(plan.warnings),
  ].join('\n');
}
