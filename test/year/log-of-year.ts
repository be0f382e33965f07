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

/** What happened, stream by stream, without the ids and times that the log gave it. */
export function digestOf(log: readonly LogEntry[]): string {
  const place = ({ stream, revision }: LogEntry): string =>
    `${stream} ${String(revision).padStart(6, '0')}`;
  const lines = log
    .map((entry) => {
      const { stream, revision, type, data, occurredAt } = entry;
      return `${place(entry)} ${canonicalJson([stream, revision, type, data, occurredAt])}\n`;
    })
    .toSorted();
  return sha256(lines.join(''));
}
