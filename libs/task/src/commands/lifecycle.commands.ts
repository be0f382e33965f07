import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { dueIn, evidenceList, optional, optionalDocument, speakingUnit } from './command-fields';

const { day, id, reason, text } = fields;

/** Commands that move a task from state to state, each along a transition of its flow. */
export const lifecycleCommands = {
  AwaitTrigger: {
    says: 'Let the task wait for something outside the lead unit; without a text the condition of the plan is meant.',
    vi: 'Chờ điều kiện phát sinh',
    records: ['TriggerAwaited'],
    data: z.strictObject({ condition: optional(text(1000)) }),
  },
  ReceiveTrigger: {
    says: 'Say that what the task waited for has arrived; a due date may be set.',
    vi: 'Đã có căn cứ triển khai',
    records: ['TriggerReceived', 'DeadlineDerived'],
    data: z
      .strictObject({
        document: optionalDocument,
        dueOn: optional(day()),
        dueIn: optional(dueIn),
      })
      .refine(({ dueOn, dueIn: count }) => dueOn === null || count === null, {
        path: ['dueOn'],
        error:
          'chỉ nêu một trong hai: dueOn (ngày) hoặc dueIn (số ngày) (give only one of dueOn and dueIn)',
      }),
  },
  StartWork: {
    says: 'Begin to work on the task.',
    vi: 'Bắt đầu thực hiện',
    records: ['WorkStarted'],
    data: z.strictObject({}),
  },
  ReportResult: {
    says: 'Report the result with evidence and ask for verification.',
    vi: 'Báo cáo kết quả',
    records: ['ResultReported', 'WorkStarted'],
    data: z.strictObject({ ...speakingUnit, summary: text(5000), evidence: evidenceList }),
  },
  ApproveStep: {
    says: 'Say yes at one level of a flow with several levels of approval.',
    vi: 'Phê duyệt cấp trung gian',
    records: ['StepApproved'],
    data: z.strictObject({ note: optional(text()) }),
  },
  ReturnResult: {
    says: 'Send the reported result back for more work.',
    vi: 'Trả lại kết quả',
    records: ['ResultReturned'],
    data: z.strictObject({ reason: reason(), majorContentError: z.boolean().default(false) }),
  },
  VerifyResult: {
    says: 'Confirm the reported result; products still awaiting a verdict are accepted with it.',
    vi: 'Xác nhận hoàn thành',
    records: ['TaskCompleted', 'ProductAccepted', 'CountShortfallAccepted'],
    data: z.strictObject({
      note: optional(text()),
      /** Why a task that took place fewer times than owed is complete all the same; only directors may say so. */
      belowTargetReason: optional(reason()),
    }),
  },
  CloseOngoing: {
    says: 'Assess an ongoing task and close it at the end of its year.',
    vi: 'Đánh giá, kết thúc nhiệm vụ thường xuyên',
    records: ['OngoingClosed'],
    data: z.strictObject({ grade: z.enum(['good', 'fair', 'poor']), summary: text(5000) }),
  },
  MarkNotArisen: {
    says: 'Say that a conditional task did not arise.',
    vi: 'Xác nhận không phát sinh',
    records: ['TaskNotArisen'],
    data: z.strictObject({ reason: reason() }),
  },
  CancelTask: {
    says: 'Withdraw the task.',
    vi: 'Hủy nhiệm vụ',
    records: ['TaskCancelled'],
    data: z.strictObject({ reason: reason(), document: optionalDocument }),
  },
  SupersedeTask: {
    says: 'Put another task in the place of this one.',
    vi: 'Thay thế bằng nhiệm vụ khác',
    records: ['TaskSuperseded'],
    data: z.strictObject({ byTaskId: id(), reason: reason() }),
  },
  ReopenTask: {
    says: 'Put a completed task back to work because it turned out not to be finished.',
    vi: 'Mở lại nhiệm vụ',
    records: ['TaskReopened'],
    data: z.strictObject({ reason: reason() }),
  },
} as const satisfies CommandCatalogue;
