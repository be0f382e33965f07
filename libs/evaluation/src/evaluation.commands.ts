import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { evaluationEvents } from './evaluation.events';

const { document, id, reason } = fields;
const { EvaluationOpened, EvaluationFrozen, ScoreComputed, ScoreAdjusted, ScorePublished } =
  evaluationEvents;

/**
 * Commands on one evaluation. Only the opening names it; the others are addressed to its stream. Days that the event
 * records (opened, frozen, published) are the day on which it happened.
 */
export const evaluationCommands = {
  OpenEvaluation: {
    says: 'Open the evaluation of units for a year under a rule set.',
    vi: 'Mở kỳ đánh giá',
    records: ['EvaluationOpened'],
    data: EvaluationOpened.data.omit({ openedOn: true }),
  },
  FreezeEvaluation: {
    says: 'Freeze what counts at a log position, seen as of a day.',
    vi: 'Chốt số liệu',
    records: ['EvaluationFrozen'],
    data: EvaluationFrozen.data.pick({ position: true, asOf: true }),
  },
  RecordScore: {
    says: 'Record the hashes of the computed score sheets.',
    vi: 'Ghi nhận kết quả tính điểm',
    records: ['ScoreComputed'],
    data: ScoreComputed.data.omit({ evaluationId: true }),
  },
  AdjustScore: {
    says: 'Change a computed line, with a reason and a second person who agrees.',
    vi: 'Điều chỉnh điểm',
    records: ['ScoreAdjusted'],
    data: ScoreAdjusted.data.omit({ evaluationId: true }),
  },
  PublishScore: {
    says: 'Publish the computed result under a document.',
    vi: 'Công bố kết quả',
    records: ['ScorePublished'],
    data: z.strictObject({
      sheetHash: ScorePublished.data.shape.sheetHash,
      document: document(),
    }),
  },
  SupersedeEvaluation: {
    says: 'Let another evaluation take the place of this one.',
    vi: 'Thay thế kết quả đánh giá',
    records: ['EvaluationSuperseded'],
    data: z.strictObject({ byEvaluationId: id(), reason: reason() }),
  },
} as const satisfies CommandCatalogue;

export type EvaluationCommand = CommandsOf<typeof evaluationCommands>;
