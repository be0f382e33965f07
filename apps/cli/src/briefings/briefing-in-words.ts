import { z } from 'zod';
import { answerHeader } from '../connection';
import { dayText, renderTable } from '../output';

const task = { no: z.string(), title: z.string() };
const tasks = z.array(z.object(task));
const direction = z.object({
  ...task,
  givenOn: z.string(),
  text: z.string(),
  actBy: z.string().nullable(),
  aftermath: z.enum(['done', 'resolved', 'overdue', 'reported', 'nothing']),
});

/** What of the API's briefing is shown; everything else reaches programs through `--json`. */
export const briefingAnswer = answerHeader.extend({
  month: z.string(),
  asOf: z.string(),
  units: z.array(
    z.object({
      unitId: z.string(),
      done: z.array(z.object({ ...task, isLate: z.boolean() })),
      ...{ late: tasks, noReport: tasks },
      open: z.array(z.object({ ...task, standing: z.enum(['waiting', 'reported', 'working']) })),
      obstacles: z.array(z.object({ ...task, text: z.string(), proposals: z.array(z.string()) })),
    }),
  ),
  earlierDirections: z.array(direction),
  directions: z.array(direction),
  names: z.record(z.string(), z.string()),
});
type WrittenBriefing = z.infer<typeof briefingAnswer>;

const AFTERMATHS: Readonly<Record<z.infer<typeof direction>['aftermath'], string>> = {
  done: 'nhiệm vụ đã xong',
  resolved: 'đã tháo gỡ',
  overdue: 'quá thời hạn giao',
  reported: 'đã có báo cáo',
  nothing: 'chưa có báo cáo',
};

type Marked = z.infer<typeof tasks>[number] & { isLate?: boolean; standing?: string };
const MARKS: Readonly<Record<string, string>> = { waiting: ' (chờ)', reported: ' (chờ xác nhận)' };

const numbers = (rows: readonly Marked[]): string =>
  rows
    .map(
      ({ no, isLate, standing = '' }) => `${no}${isLate ? ' (trễ)' : ''}${MARKS[standing] ?? ''}`,
    )
    .join(', ');

export function briefingInWords({
  month,
  asOf,
  position,
  units,
  names,
  ...directions
}: WrittenBriefing): string {
  const nameOf = (unitId: string): string => names[unitId] ?? unitId;
  const numberColumn = (title: string) => ({ title, widthMax: 18 });
  const obstacles = units.flatMap(({ unitId, obstacles: own }) =>
    own.map(({ no, text, proposals }) => [nameOf(unitId), no, text, proposals.join('; ')]),
  );
  return [
    `Giao ban tháng ${dayText(month) ?? month}, số liệu đến ngày ${dayText(asOf) ?? asOf}; nhật ký đến vị trí ${position}.`,
    renderTable(
      [
        { title: 'Đơn vị', widthMax: 30 },
        ...['Đã xong', 'Quá hạn', 'Đang làm', 'Không báo cáo'].map(numberColumn),
      ],
      units.map(({ unitId, done, late, open, noReport }) => [
        nameOf(unitId),
        ...[done, late, open, noReport].map(numbers),
      ]),
    ),
    ...listed('Vướng mắc còn tồn', ['Đơn vị', 'Nhiệm vụ', 'Vướng mắc', 'Đề xuất'], obstacles),
    ...listed('Chỉ đạo tháng trước', DIRECTION, directions.earlierDirections.map(directionRow)),
    ...listed('Chỉ đạo trong tháng', DIRECTION, directions.directions.map(directionRow)),
  ].join('\n');
}

const DIRECTION = ['Ngày', 'Nhiệm vụ', 'Nội dung', 'Thời hạn', 'Kết quả'];

const directionRow = ({ givenOn, no, text, actBy, aftermath }: z.infer<typeof direction>) => [
  dayText(givenOn),
  no,
  text,
  dayText(actBy),
  AFTERMATHS[aftermath],
];

const listed = (
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): readonly string[] =>
  rows.length === 0
    ? [`\n${title}: không có.`]
    : [
        `\n${title}`,
        renderTable(
          columns.map((each) => ({ title: each, widthMax: 40 })),
          rows,
        ),
      ];
