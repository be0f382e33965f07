import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { decision, eventIds } from '../../nd335/facts/fact-fields';
import { amount } from '../../nd335/rule-set/parameter';

const { id, line, text, year } = fields;

/** In the order in which they are given; a survey of outsiders stands beside them. */
export const STAGES = ['SELF', 'CROSS', 'APPRAISED', 'FINAL'] as const;
export type Stage = (typeof STAGES)[number];

/** What one stage says of an item: measured (`value`, with `of` for a share), or the points themselves. */
const mark = z.strictObject({
  stage: z.enum([...STAGES, 'SURVEY']),
  /** FIXED: `1` when met, else `0`. RATIO and BANDS: done. COUNT: how many. */
  value: amount().nullable().default(null),
  /** RATIO and BANDS: planned. */
  of: amount().nullable().default(null),
  points: amount().nullable().default(null),
  /** Who marked it, by id. */
  actor: id(),
  /** When, as an instant with its offset. */
  at: z.iso.datetime({
    offset: true,
    error: 'phải là thời điểm, ví dụ "2026-12-01T08:00:00+07:00" (must be an instant)',
  }),
  reason: text(1000),
  eventIds: eventIds(),
});
export type MarkFacts = z.infer<typeof mark>;

/** What proves an item: one of the four. */
const evidence = z
  .strictObject({
    /** Number of a document as written. */
    document: text(200).nullable().default(null),
    taskId: id().nullable().default(null),
    productId: id().nullable().default(null),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'phải là SHA-256 dạng hex (must be SHA-256 in hex)' })
      .nullable()
      .default(null),
    eventIds: eventIds(),
  })
  .refine(
    ({ document, taskId, productId, sha256 }) =>
      [document, taskId, productId, sha256].some((each) => each !== null),
    {
      error:
        'cần document, taskId, productId hoặc sha256 (needs a document, a task, a product or a file hash)',
    },
  );
export type EvidenceFacts = z.infer<typeof evidence>;

const markedItem = z.strictObject({
  itemId: id(),
  /** Set where the item had no occasion to arise. */
  notArisen: z
    .strictObject({ ...decision, eventIds: eventIds() })
    .nullable()
    .default(null),
  marks: z.array(mark).default([]),
  evidence: z.array(evidence).default([]),
});
export type MarkedItem = z.infer<typeof markedItem>;

const entry = z.strictObject({
  /** The unit or agency that is scored. */
  id: id(),
  /** The bloc in which it is ranked. */
  groupId: id(),
  items: z.array(markedItem).default([]),
});
export type EntryFacts = z.infer<typeof entry>;

const group = z.strictObject({
  id: id(),
  title: line(200).nullable().default(null),
  /** Who goes first among equals, best first, as the authority decided. */
  tieBreak: z
    .strictObject({ order: z.array(id()).min(2), ...decision, eventIds: eventIds() })
    .nullable()
    .default(null),
});
export type BlocFacts = z.infer<typeof group>;

/** What was marked in a year on a local table. */
export const tableFactsSchema = z.strictObject({
  format: z.literal('thidua-table-facts/1', {
    error: 'phải là "thidua-table-facts/1" (must be "thidua-table-facts/1")',
  }),
  year: year(),
  agencyId: id(),
  groups: z.array(group).default([]),
  entries: z.array(entry).min(1),
});
export type TableFacts = z.infer<typeof tableFactsSchema>;
export type WrittenTableFacts = z.input<typeof tableFactsSchema>;
