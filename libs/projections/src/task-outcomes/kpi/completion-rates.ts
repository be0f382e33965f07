import { rejectFrom } from '@thidua/kernel';
import { BUCKETS, type Bucket } from '../outcome/outcome';
import { rateOf, type Rate } from './figures';

/** How many tasks stand in each bucket. */
export type BucketCounts = Readonly<Record<Bucket, number>>;

/**
 * The rates of a task table. Two denominators are in official use; both are given, under their own names, and never
 * mixed. With n1 done on time, n2 done late, n3 open in time, n4 open overdue:
 */
export interface CompletionRates {
  /** (n1+n2)/(n1+n2+n4): done, of the tasks that were due. */
  readonly ofDue: Rate;
  /** (n1+n2)/(n1+n2+n3+n4): done, of all tasks with a due date. */
  readonly ofAll: Rate;
  /** n1/(n1+n2) */
  readonly onTimeOfFinished: Rate;
  /** n1/(n1+n2+n4) */
  readonly onTimeOfDue: Rate;
  /** n4/(n1+n2+n4) */
  readonly overdueOfDue: Rate;
}

const reject = rejectFrom({
  TABLE_DOES_NOT_ADD_UP: {
    kind: 'invalid',
    vi: 'Các nhóm nhiệm vụ cộng lại là {sum}, khác tổng số {total}; bảng không được dùng để tính tỷ lệ.',
    en: 'The buckets add up to {sum}, not to the total of {total}; no rate is computed from this table.',
  },
  COUNT_NOT_NATURAL: {
    kind: 'invalid',
    vi: 'Số nhiệm vụ của nhóm {bucket} phải là số nguyên không âm, nhận được {count}.',
    en: 'The count of {bucket} must be a whole number from 0, got {count}.',
  },
});

/**
 * @throws CommandRejected TABLE_DOES_NOT_ADD_UP or COUNT_NOT_NATURAL: a table whose parts miss its total is refused,
 *   because a published one did (by one task).
 */
export function completionRates(
  counts: BucketCounts,
  total: number,
  minimumN = 1,
): CompletionRates {
  for (const bucket of BUCKETS) {
    const count = counts[bucket];
    if (!Number.isSafeInteger(count) || count < 0) reject('COUNT_NOT_NATURAL', { bucket, count });
  }
  const sum = BUCKETS.reduce((subtotal, bucket) => subtotal + counts[bucket], 0);
  if (sum !== total) reject('TABLE_DOES_NOT_ADD_UP', { sum, total });
  const { doneOnTime, doneLate, openInTime, openOverdue } = counts;
  const done = doneOnTime + doneLate;
  const due = done + openOverdue;
  return {
    ofDue: rateOf(done, due, minimumN),
    ofAll: rateOf(done, due + openInTime, minimumN),
    onTimeOfFinished: rateOf(doneOnTime, done, minimumN),
    onTimeOfDue: rateOf(doneOnTime, due, minimumN),
    overdueOfDue: rateOf(openOverdue, due, minimumN),
  };
}
