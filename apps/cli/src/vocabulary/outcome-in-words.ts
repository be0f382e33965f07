import { z } from 'zod';
import { readAnswer } from '../connection';
import { eventLabel } from '../output';

const commandAnswer = z.object({
  stream: z.string(),
  revision: z.number().nullable(),
  position: z.string().nullable(),
  repeated: z.boolean(),
  events: z.array(z.object({ type: z.string() })),
});

/** What a command recorded, in the words of its events. */
export function outcomeInWords(answer: unknown): string {
  const { stream, revision, repeated, events } = readAnswer(commandAnswer, answer);
  if (events.length === 0) return 'Không có gì thay đổi: việc này đã được ghi trước đó.';
  const told = events.map(({ type }) => eventLabel(type)).join(', ');
  const again = repeated ? ' (đã ghi ở lần gọi trước, không ghi thêm)' : '';
  return `Đã ghi: ${told}${again}. ${stream}, bản ${revision ?? 0}.`;
}
