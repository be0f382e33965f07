import { dayText, timeText } from '../output';

export interface View {
  readonly year: number;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly position: string;
  readonly caughtUp: boolean;
}

/** One line over every table of figures: which year, seen on which day, from how much of the log. */
export function viewLine({ year, asOf, knownAt, position, caughtUp }: View): string {
  const known = knownAt === null ? '' : `, theo những gì đã ghi đến ${timeText(knownAt)}`;
  const late = caughtUp ? '' : ' (bảng số liệu đang cập nhật, chưa đến cuối nhật ký)';
  return `Năm ${year}, tính đến ngày ${dayText(asOf)}${known}; nhật ký đến vị trí ${position}${late}.`;
}
