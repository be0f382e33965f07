import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';
import { definitionSchema } from '../definition.schema';

const { day, id, reason } = fields;

/** The flows an office publishes for itself, beside the shipped ones. Stream `workflow-<id>`. */
export const workflowEvents = {
  WorkflowPublished: {
    schemaVersion: 1,
    says: 'A version of a flow is published; new tasks may begin under it. The event carries the whole definition.',
    vi: 'Ban hành quy trình',
    recordedBy: 'Office, Director or deputy director',
    data: z.strictObject({ workflowId: id(), definition: definitionSchema, publishedOn: day() }),
  },
  WorkflowRetired: {
    schemaVersion: 1,
    says: 'No new task begins under this version of a flow; running tasks go on under it.',
    vi: 'Ngừng dùng quy trình',
    recordedBy: 'Office, Director or deputy director',
    data: z.strictObject({
      workflowId: id(),
      version: z.number().int().positive(),
      reason: reason(),
      retiredOn: day(),
    }),
  },
} as const satisfies EventCatalogue;

export type WorkflowEvent = EventsOf<typeof workflowEvents>;
