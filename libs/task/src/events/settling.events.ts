import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { doneBy, taskId } from './event-fields';

const { day, document, evidence, id, reason, text } = fields;

/** What one side answers to the other: an objection, an order, a confirmation, an agreement, a part, a proposal. */
export const settlingEvents = {
  DeclineAnswered: {
    schemaVersion: 1,
    says: 'The objection of a lead unit is decided: the assignment stands, or other units lead from now on.',
    vi: 'Trả lời đề nghị xem xét việc giao',
    recordedBy: 'Director or Office; a director when the Office itself objected',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      outcome: z.enum(['assignment-stands', 'leads-changed']),
      reason: reason(),
      document: document().nullable(),
      answeredOn: day(),
    }),
  },
  TaskPrioritised: {
    schemaVersion: 1,
    says: 'A direction gives the task another priority.',
    vi: 'Điều chỉnh mức ưu tiên',
    recordedBy: 'Director or deputy director (the Office may record it on their behalf)',
    data: z.strictObject({
      ...taskId,
      priority: z.enum(['normal', 'high', 'urgent']),
      reason: reason(),
      setOn: day(),
    }),
  },
  SupervisorNamed: {
    schemaVersion: 1,
    says: 'A leader is named who supervises the task.',
    vi: 'Phân công lãnh đạo phụ trách',
    recordedBy: 'Office or Director',
    data: z.strictObject({ ...taskId, leaderId: id(), namedOn: day() }),
  },
  AuthorityWaitConfirmed: {
    schemaVersion: 1,
    says: 'The wait for a higher authority that the lead unit reported is confirmed from above the lead unit.',
    vi: 'Xác nhận việc chờ cấp có thẩm quyền',
    recordedBy: 'Office; a director when the Office leads',
    data: z.strictObject({ ...taskId, waitId: id(), confirmedOn: day() }),
  },
  HandOverAgreed: {
    schemaVersion: 1,
    says: 'The head of the other unit agrees to a hand-over between two units; recorded together with it.',
    vi: 'Đồng ý bàn giao',
    recordedBy: 'Head of the unit that hands over or takes over',
    data: z.strictObject({ ...taskId, unitId: id(), agreedBy: id(), agreedOn: day() }),
  },
  LeadPartReported: {
    schemaVersion: 1,
    says: 'One of several lead units reports its own part of the result for the unit that compiles.',
    vi: 'Báo cáo phần việc của đơn vị chủ trì',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      summary: text(5000),
      evidence: z.array(evidence()),
      reportedOn: day(),
      reportedBy: doneBy,
      /** 1 for the first report of this unit, then counting up. */
      attempt: z.number().int().positive(),
    }),
  },
  OngoingClosingProposed: {
    schemaVersion: 1,
    says: 'The unit proposes how its ongoing work of the year is to be assessed; a director confirms or differs.',
    vi: 'Đề xuất đánh giá nhiệm vụ thường xuyên',
    recordedBy: 'Head of a lead unit',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      grade: z.enum(['good', 'fair', 'poor']),
      summary: text(5000),
      proposedOn: day(),
      proposedBy: doneBy,
    }),
  },
  PredecessorNamed: {
    schemaVersion: 1,
    says: 'The task goes on from one of an earlier plan that was carried over into it.',
    vi: 'Tiếp nối nhiệm vụ kế hoạch trước',
    recordedBy: 'The system, or the Office',
    data: z.strictObject({ ...taskId, fromTaskId: id(), fromPlanId: id(), namedOn: day() }),
  },
} as const satisfies EventCatalogue;
