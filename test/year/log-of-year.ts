import { canonicalJson, sha256 } from '@thidua/evidence';
import { answer } from '../processes/office-over-http';

export interface LogEntry {
  readonly eventId: string;
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly actor: {
    readonly id: string;
    readonly onBehalfOf: { readonly personId: string; readonly legalBasis: string } | null;
  };
  readonly data: Readonly<Record<string, unknown>>;
}

/** All that is recorded, in the order of the log. */
export async function readLog(url: string): Promise<readonly LogEntry[]> {
  const { head } = await answer<{ readonly head: string }>(`${url}/health`);
  const response = await fetch(`${url}/v1/audit?after=${head}`, {
    headers: { accept: 'application/x-ndjson' },
  });
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as LogEntry);
}

/** One hash a stream over what happened in it, without the ids and times that the log gave it. */
export function digestsOf(log: readonly LogEntry[]): Readonly<Record<string, string>> {
  const streams = new Map<string, string[]>();
  for (const { stream, revision, type, data, occurredAt } of log) {
    const lines = streams.get(stream) ?? [];
    lines.push(canonicalJson([revision, type, data, occurredAt]));
    streams.set(stream, lines);
  }
  return Object.fromEntries(
    [...streams].map(([stream, lines]) => [stream, sha256(lines.join('\n'))]),
  );
}
