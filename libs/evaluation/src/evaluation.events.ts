import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';

const { day, document, id, reason, text, year } = fields;

const evaluationId = { evaluationId: id() };
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A log position as a decimal string: 64-bit numbers travel as text. */
const position = z.string().regex(/^\d{1,19}$/);

/** A year-end cycle, first form: open, freeze at a log position, compute, publish, supersede. */
export const evaluationEvents = {
  EvaluationOpened: {
    schemaVersion: 1,
    says: 'A year-end evaluation of units is opened under a rule set.',
    vi: 'Mở kỳ đánh giá',
    recordedBy: 'Office',
    data: z.strictObject({
      ...evaluationId,
      year: year(),
      ruleSet: z.strictObject({ id: id(), version: z.number().int().positive(), hash: sha256 }),
      openedOn: day(),
    }),
  },
  EvaluationFrozen: {
    schemaVersion: 1,
    says: 'What counts is everything up to this log position, seen as of this day; later facts show as amendments.',
    vi: 'Chốt số liệu',
    recordedBy: 'Office',
    data: z.strictObject({ ...evaluationId, position, asOf: day(), frozenOn: day() }),
  },
  ScoreComputed: {
    schemaVersion: 1,
    says: 'The score sheets of all units were computed; the hash covers rule set, inputs and every line.',
    vi: 'Tính điểm',
    recordedBy: 'Office',
    data: z.strictObject({
      ...evaluationId,
      position,
      asOf: day(),
      ruleSetHash: sha256,
      inputHash: sha256,
      sheetHash: sha256,
    }),
  },
  ScoreAdjusted: {
    schemaVersion: 1,
    says: 'A person changes a computed line, with a reason and a second person; the computed value stays beside it.',
    vi: 'Điều chỉnh điểm',
    recordedBy: 'Council',
    data: z.strictObject({
      ...evaluationId,
      unitId: id(),
      line: text(60),
      /** Exact points as a fraction, e.g. `-5/2`. */
      points: z.string().regex(/^-?\d+(\/\d+)?$/),
      reason: reason(),
      agreedBy: id(),
    }),
  },
  ScorePublished: {
    schemaVersion: 1,
    says: 'The result is published; from here on it is superseded, never edited.',
    vi: 'Công bố kết quả',
    recordedBy: 'Director',
    data: z.strictObject({
      ...evaluationId,
      sheetHash: sha256,
      document: document(),
      publishedOn: day(),
    }),
  },
  EvaluationSuperseded: {
    schemaVersion: 1,
    says: 'Another evaluation takes the place of this one (decree 335/2025, article 21.3).',
    vi: 'Thay thế kết quả đánh giá',
    recordedBy: 'Director',
    data: z.strictObject({ ...evaluationId, byEvaluationId: id(), reason: reason() }),
  },
} as const satisfies EventCatalogue;

export type EvaluationEvent = EventsOf<typeof evaluationEvents>;
