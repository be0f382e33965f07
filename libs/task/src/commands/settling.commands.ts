import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { lead } from '../events/event-fields';
import { evidenceList, optional, optionalDocument, speakingUnit } from './command-fields';

const { id, reason, text } = fields;

/** Answers of one side to the other, and what several lead units owe each other. */
export const settlingCommands = {
  AnswerDecline: {
    says: 'Decide the objection of a lead unit: name other leads, or leave them out and the assignment stands.',
    vi: 'Trả lời đề nghị xem xét việc giao',
    records: ['DeclineAnswered', 'TaskAmended'],
    data: z.strictObject({
      unitId: id(),
      /** Left out: the assignment stands. */
      leads: optional(z.array(lead).min(1)),
      reason: reason(),
      document: optionalDocument,
    }),
  },
  NameSupervisor: {
    says: 'Name the leader who supervises the task.',
    vi: 'Phân công lãnh đạo phụ trách',
    records: ['SupervisorNamed'],
    data: z.strictObject({ leaderId: id() }),
  },
  ConfirmAuthorityWait: {
    says: 'Confirm from above the lead unit that the task waits, or waited, for a higher authority.',
    vi: 'Xác nhận việc chờ cấp có thẩm quyền',
    records: ['AuthorityWaitConfirmed'],
    data: z.strictObject({ waitId: id() }),
  },
  ReportLeadPart: {
    says: 'Report the own part of a task that several units lead, for the unit that compiles the result.',
    vi: 'Báo cáo phần việc của đơn vị chủ trì',
    records: ['LeadPartReported', 'WorkStarted'],
    data: z.strictObject({ ...speakingUnit, summary: text(5000), evidence: evidenceList }),
  },
  ProposeClosing: {
    says: 'Propose how the ongoing work of the year is to be assessed.',
    vi: 'Đề xuất đánh giá nhiệm vụ thường xuyên',
    records: ['OngoingClosingProposed'],
    data: z.strictObject({
      ...speakingUnit,
      grade: z.enum(['good', 'fair', 'poor']),
      summary: text(5000),
    }),
  },
  NamePredecessor: {
    says: 'Say which task of an earlier plan goes on as this one.',
    vi: 'Tiếp nối nhiệm vụ kế hoạch trước',
    records: ['PredecessorNamed'],
    data: z.strictObject({ fromTaskId: id(), fromPlanId: id() }),
  },
} as const satisfies CommandCatalogue;
