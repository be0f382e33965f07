import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { doneBy, step, taskId } from './event-fields';

const { day, document, evidence, id, reason, text } = fields;

/** The result, the verdict on it, and the other ways in which a task ends or is reopened. */
export const resultEvents = {
  ResultReported: {
    schemaVersion: 1,
    says: 'The lead unit reports the result with evidence and asks for verification.',
    vi: 'Báo cáo kết quả',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      ...step,
      unitId: id(),
      summary: text(5000),
      evidence: z.array(evidence()),
      reportedOn: day(),
      reportedBy: doneBy,
      /** 1 for the first report of the result, then counting up. */
      attempt: z.number().int().positive(),
    }),
  },
  StepApproved: {
    schemaVersion: 2,
    says: 'One level of a flow with several levels of approval says yes.',
    vi: 'Phê duyệt cấp trung gian',
    recordedBy: 'As the workflow definition says',
    upcasters: {
      // Version 1 kept the approver in the metadata alone, and every flow of its time left the result with its judges.
      1: (data) => ({ ...(data as object), approvedBy: [], phase: 'reported' }),
    },
    data: z.strictObject({
      ...taskId,
      ...step,
      note: text().nullable(),
      approvedOn: day(),
      /** Empty where the event was recorded before this was kept. */
      approvedBy: z.array(id()).max(2),
      /** What the state means: the result stays with its judges, or the next round of work is open. */
      phase: z.enum(['reported', 'open']),
    }),
  },
  ResultReturned: {
    schemaVersion: 1,
    says: 'The reported result is sent back for more work, with the reason.',
    vi: 'Trả lại kết quả',
    recordedBy: 'Verifier',
    data: z.strictObject({
      ...taskId,
      ...step,
      reason: reason(),
      majorContentError: z.boolean(),
      attempt: z.number().int().positive(),
      returnedOn: day(),
    }),
  },
  TaskCompleted: {
    schemaVersion: 1,
    says: 'The result is verified. `completedOn` is the day the accepted result was handed in, not the day of the click.',
    vi: 'Xác nhận hoàn thành',
    recordedBy: 'Office; a deputy director for the Office’s own tasks',
    data: z.strictObject({
      ...taskId,
      ...step,
      completedOn: day(),
      verifiedOn: day(),
      attempt: z.number().int().positive(),
      note: text().nullable(),
    }),
  },
  TaskNotArisen: {
    schemaVersion: 1,
    says: 'A conditional task ("if it arises") did not arise in the year and leaves every denominator.',
    vi: 'Không phát sinh',
    recordedBy: 'Office with the Director’s approval',
    data: z.strictObject({ ...taskId, ...step, reason: reason(), onDay: day() }),
  },
  TaskCancelled: {
    schemaVersion: 1,
    says: 'The task is withdrawn by an authority.',
    vi: 'Hủy nhiệm vụ',
    recordedBy: 'Office by decision of the Director',
    data: z.strictObject({
      ...taskId,
      ...step,
      reason: reason(),
      document: document().nullable(),
      onDay: day(),
    }),
  },
  TaskSuperseded: {
    schemaVersion: 1,
    says: 'Another task takes the place of this one.',
    vi: 'Thay thế bằng nhiệm vụ khác',
    recordedBy: 'Office',
    data: z.strictObject({ ...taskId, ...step, byTaskId: id(), reason: reason(), onDay: day() }),
  },
  TaskReopened: {
    schemaVersion: 1,
    says: 'A completed task turns out not to be finished; earlier as-of views stay as they were.',
    vi: 'Mở lại nhiệm vụ',
    recordedBy: 'Office or Director',
    data: z.strictObject({ ...taskId, ...step, reason: reason(), onDay: day() }),
  },
  OngoingClosed: {
    schemaVersion: 1,
    says: 'An ongoing task is assessed and closed at the end of its year; the unit proposes, the Director confirms.',
    vi: 'Đánh giá, kết thúc nhiệm vụ thường xuyên',
    recordedBy: 'Director or deputy director',
    data: z.strictObject({
      ...taskId,
      ...step,
      grade: z.enum(['good', 'fair', 'poor']),
      summary: text(5000),
      closedOn: day(),
    }),
  },
} as const satisfies EventCatalogue;
