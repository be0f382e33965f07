import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';

const { day, document, id } = fields;

/** A task and the unit that takes it over. */
export const taskShare = z.strictObject({ taskId: id(), unitId: id() });
export type TaskShare = z.infer<typeof taskShare>;

/** Units that become one, or one that becomes several. The ends of the merged units follow as `UnitEnded`. */
export const reorganisationEvents = {
  UnitMerged: {
    schemaVersion: 1,
    says: 'Other units are merged into this one from this day; each of them ends the day before, and its open work passes here.',
    vi: 'Sáp nhập đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({
      /** The unit that goes on. */
      unitId: id(),
      mergedUnitIds: z.array(id()).min(1),
      effectiveOn: day(),
      document: document(),
    }),
  },
  UnitSplit: {
    schemaVersion: 1,
    says: 'The unit is split from this day, with a stated share of its open tasks for each successor; it goes on only when it is named among them.',
    vi: 'Chia tách đơn vị',
    recordedBy: 'Office',
    data: z.strictObject({
      unitId: id(),
      intoUnitIds: z.array(id()).min(1),
      shares: z.array(taskShare),
      /** Takes every open task that no share names; null when the shares name them all. */
      restUnitId: id().nullable(),
      effectiveOn: day(),
      document: document(),
    }),
  },
} as const satisfies EventCatalogue;
