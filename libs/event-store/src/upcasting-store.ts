import type { Upcast } from '@thidua/kernel';
import type { EventStore } from './event-store';

/**
 * The same log, read in today's schema: decisions, projections and reactors see every event as if it had been recorded
 * now. What is stored stays as it was, so proofs over the log are taken from the store itself.
 */
export const upcastingStore = (store: EventStore, upcast: Upcast): EventStore => ({
  append: (request) => store.append(request),
  readStream: async (stream, options) => (await store.readStream(stream, options)).map(upcast),
  readAll: async (options) => {
    const slice = await store.readAll(options);
    return { ...slice, events: slice.events.map(upcast) };
  },
  head: () => store.head(),
  positionAt: (recordedAt) => store.positionAt(recordedAt),
  findCommand: (commandId) => store.findCommand(commandId),
  wake: (after, options) => store.wake(after, options),
  close: () => store.close(),
});
