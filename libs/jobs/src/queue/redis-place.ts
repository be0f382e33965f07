import { createRedisBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Json } from '@thidua/kernel';
import { JobQueueUnreachable } from '../job-errors';
import type { JobResult } from '../jobs';
import { QUEUE_NAME, type PlaceListener, type QueuePlace } from './queue-place';

const CONNECT_TIMEOUT_MS = 5_000;
/** Longest pause between two attempts to reach a Redis that went away. */
const RECONNECT_MOST_MS = 2_000;

/** Host, port and database only: enough to recognise the server, nothing to hide. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return '(URL không hợp lệ, not a valid URL)';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** One connection, tried and given up: a start must not wait for a Redis that is not there. */
async function probe(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let fault: unknown = null;
  client.on('error', (error) => (fault ??= error));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw new JobQueueUnreachable(withoutPassword(url), fault ?? error);
  } finally {
    client.disconnect();
  }
}

/**
 * The queue on Redis. Giving a job fails at once while Redis is away; the worker waits for it to come back.
 * @throws JobQueueUnreachable
 */
export async function openRedisPlace(
  url: string,
  prefix: string,
  { onTrouble, onRecovered }: PlaceListener,
): Promise<QueuePlace> {
  await probe(url);
  let isClosing = false;
  const retryStrategy = (times: number): number | null =>
    isClosing ? null : Math.min(times * 200, RECONNECT_MOST_MS);
  const connection = { lazyConnect: true, connectTimeout: CONNECT_TIMEOUT_MS, retryStrategy };
  const giving = new Redis(url, {
    ...connection,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
  });
  const working = new Redis(url, { ...connection, maxRetriesPerRequest: null });
  for (const client of [giving, working]) client.on('error', onTrouble).on('ready', onRecovered);
  await Promise.all([giving.connect(), working.connect()]);
  return {
    kind: 'redis',
    createQueue: (options) =>
      new Queue<Json, JobResult>(
        QUEUE_NAME,
        { ...options, prefix, connection: giving },
        createRedisBackend,
      ),
    createWorker: (process, options) =>
      new Worker<Json, JobResult>(
        QUEUE_NAME,
        process,
        { ...options, prefix, connection: working },
        createRedisBackend,
      ),
    stopReconnecting: () => {
      isClosing = true;
    },
    close: () => {
      for (const client of [giving, working]) client.disconnect();
      return Promise.resolve();
    },
  };
}
