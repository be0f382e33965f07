import type { EventStore } from '@thidua/event-store';
import type { RecordedEvent } from '@thidua/kernel';
import type { Reactor } from '@thidua/projections';
import { CommandRunner } from '../../../libs/application/src/calls/command-runner';
import { derivedId } from '../../../libs/application/src/calls/derived-call';
import { clerk, folder } from './papers';

export const REPLIER = 'replier';

/** The id of the command that answers an event: the same however often the event is handed over. */
export const replyCommandId = (event: RecordedEvent): string => derivedId(REPLIER, event.id);

export const asksForReply = ({ type, data }: RecordedEvent): boolean =>
  type === 'Counted' && (data as { readonly label?: string }).label === 'ask';

/** The process manager: whoever asks gets one reply, all of them in one busy stream. */
export const replier = (
  store: EventStore,
  commandIdOf: (event: RecordedEvent) => string,
): Reactor => ({
  name: REPLIER,
  types: ['Counted'],
  handle: async (event) => {
    if (!asksForReply(event)) return;
    await new CommandRunner(store).run(folder, {
      id: 'replies',
      command: { type: 'Reply', data: { to: event.id } },
      call: {
        commandId: commandIdOf(event),
        correlationId: event.metadata.correlationId,
        causationId: event.id,
        actor: { kind: 'system' },
        occurredAt: event.metadata.occurredAt,
        expectedRevision: null,
      },
      contextOf: () => clerk,
    });
  },
});
