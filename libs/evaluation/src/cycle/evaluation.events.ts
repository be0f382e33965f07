import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';
import { share } from '../fraction-fields';

const { day, document, id, reason, text, year } = fields;

const evaluationId = { evaluationId: id() };
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A log position as a decimal string: 64-bit numbers travel as text. */
const position = z.string().regex(/^\d{1,19}$/);

/** Who gives a view on the computed result. */
export const REVIEWERS = ['superior', 'party-committee', 'personnel-unit', 'council'] as const;

const vote = z.strictObject({
  subjectId: id(),
  inFavour: z.number().int().nonnegative(),
  against: z.number().int().nonnegative(),
  abstained: z.number().int().nonnegative(),
});

/** Places in the ranking before and after; null where the subject is not ranked. */
const rankMove = z.strictObject({
  subjectId: id(),
  from: z.number().int().positive().nullable(),
  to: z.number().int().positive().nullable(),
});

/**
 * A year-end cycle. A subject is whoever the sheet scores: a unit, or a person under a rule set for officials. What was
 * frozen, computed and published stays as it was recorded; whatever comes later stands beside it.
 */
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
  ProcedureSet: {
    schemaVersion: 1,
    says: 'The share of those entitled who must be present, and how long appeals are open, set before the meeting.',
    vi: 'Quy định cách họp và kiến nghị',
    recordedBy: 'Office',
    data: z.strictObject({
      ...evaluationId,
      quorum: share(),
      /** Working days after publication in which an appeal is taken; null: no such limit is laid down. */
      appealWorkingDays: z.number().int().min(1).max(365).nullable(),
      basis: document(),
      setOn: day(),
    }),
  },
  CollectionClosed: {
    schemaVersion: 1,
    says: 'Marks and facts of the period are in; the evaluation may be frozen.',
    vi: 'Kết thúc thu thập số liệu',
    recordedBy: 'Office',
    data: z.strictObject({ ...evaluationId, closedOn: day() }),
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
  ReviewRecorded: {
    schemaVersion: 1,
    says: 'A body gives its view on the computed result before the meeting (decree 335/2025, article 21.1).',
    vi: 'Ghi nhận ý kiến nhận xét',
    recordedBy: 'Office',
    data: z.strictObject({
      ...evaluationId,
      reviewId: id(),
      by: z.enum(REVIEWERS),
      /** Null: the result as a whole. */
      subjectId: id().nullable(),
      view: text(4000),
      document: document().nullable(),
      reviewedOn: day(),
    }),
  },
  ScoreAdjusted: {
    schemaVersion: 2,
    says: 'A person changes a computed line, with a reason and a second person; the computed value stays beside it.',
    vi: 'Điều chỉnh điểm',
    recordedBy: 'Council',
    upcasters: {
      // The first version knew units alone, and who adjusted stood in the metadata only.
      1: (data) => ({ ...(data as object), personId: null, adjustedBy: null }),
    },
    data: z.strictObject({
      ...evaluationId,
      unitId: id(),
      /** Set when the line is a person’s; `unitId` is then the person’s unit. */
      personId: id().nullable(),
      line: text(60),
      /** Exact points as a fraction, e.g. `-5/2`. */
      points: z.string().regex(/^-?\d+(\/\d+)?$/),
      reason: reason(),
      /** Null in events of the first version. */
      adjustedBy: id().nullable(),
      agreedBy: id(),
    }),
  },
  MeetingHeld: {
    schemaVersion: 1,
    says: 'The evaluation meeting was held: who was there, the votes on each subject, the minutes adopted.',
    vi: 'Họp đánh giá',
    recordedBy: 'Office',
    data: z.strictObject({
      ...evaluationId,
      heldOn: day(),
      entitledCount: z.number().int().positive(),
      attendeeIds: z.array(id()).min(1).max(1000),
      minutes: document(),
      votes: z.array(vote).max(1000),
    }),
  },
  EvaluationApproved: {
    schemaVersion: 1,
    says: 'The authority decides the result: the sheet with its adjustments (decree 335/2025, articles 10 and 21.1).',
    vi: 'Phê duyệt kết quả',
    recordedBy: 'Director',
    data: z.strictObject({
      ...evaluationId,
      sheetHash: sha256,
      adjustmentCount: z.number().int().nonnegative(),
      document: document(),
      approvedBy: id(),
      approvedOn: day(),
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
  AppealReceived: {
    schemaVersion: 1,
    says: 'A subject appeals; it is to be answered within seven working days (decree 335/2025, article 22).',
    vi: 'Tiếp nhận kiến nghị',
    recordedBy: 'Office or the person',
    data: z.strictObject({
      ...evaluationId,
      appealId: id(),
      subjectId: id(),
      appellantId: id(),
      text: text(4000),
      document: document().nullable(),
      receivedOn: day(),
      dueOn: day(),
      /** Version of the calendar by which the working days were counted. */
      calendarVersion: text(80),
      /** How the day came about, one counted day or day off a line. */
      derivation: z.array(text(300)),
    }),
  },
  AppealAnswered: {
    schemaVersion: 1,
    says: 'An appeal is upheld or rejected, with the reason; upholding names the decision.',
    vi: 'Trả lời kiến nghị',
    recordedBy: 'Director',
    data: z.strictObject({
      ...evaluationId,
      appealId: id(),
      outcome: z.enum(['upheld', 'rejected']),
      reason: reason(),
      decision: document().nullable(),
      answeredBy: id(),
      answeredOn: day(),
      /** After the day by which it was due. */
      late: z.boolean(),
    }),
  },
  ClassificationSuperseded: {
    schemaVersion: 1,
    says: 'A new decision takes the place of the published class of one subject (decree 335/2025, article 21.3).',
    vi: 'Thay thế kết quả xếp loại',
    recordedBy: 'Director',
    data: z.strictObject({
      ...evaluationId,
      subjectId: id(),
      /** The upheld appeal it follows from, if it does. */
      appealId: id().nullable(),
      was: text(200).nullable(),
      becomes: text(200),
      reason: reason(),
      decision: document(),
      decidedOn: day(),
    }),
  },
  AmendmentRecorded: {
    schemaVersion: 1,
    says: 'What a later correction would have changed: the events behind it and the rank moves. The frozen sheet stays.',
    vi: 'Ghi nhận thay đổi sau chốt',
    recordedBy: 'Office',
    data: z.strictObject({
      ...evaluationId,
      position,
      sheetHash: sha256,
      /** Facts of tasks that came after the freeze; empty where units alone changed. */
      causeEventIds: z.array(id()).max(10_000),
      rankMoves: z.array(rankMove).max(10_000),
      reason: reason(),
      recordedOn: day(),
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
