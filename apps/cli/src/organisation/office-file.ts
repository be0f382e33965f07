import { z } from 'zod';
import { readAnswer } from '../connection';
import { CommandFailure } from '../failures/command-failure';
import type { InputFile } from '../files/read-input-file';

/** @throws CommandFailure naming the file when it is not UTF-8 text or not JSON. */
export function readOfficeJson({ path, bytes }: InputFile): unknown {
  const text = decode(path, bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure('NOT_JSON', `${path}: không phải JSON đúng dạng (${reason}).`);
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailure('NOT_TEXT', `${path}: không phải tệp văn bản UTF-8.`);
  }
}

const loadedSchema = z.object({
  unitCount: z.number(),
  officialCount: z.number(),
  eventCount: z.number(),
});

export function loadedInWords(answer: unknown): string {
  const { unitCount, officialCount, eventCount } = readAnswer(loadedSchema, answer);
  if (eventCount === 0) return 'Mọi đơn vị và cán bộ trong tệp đã có sẵn; không thêm gì.';
  return `Đã thêm ${unitCount} đơn vị, ${officialCount} cán bộ (${eventCount} sự kiện).`;
}
