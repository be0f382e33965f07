import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerKnock, type Settings } from '@thidua/platform';
import { noSuchRoute, refusal, routes, type Answer, type Sources } from './answers';

/** The worker's own small door: health and metrics, nothing else. */
export interface Listener {
  readonly url: string;
  close(): Promise<void>;
}

/** @throws the system's error when the port cannot be opened. */
export async function openListener(
  sources: Sources,
  { host, metricsPort, apiToken }: Pick<Settings, 'host' | 'metricsPort' | 'apiToken'>,
): Promise<Listener> {
  const server = createServer((request, response) => {
    void answerTo(request, sources, apiToken).then(({ status, type, body }) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    });
  });
  await listen(server, metricsPort, host);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${nameOf(host)}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** How this machine itself reaches an address that was listened on. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

async function answerTo(
  { method, url = '/', headers }: IncomingMessage,
  sources: Sources,
  apiToken: string | null,
): Promise<Answer> {
  const path = url.split('?')[0] ?? '/';
  const route = routes.get(path);
  const { host, authorization } = headers;
  const knock = { host, authorization, isPublic: route?.isPublic ?? false };
  const entry = answerKnock(knock, apiToken);
  if (entry === 'wrong-host') return refusal(421, 'WRONG_HOST', 'Sai tên máy chủ (wrong host)');
  if (entry === 'no-token') {
    return refusal(401, 'UNAUTHENTICATED', 'Cần mã truy cập (an access token is needed)');
  }
  if (route === undefined) return noSuchRoute();
  if (method !== 'GET') {
    return refusal(405, 'METHOD_NOT_ALLOWED', 'Chỉ nhận GET (GET only)');
  }
  return route
    .answer(sources)
    .catch(() => refusal(500, 'INTERNAL', 'Lỗi của hệ thống (an error of this system)'));
}
