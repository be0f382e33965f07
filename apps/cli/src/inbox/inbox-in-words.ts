import { z } from 'zod';
import { answerHeader, readAnswer } from '../connection';
import { dayText, renderTable } from '../output';

export const inboxAnswer = answerHeader.extend({
  person: z.string(),
  personName: z.string().nullable(),
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
  const { person, personName, entries, next } = readAnswer(inboxAnswer, answer);
  const whose = `Hộp thông báo của ${personName ?? person}`;
  if (entries.length === 0) return `${whose} không có mục nào.`;
  const table = renderTable(
    [{ title: 'Ngày' }, { title: 'Thông báo', widthMax: 60 }, { title: 'Đã xem' }],
    entries.map(({ onDay, title, lines, readOn }) => [
      dayText(onDay),
      [title, ...lines].join('; '),
      readOn === null ? 'chưa' : dayText(readOn),
    ]),
  );
  const more = next === null ? '' : `\nXem tiếp: inbox --cursor ${next}`;
  return `${whose}:\n${table}${more}`;
}
