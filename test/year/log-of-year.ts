import { canonicalJson, sha256 } from '@thidua/evidence';
import { answer, OFFICE_HEAD } from '../processes/office-over-http';

export interface LogEntry {
  readonly eventId: string;
  readonly position: string;
  readonly stream: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly taskId: string | null;
  readonly actorId: string;
  readonly onBehalfOf: string | null;
  readonly legalBasis: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** All that is recorded, in the order of the log. */
export async function readLog(url: string): Promise<readonly LogEntry[]> {
  const { head } = await answer<{ readonly head: string }>(`${url}/health`);
  const response = await fetch(`${url}/v1/audit?after=${head}`, {
    headers: { accept: 'application/x-ndjson', 'x-actor-id': OFFICE_HEAD },
  });
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as LogEntry);
}

/**
 * One hash a stream over what happened in it, without the ids and times that the log gave it. Process managers follow in
 * their own time, so the order is that of the hours at which things happened, not that in which they were recorded.
 */
export function digestsOf(log: readonly LogEntry[]): Readonly<Record<string, string>> {
  const streams = new Map<string, string[]>();
  for (const { stream, type, data, occurredAt } of log) {
    const lines = streams.get(stream) ?? [];
    lines.push(canonicalJson([occurredAt, type, data]));
    streams.set(stream, lines);
  }
  const digests = [...streams].map(([stream, lines]) => [
    stream,
    sha256(lines.toSorted().join('\n')),
  ]);
  return Object.fromEntries(digests) as Record<string, string>;
}
