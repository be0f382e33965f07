import type { Server } from 'node:http';

/** How often connections are closed whose last answer has just gone out. */
const LOOK_EVERY_MS = 50;

/**
 * Takes no new connection and resolves when every request in flight has its answer, or when `timeoutMs` have passed: an
 * answer that has no end (a live feed) is then cut off.
 */
export async function drainServer(server: Server, timeoutMs: number): Promise<void> {
  // A connection that a browser keeps open without asking anything would hold up the end.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
  try {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
