import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { doneBy, taskId } from './event-fields';

const { day, document, evidence, id, reason } = fields;

/** What is handed in, judged, and sent through a higher authority. */
export const productEvents = {
  ProductHandedIn: {
    schemaVersion: 1,
    says: 'A product is handed in with proof.',
    vi: 'Nộp sản phẩm',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      productId: id(),
      evidence: z.array(evidence()).min(1),
      handedInOn: day(),
      handedInBy: doneBy,
      /** 1 for the first hand-in of this product, then counting up. */
      attempt: z.number().int().positive(),
    }),
  },
  ProductAccepted: {
    schemaVersion: 1,
    says: 'A product is accepted by a named verifier.',
    vi: 'Nghiệm thu sản phẩm',
    recordedBy: 'Office, or above it for the Office’s own tasks',
    data: z.strictObject({
      ...taskId,
      productId: id(),
      attempt: z.number().int().positive(),
      acceptedOn: day(),
    }),
  },
  ProductReturned: {
    schemaVersion: 1,
    says: 'A product is sent back; `majorContentError` is what decree 335/2025, article 14.2.b counts.',
    vi: 'Trả lại sản phẩm',
    recordedBy: 'Office, or above it for the Office’s own tasks',
    data: z.strictObject({
      ...taskId,
      productId: id(),
      attempt: z.number().int().positive(),
      reason: reason(),
      majorContentError: z.boolean(),
      returnedOn: day(),
    }),
  },
  SubmittedUpward: {
    schemaVersion: 1,
    says: 'The department submits the draft to the issuing authority: its own duty is done, the result is pending.',
    vi: 'Trình cấp có thẩm quyền',
    recordedBy: 'Lead unit',
    data: z.strictObject({ ...taskId, document: document(), submittedOn: day() }),
  },
  IssuedByAuthority: {
    schemaVersion: 1,
    says: 'The authority issues the document.',
    vi: 'Cấp có thẩm quyền ban hành',
    recordedBy: 'Office or an integrated service',
    data: z.strictObject({ ...taskId, document: document(), issuedOn: day() }),
  },
  MilestoneReached: {
    schemaVersion: 1,
    says: 'The milestone of a task that goes on with a series of reports is reached; the task stays open.',
    vi: 'Đạt mốc, tiếp tục báo cáo định kỳ',
    recordedBy: 'Lead unit',
    data: z.strictObject({ ...taskId, evidence: z.array(evidence()), reachedOn: day() }),
  },
} as const satisfies EventCatalogue;
