import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { definitionSchema } from '../definition.schema';

/** What can be asked of the flow that the stream names. */
export const workflowCommands = {
  PublishWorkflow: {
    says: 'Publish the next version of a flow.',
    vi: 'Ban hành quy trình',
    records: ['WorkflowPublished'],
    data: z.strictObject({ definition: definitionSchema }),
  },
  RetireWorkflow: {
    says: 'Let no new task begin under a version of a flow.',
    vi: 'Ngừng dùng quy trình',
    records: ['WorkflowRetired'],
    data: z.strictObject({ version: z.number().int().positive(), reason: fields.reason() }),
  },
} as const satisfies CommandCatalogue;

export type WorkflowCommand = CommandsOf<typeof workflowCommands>;
