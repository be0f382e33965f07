import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';
import { amount } from '../fraction-fields';

const { day, document, id, line } = fields;

/** Article 13.1: products are sorted into at most five groups by complexity. */
export const GROUP_COUNT_MAX = 5;

const product = z.strictObject({
  productId: id(),
  name: line(500),
  groupId: id(),
  /** Standard products that one unit is worth, exact: `5/2`. */
  coefficient: amount(),
});
export type CatalogueProduct = z.infer<typeof product>;

/** The products of an agency by which work is converted. A version is never changed: the next one takes its place. */
export const catalogueEvents = {
  CatalogueIssued: {
    schemaVersion: 1,
    says: 'The head of the agency decides the catalogue of products with their coefficients (decree 335/2025, article 13).',
    vi: 'Ban hành danh mục sản phẩm',
    recordedBy: 'Director',
    data: z.strictObject({
      agencyId: id(),
      version: z.number().int().positive(),
      groups: z
        .array(z.strictObject({ groupId: id(), name: line(200) }))
        .min(1)
        .max(20),
      /** The product with the coefficient 1. */
      standardProductId: id(),
      products: z.array(product).min(1).max(5000),
      document: document(),
      inForceFrom: day(),
    }),
  },
} as const satisfies EventCatalogue;

export type CatalogueEvent = EventsOf<typeof catalogueEvents>;
