import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { evidenceList, optional, speakingUnit } from './command-fields';

const { day, document, evidence, id, month, reason, text } = fields;

/** Telling and asking: monthly reports, reminders, coordination, and what is handed in on the way. */
export const reportingCommands = {
  ReportProgress: {
    says: 'Report the progress of a month for the briefing.',
    vi: 'Báo cáo tiến độ',
    records: ['ProgressReported', 'WorkStarted'],
    data: z.strictObject({
      ...speakingUnit,
      period: month(),
      text: text(5000),
      percent: optional(z.number().int().min(0).max(100)),
      wentWell: optional(text(5000)),
      obstacles: optional(text(5000)),
      proposals: optional(text(5000)),
    }),
  },
  ReportNil: {
    says: 'Report that nothing arose in the month.',
    vi: 'Báo cáo không phát sinh',
    records: ['NilReported'],
    data: z.strictObject({ ...speakingUnit, period: month() }),
  },
  RemindLeadUnit: {
    says: 'Urge a lead unit about the task.',
    vi: 'Đôn đốc',
    records: ['LeadUnitReminded'],
    data: z.strictObject({ unitId: id(), text: text(), answerDueOn: optional(day()) }),
  },
  AskCoordination: {
    says: 'Ask another unit for something, by a day if need be.',
    vi: 'Đề nghị phối hợp',
    records: ['CoordinationAsked'],
    data: z.strictObject({
      requestId: id(),
      unitId: id(),
      what: text(),
      answerDueOn: optional(day()),
    }),
  },
  AnswerCoordination: {
    says: 'Answer a request for coordination.',
    vi: 'Trả lời phối hợp',
    records: ['CoordinationAnswered'],
    data: z.strictObject({ requestId: id(), answer: text() }),
  },
  HandInProduct: {
    says: 'Hand in a product of the task with proof.',
    vi: 'Nộp sản phẩm',
    records: ['ProductHandedIn', 'WorkStarted'],
    data: z.strictObject({ productId: id(), evidence: z.array(evidence()).min(1) }),
  },
  AcceptProduct: {
    says: 'Accept the product as handed in.',
    vi: 'Nghiệm thu sản phẩm',
    records: ['ProductAccepted'],
    data: z.strictObject({ productId: id() }),
  },
  ReturnProduct: {
    says: 'Send the product back; a major content error is counted by decree 335/2025, article 14.2.b.',
    vi: 'Trả lại sản phẩm',
    records: ['ProductReturned'],
    data: z.strictObject({
      productId: id(),
      reason: reason(),
      majorContentError: z.boolean().default(false),
    }),
  },
  SubmitUpward: {
    says: 'Say by which document the draft went to the issuing authority.',
    vi: 'Trình cấp có thẩm quyền',
    records: ['SubmittedUpward', 'WorkStarted'],
    data: z.strictObject({ document: document() }),
  },
  RecordIssue: {
    says: 'Say which document the authority issued.',
    vi: 'Cấp có thẩm quyền ban hành',
    records: ['IssuedByAuthority'],
    data: z.strictObject({ document: document() }),
  },
  ReachMilestone: {
    says: 'Say that the milestone of a task that goes on with periodic reports is reached.',
    vi: 'Đạt mốc, tiếp tục báo cáo định kỳ',
    records: ['MilestoneReached', 'WorkStarted'],
    data: z.strictObject({ evidence: evidenceList }),
  },
} as const satisfies CommandCatalogue;
