import { z } from 'zod';
import { readAnswer } from '../connection';
import { dayText, renderTable } from '../output';

const does = z.enum(['remind', 'escalate', 'openPeriod']);
const DOES: Readonly<Record<z.infer<typeof does>, string>> = {
  remind: 'nhắc',
  escalate: 'báo cáo vượt cấp',
  openPeriod: 'mở kỳ báo cáo',
};

const lookAnswer = z.object({
  on: z.string(),
  isWorkingDay: z.boolean(),
  taskCount: z.number(),
  told: z.array(
    z.object({
      taskId: z.string(),
      does,
      label: z.object({ vi: z.string() }),
      forOn: z.string(),
      personIds: z.array(z.string()),
    }),
  ),
  briefings: z.array(z.object({ act: z.enum(['open', 'close']), month: z.string() })),
  deputies: z.array(z.object({ personId: z.string(), deputyId: z.string(), untilOn: z.string() })),
  unheld: z.array(z.object({ taskId: z.string(), name: z.string() })),
  failed: z.array(z.object({ taskId: z.string(), message: z.string() })),
});

export function lookInWords(answer: unknown): string {
  const look = readAnswer(lookAnswer, answer);
  const day = dayText(look.on) ?? look.on;
  if (!look.isWorkingDay) return `Ngày ${day} là ngày nghỉ: không nhắc việc gì.`;
  const heading = `Ngày ${day}: xét ${look.taskCount} nhiệm vụ, có ${look.told.length} việc đến lượt.`;
  const table = renderTable(
    [
      { title: 'Nhiệm vụ' },
      { title: 'Việc' },
      { title: 'Nội dung' },
      { title: 'Lẽ ra ngày' },
      { title: 'Người nhận' },
    ],
    look.told.map((act) => [
      act.taskId,
      DOES[act.does],
      act.label.vi,
      dayText(act.forOn),
      act.personIds.join(', '),
    ]),
  );
  const briefings = look.briefings.map(
    ({ act, month }) =>
      `${act === 'open' ? 'Mở' : 'Chốt'} kỳ báo cáo giao ban tháng ${month.split('-').toReversed().join('/')}.`,
  );
  const deputies = look.deputies.map(
    ({ personId, deputyId, untilOn }) =>
      `Hết thời hạn ủy quyền của ${personId} cho ${deputyId} (đến hết ngày ${dayText(untilOn)}).`,
  );
  const unheld = look.unheld.map(
    ({ taskId, name }) => `Chưa có ai giữ vai trò cần báo: ${taskId} (${name}).`,
  );
  const failed = look.failed.map(({ taskId, message }) => `Lỗi ở ${taskId}: ${message}`);
  return [
    heading,
    ...(look.told.length === 0 ? [] : [table]),
    ...briefings,
    ...deputies,
    ...unheld,
    ...failed,
  ].join('\n');
}

const timer = z.object({
  does,
  label: z.object({ vi: z.string() }),
  forOn: z.string(),
  personIds: z.array(z.string()),
});
const upcomingAnswer = z.object({
  taskId: z.string(),
  dueOn: z.string().nullable(),
  due: z.array(timer),
  upcoming: z.array(timer),
});

export function upcomingInWords(answer: unknown): string {
  const { taskId, dueOn, due, upcoming } = readAnswer(upcomingAnswer, answer);
  const heading = `Nhiệm vụ ${taskId}, hạn ${dayText(dueOn) ?? 'chưa có'}.`;
  const all = [...due, ...upcoming];
  if (all.length === 0) return `${heading} Không có bộ hẹn giờ nào trong ba tháng tới.`;
  const table = renderTable(
    [
      { title: 'Ngày' },
      { title: 'Việc' },
      { title: 'Nội dung', widthMax: 50 },
      { title: 'Người nhận' },
    ],
    all.map((one) => [dayText(one.forOn), DOES[one.does], one.label.vi, one.personIds.join(', ')]),
  );
  return `${heading}\n${table}`;
}
