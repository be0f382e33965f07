import { type Evidence, type DocumentReference, vietnameseDate } from '@thidua/kernel';
import type { Bucket, TaskOutcome } from '@thidua/projections';
import type { Behind, Column } from './findings';

/** How every row about a task begins. */
export interface TaskRow extends Behind {
  readonly taskId: string;
  readonly no: string;
  readonly title: string;
}

export const taskOf = ({ taskId, no, title }: TaskOutcome): Omit<TaskRow, 'eventIds'> => ({
  taskId,
  no,
  title,
});

export const TASK_COLUMNS: readonly Column<TaskRow>[] = [
  { field: 'no', kind: 'text', vi: 'Số', en: 'No.' },
  { field: 'title', kind: 'text', vi: 'Nhiệm vụ', en: 'Task' },
];

export const unitsLeading = ({ leads }: TaskOutcome): readonly string[] =>
  leads.map(({ unitId }) => unitId);

/** The seven buckets as they are called on screens. */
export const BUCKET_WORDS: Readonly<Record<Bucket, { readonly vi: string; readonly en: string }>> =
  {
    doneOnTime: { vi: 'Xong đúng hạn', en: 'Done on time' },
    doneLate: { vi: 'Xong trễ', en: 'Done late' },
    openInTime: { vi: 'Đang làm, còn hạn', en: 'Open, not yet due' },
    openOverdue: { vi: 'Quá hạn, chưa xong', en: 'Open, overdue' },
    noDate: { vi: 'Không có hạn', en: 'Without a date' },
    waiting: { vi: 'Đang chờ điều kiện', en: 'Waiting for its trigger' },
    notArisen: { vi: 'Ra khỏi kế hoạch', en: 'Left the plan' },
  };

export const BUCKET_VALUES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(BUCKET_WORDS).map(([bucket, { vi }]) => [bucket, vi]),
);

/** A document as it is cited: number and day. */
export const citation = ({ number, date }: DocumentReference): string =>
  date === null ? number : `${number} ngày ${vietnameseDate(date)}`;

/** A piece of proof in one line: the document, else the link, else the file by its hash. */
export const proofText = ({ document, url, fileSha256 }: Evidence): string =>
  document === null ? (url ?? `tệp SHA-256 ${fileSha256 ?? ''}`) : citation(document);
