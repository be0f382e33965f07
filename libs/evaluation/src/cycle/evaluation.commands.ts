import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { evaluationEvents } from './evaluation.events';

const { id, reason } = fields;
const event = evaluationEvents;

/**
 * Commands on one evaluation. Only the opening names it; the others are addressed to its stream. Days that the event
 * records are the day on which it happened, unless the command states another.
 */
export const evaluationCommands = {
  OpenEvaluation: {
    says: 'Open the evaluation of a year under a rule set.',
    vi: 'Mở kỳ đánh giá',
    records: ['EvaluationOpened'],
    data: event.EvaluationOpened.data.omit({ openedOn: true }),
  },
  SetProcedure: {
    says: 'Lay down the quorum of the meeting and how long appeals are open.',
    vi: 'Quy định cách họp và kiến nghị',
    records: ['ProcedureSet'],
    data: event.ProcedureSet.data.omit({ evaluationId: true, setOn: true }),
  },
  CloseCollection: {
    says: 'Close the collection of marks and facts.',
    vi: 'Kết thúc thu thập số liệu',
    records: ['CollectionClosed'],
    data: z.strictObject({}),
  },
  FreezeEvaluation: {
    says: 'Freeze what counts at a log position, seen as of a day.',
    vi: 'Chốt số liệu',
    records: ['EvaluationFrozen'],
    data: event.EvaluationFrozen.data.pick({ position: true, asOf: true }),
  },
  RecordScore: {
    says: 'Record the hashes of the computed score sheets.',
    vi: 'Ghi nhận kết quả tính điểm',
    records: ['ScoreComputed'],
    data: event.ScoreComputed.data.omit({ evaluationId: true }),
  },
  RecordReview: {
    says: 'Record the view of a body on the computed result.',
    vi: 'Ghi nhận ý kiến nhận xét',
    records: ['ReviewRecorded'],
    data: event.ReviewRecorded.data.omit({ evaluationId: true, reviewedOn: true }),
  },
  AdjustScore: {
    says: 'Change a computed line, with a reason and a second person who agrees.',
    vi: 'Điều chỉnh điểm',
    records: ['ScoreAdjusted'],
    data: event.ScoreAdjusted.data
      .pick({ line: true, points: true, reason: true, agreedBy: true })
      .extend({ subjectId: id() }),
  },
  RecordMeeting: {
    says: 'Record the evaluation meeting with its attendance, votes and minutes.',
    vi: 'Ghi nhận cuộc họp đánh giá',
    records: ['MeetingHeld'],
    data: event.MeetingHeld.data.omit({ evaluationId: true }),
  },
  ApproveEvaluation: {
    says: 'Decide the result: this sheet with this many adjustments.',
    vi: 'Phê duyệt kết quả',
    records: ['EvaluationApproved'],
    data: event.EvaluationApproved.data.pick({
      sheetHash: true,
      adjustmentCount: true,
      document: true,
    }),
  },
  PublishScore: {
    says: 'Publish the approved result under a document.',
    vi: 'Công bố kết quả',
    records: ['ScorePublished'],
    data: event.ScorePublished.data.pick({ sheetHash: true, document: true }),
  },
  ReceiveAppeal: {
    says: 'Take in an appeal of a subject; the day of the answer follows from the calendar.',
    vi: 'Tiếp nhận kiến nghị',
    records: ['AppealReceived'],
    data: event.AppealReceived.data.pick({
      appealId: true,
      subjectId: true,
      appellantId: true,
      text: true,
      document: true,
    }),
  },
  AnswerAppeal: {
    says: 'Uphold or reject an appeal, with the reason; upholding names the decision.',
    vi: 'Trả lời kiến nghị',
    records: ['AppealAnswered'],
    data: event.AppealAnswered.data.pick({
      appealId: true,
      outcome: true,
      reason: true,
      decision: true,
    }),
  },
  SupersedeClassification: {
    says: 'Put a new decision in the place of the published class of one subject.',
    vi: 'Thay thế kết quả xếp loại',
    records: ['ClassificationSuperseded'],
    data: event.ClassificationSuperseded.data.omit({
      evaluationId: true,
      was: true,
      decidedOn: true,
    }),
  },
  RecordAmendment: {
    says: 'Record what facts that came after the freeze would have changed.',
    vi: 'Ghi nhận thay đổi sau chốt',
    records: ['AmendmentRecorded'],
    data: event.AmendmentRecorded.data.omit({ evaluationId: true, recordedOn: true }),
  },
  SupersedeEvaluation: {
    says: 'Let another evaluation take the place of this one.',
    vi: 'Thay thế kết quả đánh giá',
    records: ['EvaluationSuperseded'],
    data: z.strictObject({ byEvaluationId: id(), reason: reason() }),
  },
} as const satisfies CommandCatalogue;

export type EvaluationCommand = CommandsOf<typeof evaluationCommands>;
