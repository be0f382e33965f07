import { z } from 'zod';
import { readAnswer } from '../connection';
import { dayText, renderTable } from '../output';
import { KINDS } from './words';

const since = <Value extends z.ZodType>(value: Value) =>
  z.array(z.object({ value, fromOn: z.string() }));

const schema = z.object({
  unitId: z.string(),
  names: since(z.string()),
  kinds: since(z.string()),
  parents: since(z.string().nullable()),
  end: z
    .object({ endedOn: z.string(), how: z.string(), successorUnitIds: z.array(z.string()) })
    .nullable(),
  predecessorUnitIds: z.array(z.string()),
  heads: z.array(
    z.object({
      personId: z.string(),
      name: z.string().nullable(),
      fromOn: z.string(),
      untilOn: z.string().nullable(),
    }),
  ),
  openTasks: z.array(z.object({ taskId: z.string() })),
  events: z.array(z.object({ eventId: z.string(), type: z.string() })),
});

const HOW: Readonly<Record<string, string>> = {
  merged: 'sáp nhập',
  split: 'chia tách',
  dissolved: 'giải thể',
};

export const periodText = (fromOn: string, untilOn: string | null): string =>
  `${dayText(fromOn)} – ${untilOn === null ? 'nay' : dayText(untilOn)}`;

/** One table of everything that held in the unit from some day on, and its heads by period. */
export function unitHistoryInWords(answer: unknown): string {
  const unit = readAnswer(schema, answer);
  const rows = [
    ...unit.names.map(({ value, fromOn }) => [fromOn, 'Tên', value]),
    ...unit.kinds.map(({ value, fromOn }) => [fromOn, 'Loại', KINDS[value] ?? value]),
    ...unit.parents.map(({ value, fromOn }) => [fromOn, 'Thuộc', value ?? '(không)']),
    ...(unit.end === null ? [] : [[unit.end.endedOn, 'Kết thúc', endText(unit.end)]]),
  ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const table = renderTable(
    [{ title: 'Từ ngày' }, { title: 'Nội dung' }, { title: 'Giá trị', widthMax: 60 }],
    rows.map(([day = '', what = '', value = '']) => [dayText(day), what, value]),
  );
  const heads = renderTable(
    [{ title: 'Thời gian' }, { title: 'Cấp trưởng' }, { title: 'Họ tên' }],
    unit.heads.map(({ personId, name, fromOn, untilOn }) => [
      periodText(fromOn, untilOn),
      personId,
      name,
    ]),
  );
  const before = unit.predecessorUnitIds.join(', ');
  return [
    `Đơn vị ${unit.unitId}:`,
    table,
    ...(before === '' ? [] : [`Kế thừa từ: ${before}.`]),
    ...(unit.heads.length === 0 ? [] : [heads]),
    `${unit.openTasks.length} nhiệm vụ đang mở; ${unit.events.length} sự kiện (xem --json).`,
  ].join('\n');
}

const endText = ({ how, successorUnitIds }: { how: string; successorUnitIds: string[] }): string =>
  [HOW[how] ?? how, ...successorUnitIds].join(' → ');
