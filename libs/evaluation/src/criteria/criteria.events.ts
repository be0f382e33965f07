import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';
import { amount } from '../fraction-fields';

const { day, document, id, line, reason, text, year } = fields;

/** The four numbers of a criterion, in the order in which they come; the survey stands beside them. */
export const CRITERION_STAGES = ['self', 'appraised', 'final', 'survey'] as const;
export type CriterionStage = (typeof CRITERION_STAGES)[number];

const criterion = z.strictObject({
  criterionId: id(),
  title: line(500),
  /** Most points an office or the appraisal may give. */
  max: amount(),
  /** Most points of the survey; `0` where there is none. */
  surveyMax: amount(),
  /** The unit that answers for it; null where the rule set names none. */
  unitId: id().nullable(),
});
export type SheetCriterion = z.infer<typeof criterion>;

/** A document, a task, a product of a task, or a file by its hash: at least one of them. */
const proof = z
  .strictObject({
    document: document().nullable(),
    taskId: id().nullable(),
    productId: id().nullable(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'phải là SHA-256 dạng hex (must be SHA-256 in hex)' })
      .nullable(),
  })
  .refine((given) => Object.values(given).some((each) => each !== null), {
    error:
      'cần document, taskId, productId hoặc sha256 (needs a document, a task, a product or a file hash)',
  });
export type CriterionProof = z.infer<typeof proof>;

const own = { sheetId: id() };

/** Self-scoring of administrative reform: the criteria as they stood when the sheet was opened, and what each was given. */
export const criteriaEvents = {
  CriteriaSheetOpened: {
    schemaVersion: 1,
    says: 'A year’s criteria sheet begins, with the criteria of the rule set it was opened under.',
    vi: 'Mở bảng tự chấm tiêu chí',
    recordedBy: 'Office',
    data: z.strictObject({
      ...own,
      year: year(),
      title: line(500),
      ruleSet: z.strictObject({ id: id(), version: z.number().int().positive(), hash: text(80) }),
      criteria: z.array(criterion).min(1).max(500),
      /** What becomes of a criterion that did not arise; null where the province has not said. */
      notArisen: z.enum(['EXCLUDED', 'FULL_MARKS']).nullable(),
      /** Whether a criterion without proof gets nothing. */
      evidenceRequired: z.boolean(),
      openedOn: day(),
    }),
  },
  CriterionScored: {
    schemaVersion: 1,
    says: 'One of the four numbers of a criterion is given, with its reason; a later one of the same stage takes its place.',
    vi: 'Chấm điểm tiêu chí',
    recordedBy: 'Unit in charge (self), Office (the others)',
    data: z.strictObject({
      ...own,
      criterionId: id(),
      stage: z.enum(CRITERION_STAGES),
      points: amount(),
      reason: reason(),
      scoredOn: day(),
    }),
  },
  EvidenceLinked: {
    schemaVersion: 1,
    says: 'Something that proves a criterion is linked to it.',
    vi: 'Gắn tài liệu kiểm chứng',
    recordedBy: 'Unit in charge or Office',
    data: z.strictObject({ ...own, criterionId: id(), evidence: proof, linkedOn: day() }),
  },
  CriterionNotArisen: {
    schemaVersion: 1,
    says: 'A criterion had no occasion to arise in the year.',
    vi: 'Tiêu chí không phát sinh',
    recordedBy: 'Office',
    data: z.strictObject({ ...own, criterionId: id(), reason: reason(), recordedOn: day() }),
  },
  CriteriaSheetClosed: {
    schemaVersion: 1,
    says: 'The sheet is closed: no number and no proof is added any more.',
    vi: 'Khóa bảng tự chấm tiêu chí',
    recordedBy: 'Office',
    data: z.strictObject({ ...own, closedOn: day() }),
  },
} as const satisfies EventCatalogue;

export type CriteriaEvent = EventsOf<typeof criteriaEvents>;
