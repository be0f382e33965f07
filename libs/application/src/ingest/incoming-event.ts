import { digestOf } from '@thidua/evidence';
import type { Instant } from '@thidua/kernel';
import { openTaskCommands, type TaskCommand } from '@thidua/task';
import type { Call } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
import { derivedId } from '../calls/derived-call';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';

/** A fact that another system sends, already known to be a CloudEvent 1.0. */
export interface IncomingEvent {
  /** Unique within its source. */
  readonly id: string;
  readonly source: string;
  /** `vn.thidua.task.<EventType>`, e.g. `vn.thidua.task.ProgressReported`. */
  readonly type: string;
  /** Task id, or its number where only one plan has it. */
  readonly subject: string;
  /** When it happened; when it is taken, if the sender does not say. */
  readonly time: Instant | null;
  readonly data: unknown;
  /** The person who did it (CloudEvents extension `authid`); the sending service itself when absent. */
  readonly actorId: string | null;
}

const PREFIX = 'vn.thidua.task.';

/** The incoming fact's type names the event; the command whose principal event that is decides whether it can be. */
const commandOfFact: ReadonlyMap<string, string> = new Map(
  Object.entries(openTaskCommands).flatMap(([command, { records }]) =>
    records[0] === undefined ? [] : [[`${PREFIX}${records[0]}`, command]],
  ),
);

/** The types that are taken, in alphabetical order. */
export const acceptedEventTypes: readonly string[] = [...commandOfFact.keys()].sort();

/**
 * The command that an event stands for, and the call it arrives with in place of the request's own.
 * @throws CommandRejected EVENT_TYPE_UNKNOWN, OCCURRED_IN_FUTURE; InvalidInput
 */
export function commandFor(
  event: IncomingEvent,
  call: Call,
  now: Instant,
): { readonly command: TaskCommand; readonly call: Call } {
  const name = commandOfFact.get(event.type);
  if (name === undefined) {
    return rejectCall('EVENT_TYPE_UNKNOWN', { type: event.type, known: acceptedEventTypes });
  }
  // Unique by source and id (CloudEvents 1.0.2, section 3.1.1): one command, whose content may not change.
  const commandId = derivedId('cloudevent', event.source, event.id);
  const taken: Call = {
    ...call,
    commandId,
    causationId: commandId,
    contentDigest: digestOf({ time: event.time, data: event.data ?? null, actorId: event.actorId }),
    actor:
      event.actorId === null
        ? { kind: 'service', serviceId: serviceOf(event.source) }
        : { kind: 'person', personId: event.actorId, onBehalfOf: null },
    occurredAt: event.time ?? call.occurredAt,
  };
  requireHappened(taken, now);
  return { command: readCommand(openTaskCommands, name, event.data), call: taken };
}

/** Ids of actors have a narrow alphabet; a source is any URI reference. */
const serviceOf = (source: string): string =>
  source
    .replace(/^[a-z]+:\/+/i, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 80) || 'service';
