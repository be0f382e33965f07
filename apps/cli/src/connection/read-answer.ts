import type { z } from 'zod';
import { CommandFailure } from '../failures/command-failure';

/**
 * The part of an answer that is shown.
 * @throws CommandFailure when the server speaks another version than this command line.
 */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: unknown,
): z.infer<Schema> {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.join('.') ?? '';
  throw new CommandFailure(
    'ANSWER_NOT_UNDERSTOOD',
    `Máy chủ trả lời khác phiên bản dòng lệnh này hiểu được (trường "${path}"). Dùng --json để xem nguyên văn.`,
  );
}
