import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { OFFICE_HEAD } from './office-over-http';

/** A request whose second half is held back, so that a test decides how long it is in flight. */
export interface SlowUpload {
  /** Sends the rest and waits for the answer. */
  finish(): Promise<{ readonly status: number; readonly body: string }>;
  /** What became of a request that was never finished. */
  readonly cutOff: Promise<string>;
}

/** Begins the upload of a plan and resolves when its first half is on the way. */
export async function beginUpload(
  url: string,
  plan: Buffer,
  headers: Record<string, string> = {},
): Promise<SlowUpload> {
  const query = 'fileName=ke-hoach-mau-2025.txt&number=05%2FKH-SCT&date=2025-01-10';
  const upload: ClientRequest = request(`${url}/v1/plans?${query}`, {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'text/plain',
      'content-length': plan.length,
      'x-actor-id': OFFICE_HEAD,
      ...headers,
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    upload.once('response', resolve).once('error', reject);
  });
  const cutOff = answered.then(
    ({ statusCode }) => `answered ${String(statusCode)}`,
    (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error),
  );
  const half = Math.floor(plan.length / 2);
  await new Promise<void>((sent, failed) => {
    upload.once('error', failed);
    upload.write(plan.subarray(0, half), () => {
      sent();
    });
  });
  return {
    cutOff,
    finish: async () => {
      upload.end(plan.subarray(half));
      const response = await answered;
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      return {
        status: response.statusCode ?? 0,
        body: Buffer.concat(chunks).toString('utf8'),
      };
    },
  };
}
