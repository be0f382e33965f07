import {
  InMemoryEventStore,
  type AppendRequest,
  type AppendResult,
  type EventStore,
} from '@thidua/event-store';
import {
  instantOf,
  type Instant,
  type Position,
  type RecordedEvent,
  type Revision,
} from '@thidua/kernel';
import type { World } from '../world/world';
import { wrappedLog } from './wrapped-log';

const soundLog = (world: World): InMemoryEventStore => new InMemoryEventStore(world.logClock);

/** A sequence: the position is taken when the append begins, and others see it only once it commits. */
export function positionBeforeCommit(world: World): EventStore {
  const log = soundLog(world);
  const uncommitted = new Set<Position>();
  return wrappedLog(log, {
    append: async (request) => {
      const result = await log.append(request);
      if (result.outcome === 'conflict' || result.repeated) return result;
      const { firstPosition, lastPosition } = result;
      for (let one = firstPosition; one <= lastPosition; one += 1n) uncommitted.add(one);
      await world.time.sleep(world.chance.below(40));
      for (let one = firstPosition; one <= lastPosition; one += 1n) uncommitted.delete(one);
      return result;
    },
    readAll: async (options) => {
      const slice = await log.readAll(options);
      const events = slice.events.filter(({ position }) => !uncommitted.has(position));
      return { ...slice, events };
    },
  });
}

/** No flush before the answer: a crash takes what was written in the last milliseconds with it. */
export function acknowledgedBeforeFlush(world: World, flushMs = 60): EventStore {
  let log = soundLog(world);
  const written: { readonly request: AppendRequest; readonly atMs: number }[] = [];
  world.onLogCrash(() => {
    while ((written.at(-1)?.atMs ?? -Infinity) > world.time.nowMs - flushMs) written.pop();
    log = soundLog(world);
    for (const { request } of written) void log.append(request);
  });
  const append = async (request: AppendRequest): Promise<AppendResult> => {
    const result = await log.append(request);
    if (result.outcome === 'appended' && !result.repeated)
      written.push({ request: { ...request, expected: 'any' }, atMs: world.time.nowMs });
    return result;
  };
  return {
    ...wrappedLog(log, { append }),
    readStream: (stream, options) => log.readStream(stream, options),
    readAll: (options) => log.readAll(options),
    head: () => log.head(),
    findCommand: (commandId) => log.findCommand(commandId),
    wake: (after, options) => log.wake(after, options),
  };
}

/** Which commands were taken is only remembered in the memory of the log's process. */
export function commandsForgotten(world: World): EventStore {
  const log = soundLog(world);
  const remembered = new Map<string, string>();
  world.onLogCrash(() => {
    remembered.clear();
  });
  const innerId = (commandId: string): string => {
    const known = remembered.get(commandId) ?? world.chance.uuid();
    remembered.set(commandId, known);
    return known;
  };
  return wrappedLog(log, {
    append: (request) => log.append({ ...request, commandId: innerId(request.commandId) }),
    findCommand: (commandId) => log.findCommand(innerId(commandId)),
  });
}

/** Whether an event id is taken is not asked. The sound log inside is shown another id, and readers the given one. */
export function eventIdsUnchecked(world: World): EventStore {
  const log = soundLog(world);
  const owners = new Map<string, string>();
  const given = new Map<string, string>();
  const innerId = (id: string, commandId: string): string => {
    const owner = owners.get(id) ?? commandId;
    owners.set(id, owner);
    if (owner === commandId) return id;
    const other = world.chance.uuid();
    given.set(other, id);
    return other;
  };
  const asGiven = (event: RecordedEvent): RecordedEvent => ({
    ...event,
    id: given.get(event.id) ?? event.id,
  });
  return wrappedLog(log, {
    append: ({ events, ...request }) =>
      log.append({
        ...request,
        events: events.map((event) => ({ ...event, id: innerId(event.id, request.commandId) })),
      }),
    readStream: async (stream, options) => (await log.readStream(stream, options)).map(asGiven),
    readAll: async (options) => {
      const slice = await log.readAll(options);
      return { ...slice, events: slice.events.map(asGiven) };
    },
  });
}

/** The expected revision is compared first and the events are written a little later, with nothing in between. */
export function racyExpectation(world: World): EventStore {
  const log = soundLog(world);
  return wrappedLog(log, {
    append: async (request) => {
      const { stream, expected } = request;
      const actual = (await log.readStream(stream)).at(-1)?.revision ?? null;
      const isStale = typeof expected === 'number' ? actual !== expected : actual !== null;
      if (expected !== 'any' && isStale && (await log.findCommand(request.commandId)) === null)
        return { outcome: 'conflict', stream, expected, actual };
      await world.time.sleep(world.chance.below(10));
      return log.append({ ...request, expected: 'any' });
    },
  });
}

/** A revision is what its writer expected and one more, without a look at what the stream has come to meanwhile. */
export function revisionsAsExpected(world: World): EventStore {
  const log = racyExpectation(world);
  const revisions = new Map<Position, Revision>();
  return wrappedLog(log, {
    append: async (request) => {
      const result = await log.append(request);
      const { expected } = request;
      if (result.outcome === 'appended' && !result.repeated && typeof expected === 'number')
        revisions.set(result.firstPosition, expected + 1);
      return result;
    },
    readAll: async (options) => {
      const slice = await log.readAll(options);
      const events = slice.events.map((event) => {
        const revision = revisions.get(event.position) ?? event.revision;
        return { ...event, revision };
      });
      return { ...slice, events };
    },
  });
}

/** Times are taken from the clock as it stands, also when it was set back. */
export function rawClock(world: World): EventStore {
  const log = soundLog(world);
  const times: Instant[] = [];
  return wrappedLog(log, {
    append: async (request) => {
      const now = instantOf(world.logClock());
      const result = await log.append(request);
      const head = Number(await log.head());
      while (times.length < head) times.push(now);
      return result;
    },
    readAll: async (options) => {
      const slice = await log.readAll(options);
      const events = slice.events.map((event) => {
        const recordedAt = times[Number(event.position) - 1] ?? event.recordedAt;
        return { ...event, recordedAt };
      });
      return { ...slice, events };
    },
  });
}

/** Nobody looks at the log again when a wake-up was lost. */
export function wakeWithoutPoll(world: World): EventStore {
  const log = soundLog(world);
  const forEverMs = 2 ** 31 - 1;
  return wrappedLog(log, {
    wake: (after, options) => log.wake(after, { ...options, timeoutMs: forEverMs }),
  });
}
