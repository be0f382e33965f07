import type { EventStore } from '@thidua/event-store';

/** The store with some of its answers replaced: how defects of a store are planted. */
export const wrappedLog = (log: EventStore, replaced: Partial<EventStore>): EventStore => ({
  append: (request) => log.append(request),
  readStream: (stream, options) => log.readStream(stream, options),
  readAll: (options) => log.readAll(options),
  head: () => log.head(),
  positionAt: (recordedAt) => log.positionAt(recordedAt),
  findCommand: (commandId) => log.findCommand(commandId),
  wake: (after, options) => log.wake(after, options),
  close: () => log.close(),
  ...replaced,
});
