import { ONE, ZERO, type Rational } from '@thidua/kernel';
import type { TaskOutcome } from '@thidua/projections';
import type { Because, MeasureEntry } from './unit-facts';

const because = (code: string, vi: string, en: string): Because => ({ code, vi, en });

const NOT_JUDGED: Readonly<Record<string, Because>> = {
  openInTime: because('NOT_DUE_YET', 'Chưa đến hạn', 'Not due yet'),
  noDate: because(
    'OPEN_WITHOUT_DATE',
    'Không có hạn, chưa kết thúc đánh giá',
    'No due date and not closed yet',
  ),
  waiting: because('WAITING', 'Chờ điều kiện phát sinh', 'Waiting for its trigger'),
  notArisen: because(
    'LEFT_THE_PLAN',
    'Không phát sinh, đã hủy hoặc đã thay thế',
    'Not arisen, cancelled or superseded',
  ),
};

const NOT_DONE = because('NOT_DONE', 'Quá hạn, chưa hoàn thành', 'Overdue and not completed');

/** What puts the task where it stands, and what says who leads it. */
const idsOf = (outcome: TaskOutcome, more: readonly string[] = []): readonly string[] =>
  [...new Set([...outcome.lifeEventIds, ...outcome.byDateInForce.eventIds, ...more])].sort();

interface Judgement {
  readonly times: number;
  readonly because: Because;
  readonly eventIds: readonly string[];
}

/**
 * An entry of a task as one product of equal weight: 1 of 1 when it is done, 0 of 1 when it is overdue, and 0 of 0 while
 * it cannot be judged (decree 335/2025, article 14.2: only accepted output counts, of what was assigned).
 */
function entry(outcome: TaskOutcome, judgeDone: (done: TaskOutcome) => Judgement): MeasureEntry {
  const { taskId, no, isDone } = outcome;
  const { bucket } = outcome.byDateInForce;
  const notJudged = isDone || bucket === 'openOverdue' ? undefined : NOT_JUDGED[bucket];
  const undone: Judgement = { times: 0, because: notJudged ?? NOT_DONE, eventIds: idsOf(outcome) };
  const judgement = isDone ? judgeDone(outcome) : undone;
  const possible: Rational = notJudged === undefined ? ONE : ZERO;
  return { taskId, no, earned: isDone ? ONE : ZERO, possible, ...judgement };
}

const DONE = because('DONE', 'Đã hoàn thành', 'Completed');

export const quantityEntry = (outcome: TaskOutcome): MeasureEntry =>
  entry(outcome, (done) => ({ times: 0, because: DONE, eventIds: idsOf(done) }));

export const qualityEntry = (outcome: TaskOutcome): MeasureEntry =>
  entry(outcome, (done) => {
    const errors = done.returns.filter(({ majorContentError }) => majorContentError);
    const eventIds = idsOf(
      done,
      errors.map(({ eventId }) => eventId),
    );
    const times = errors.length;
    const words = because(
      'MAJOR_CONTENT_ERRORS',
      `Hoàn thành, ${times} lần có sai sót lớn về nội dung`,
      `Completed, with a major content error ${times} time(s)`,
    );
    const clean = because(
      'NO_MAJOR_ERROR',
      'Hoàn thành, không có sai sót lớn',
      'Completed, no major error',
    );
    return { times, because: times > 0 ? words : clean, eventIds };
  });

export const progressEntry = (outcome: TaskOutcome): MeasureEntry =>
  entry(outcome, (done) => {
    const late = done.lateOccurrences;
    const times = late.filter(({ excusedBy }) => excusedBy === null).length;
    const excused = late.length - times;
    const eventIds = idsOf(done, [
      ...done.dueDates.flatMap((dueDate) => dueDate.eventIds),
      ...late.flatMap(({ excusedBy }) => (excusedBy === null ? [] : [excusedBy])),
    ]);
    return { times, because: progressWords(times, excused), eventIds };
  });

function progressWords(times: number, excused: number): Because {
  if (times + excused === 0) {
    return because('NEVER_LATE', 'Hoàn thành, không chậm lần nào', 'Completed, never late');
  }
  const vi = excused === 0 ? '' : `, ${excused} lần do nguyên nhân khách quan đã được xác nhận`;
  const en = excused === 0 ? '' : `, ${excused} more with a confirmed objective cause`;
  const code = times === 0 ? 'LATE_EXCUSED' : 'LATE';
  return because(
    code,
    `Hoàn thành, chậm ${times} lần${vi}`,
    `Completed, late ${times} time(s)${en}`,
  );
}

export const overdueEntry = (outcome: TaskOutcome): MeasureEntry => {
  const isOverdue = outcome.byDateInForce.bucket === 'openOverdue';
  const judged = quantityEntry(outcome);
  return { ...judged, earned: isOverdue ? ONE : ZERO };
};
