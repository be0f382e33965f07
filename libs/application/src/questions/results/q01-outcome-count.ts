import { BUCKETS, kpiOf, type TaskOutcome } from '@thidua/projections';
import { section, taken } from '../frame/findings';
import { filesAsked, type Facts, type QuestionOfFacts } from '../frame/question';
import { BUCKET_VALUES, BUCKET_WORDS, TASK_COLUMNS, taskOf } from '../frame/task-rows';

/** Indicators over just these tasks, each counted once. */
export const indicatorsOf = (outcomes: readonly TaskOutcome[], { request }: Facts) =>
  kpiOf(
    outcomes,
    { of: 'department' },
    { year: outcomes[0]?.year ?? request.year, asOf: request.asOf, minimumN: 1 },
  );

const rowOf = (outcome: TaskOutcome) => ({
  ...taskOf(outcome),
  bucket: outcome.byDateInForce.bucket,
  dueOn: outcome.byDateInForce.dueOn,
  completedOn: outcome.completedOn,
  eventIds: outcome.byDateInForce.eventIds,
});

export const outcomeCount: QuestionOfFacts = {
  number: 1,
  name: 'outcome-count',
  vi: 'Đến ngày xem, bao nhiêu nhiệm vụ đã xong đúng hạn, xong trễ, quá hạn, còn hạn, không có hạn?',
  en: 'By the day, how many tasks are done on time, done late, overdue, not yet due, or without a date?',
  takes: ['plan', 'unit', 'task'],
  reads: [],
  answer: (facts) => {
    const outcomes = filesAsked(facts).map(({ outcome }) => outcome);
    const { total, buckets, split } = indicatorsOf(outcomes, facts).byDateInForce;
    return {
      figures: [
        taken('total', { vi: 'Tổng số nhiệm vụ', en: 'All tasks' }, total),
        ...BUCKETS.map((bucket) => taken(bucket, BUCKET_WORDS[bucket], buckets[bucket])),
        taken('noDateDone', { vi: 'Không có hạn, đã xong', en: 'No date, done' }, split.noDateDone),
      ],
      sections: [
        section(
          'tasks',
          { vi: 'Từng nhiệm vụ', en: 'Task by task' },
          [
            ...TASK_COLUMNS,
            { field: 'bucket', kind: 'text', vi: 'Kết quả', en: 'Outcome', values: BUCKET_VALUES },
            { field: 'dueOn', kind: 'day', vi: 'Hạn', en: 'Due' },
            { field: 'completedOn', kind: 'day', vi: 'Xong ngày', en: 'Done on' },
          ],
          outcomes.map(rowOf),
        ),
      ],
    };
  },
};
