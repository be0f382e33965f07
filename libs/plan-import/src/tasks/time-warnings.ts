import type { DraftTask } from '../plan-draft';
import { planWarning, type PlanWarning, type PlanWarningCode } from '../plan-warnings';
import type { TimeExpression, TimeNote } from '../time/time-expression';

const WARNING_OF: Readonly<Partial<Record<TimeNote, PlanWarningCode>>> = {
  YEAR_FROM_PLAN: 'YEAR_FROM_PLAN',
  UNREADABLE: 'TIME_UNREADABLE',
  IMPOSSIBLE_DATE: 'TIME_IMPOSSIBLE',
  CONVENTION: 'TIME_CONVENTION',
};
/** A limit inside the title; it never becomes the deadline, but the reader has to see that the two differ. */
const LIMIT_IN_TITLE =
  /trước (?:mùa [\p{L}]+(?: [\p{L}]+)?|tết[\p{L} ]{0,20}|(?:ngày )?\d{1,2}\/\d{1,2}(?:\/\d{4})?|tháng \d{1,2}(?:\/\d{4})?|quý [IViv]+)/iu;

/** What a person has to confirm about a task's time line. */
export function timeWarnings(
  task: DraftTask,
  time: TimeExpression,
  year: number | null,
): PlanWarning[] {
  const { no, timeText, due } = task;
  if (timeText === null) return [];
  const line = task.origin.timeText?.line ?? 0;
  const facts = { no, text: timeText, year: year ?? '', due: due ?? '—' };
  const doubts = time.notes.flatMap((note) => {
    const code = WARNING_OF[note];
    return code === undefined ? [] : [planWarning(code, line, facts)];
  });
  const inTitle = LIMIT_IN_TITLE.exec(task.title)?.[0];
  if (inTitle === undefined) return doubts;
  const conflict = { no, text: inTitle, timeText };
  return [...doubts, planWarning('TITLE_TIME_CONFLICT', task.origin.title?.line ?? line, conflict)];
}
