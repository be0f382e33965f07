import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';

const { day, id, month } = fields;

/** The monthly briefing (giao ban) as a cut-off for reports; what is said at it stands with the tasks. */
export const briefingEvents = {
  BriefingOpened: {
    schemaVersion: 1,
    says: 'A month begins; its progress reports are owed by the cut-off day.',
    vi: 'Mở kỳ báo cáo giao ban',
    recordedBy: 'System (timers)',
    data: z.strictObject({ month: month(), cutOffOn: day(), openedOn: day() }),
  },
  BriefingClosed: {
    schemaVersion: 1,
    says: 'The cut-off day is over; these units owe the month’s report on these tasks. A later report is late.',
    vi: 'Chốt báo cáo giao ban',
    recordedBy: 'System (timers)',
    data: z.strictObject({
      month: month(),
      cutOffOn: day(),
      /** The first working day after the cut-off, on which it was to be closed. */
      forOn: day(),
      notReported: z.array(z.strictObject({ unitId: id(), taskIds: z.array(id()).min(1) })),
      closedOn: day(),
    }),
  },
} as const satisfies EventCatalogue;

export type BriefingEvent = EventsOf<typeof briefingEvents>;
type FactsByType = {
  readonly [K in BriefingEvent['type']]: z.infer<(typeof briefingEvents)[K]['data']>;
};
export type BriefingFacts<K extends BriefingEvent['type']> = FactsByType[K];
