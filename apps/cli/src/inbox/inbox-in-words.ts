import { z } from 'zod';
import { answerHeader, readAnswer } from '../connection';
import { dayText, renderTable } from '../output';

export const inboxAnswer = answerHeader.extend({
  person: z.string(),
  entries: z.array(
    z.object({
      noticeId: z.string(),
      onDay: z.string(),
      title: z.string(),
      lines: z.array(z.string()),
      readOn: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export function inboxInWords(answer: unknown): string {
  const { person, entries, next } = readAnswer(inboxAnswer, answer);
  if (entries.length === 0) return `Hộp thông báo của ${person} không có mục nào.`;
  const table = renderTable(
    [{ title: 'Ngày' }, { title: 'Thông báo', widthMax: 60 }, { title: 'Đã xem' }],
    entries.map(({ onDay, title, lines, readOn }) => [
      dayText(onDay),
      [title, ...lines].join('; '),
      readOn === null ? 'chưa' : dayText(readOn),
    ]),
  );
  const more = next === null ? '' : `\nXem tiếp: inbox --cursor ${next}`;
  return `Hộp thông báo của ${person}:\n${table}${more}`;
}
