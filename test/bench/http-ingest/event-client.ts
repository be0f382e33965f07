import { Agent, request } from 'node:http';

/** Sends CloudEvents over connections that stay open. */
export interface EventClient {
  /** One event in structured mode. @throws Error when the answer is not 200. */
  readonly sendOne: (event: object) => Promise<void>;
  /** Several in batched mode. @throws Error when the answer is not 200. */
  readonly sendBatch: (events: readonly object[]) => Promise<void>;
  readonly close: () => void;
}

export function openEventClient(url: string): EventClient {
  const agent = new Agent({ keepAlive: true });
  const post = async (type: string, body: unknown): Promise<void> => {
    const { status, text } = await answerTo(`${url}/v1/events`, { agent, type }, body);
    if (status !== 200) throw new Error(`${status} ${detailOf(text)}`);
  };
  return {
    sendOne: (event) => post('application/cloudevents+json', event),
    sendBatch: (events) => post('application/cloudevents-batch+json', events),
    close: () => {
      agent.destroy();
    },
  };
}

/** What problem details (RFC 9457) say to a person; else the beginning of whatever was answered. */
function detailOf(text: string): string {
  try {
    return String((JSON.parse(text) as { readonly detail?: unknown }).detail);
  } catch {
    return text.slice(0, 200);
  }
}

const answerTo = (
  url: string,
  { agent, type }: { readonly agent: Agent; readonly type: string },
  body: unknown,
): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': type } });
    sent.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    sent.end(JSON.stringify(body));
  });
