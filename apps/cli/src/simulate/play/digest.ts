import { canonicalJson, sha256 } from '@thidua/evidence';
import type { LogEntry } from '../log/log-entry';

/** What was played, as recorded: how many events, and one hash over them. */
export interface Recorded {
  readonly events: number;
  /** SHA-256, lower-case hex. */
  readonly digest: string;
}

/**
 * One hash over the events of the named streams, by stream and revision: each event is the RFC 8785 form of
 * `[stream, revision, type, data, occurredAt]` followed by a line end. Position and `recordedAt` stay out, because they
 * say when the log took an event and not what happened.
 */
export function digestOfStreams(
  entries: readonly LogEntry[],
  streams: ReadonlySet<string>,
): Recorded {
  const events = entries
    .filter(({ stream }) => streams.has(stream))
    .toSorted(
      (one, other) =>
        (one.stream < other.stream ? -1 : one.stream > other.stream ? 1 : 0) ||
        one.revision - other.revision,
    );
  const lines = events.map(
    ({ stream, revision, type, data, occurredAt }) =>
      `${canonicalJson([stream, revision, type, data, occurredAt])}\n`,
  );
  return { events: events.length, digest: sha256(lines.join('')) };
}
