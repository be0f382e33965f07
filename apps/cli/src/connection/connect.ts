import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from '../failures/command-failure';
import type { Progress } from '../output/progress';
import type { ConnectionSettings } from '../settings/cli-settings';
import { apiClient, type ApiClient } from './api-client';
import { apiEntry, startPrivateServer, type PrivateServer } from './private-server';

/** Gives the command an API to talk to and takes it back afterwards, whether the command succeeded or not. */
export type Connect = <T>(use: (api: ApiClient) => Promise<T>) => Promise<T>;

export interface ConnectParts {
  /** Read when a command first needs the API, so that wrong options are told then. */
  readonly settings: () => ConnectionSettings;
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
}

/** How long a data folder may be held by a process that does not serve yet. */
const WAIT_MS = 30_000;
const ASK_AGAIN_MS = 250;

/** A server somebody else runs has nothing to stop. */
interface Found {
  readonly url: string;
  stop(): Promise<void>;
}

const elsewhere = (url: string): Found => ({ url, stop: () => Promise.resolve() });

/** One connection for each command: a stated server, the one that holds the data folder, or a private one. */
export function connectBy(parts: ConnectParts): Connect {
  return async (use) => {
    const settings = parts.settings();
    const { apiToken, headers } = settings;
    const server = await findServer(parts, settings);
    const authorization = apiToken === null ? {} : { Authorization: `Bearer ${apiToken}` };
    const client = apiClient({ url: server.url, headers: { ...headers, ...authorization } });
    const release = stopOnInterrupt(server);
    try {
      return await use(client);
    } finally {
      release();
      await server.stop();
    }
  };
}

async function findServer(parts: ConnectParts, settings: ConnectionSettings): Promise<Found> {
  const { url, dataDir } = settings;
  if (url !== null) return elsewhere(url);
  parts.progress.says('Đang mở dữ liệu…');
  if (dataDir === null) return start(parts, null);
  return findOnFolder(parts, dataDir);
}

const start = ({ environment }: ConnectParts, dataDir: string | null): Promise<PrivateServer> =>
  startPrivateServer({ entry: apiEntry(), dataDir, environment });

/** Another command may take the folder between the question and our start; then its turn is waited for. */
async function findOnFolder(parts: ConnectParts, dataDir: string): Promise<Found> {
  const { askLockHolder } = await import('@thidua/database');
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const holder = await askLockHolder(dataDir).catch(() => ({ pid: 0, url: null }));
    if (holder === null) {
      const started = await start(parts, dataDir).catch(async (error: unknown) => {
        if ((await askLockHolder(dataDir).catch(() => null)) === null) throw error;
        return null;
      });
      if (started !== null) return started;
    } else if (holder.url !== null && (await answers(holder.url))) {
      return elsewhere(holder.url);
    }
    if (Date.now() > deadline) throw heldTooLong(dataDir, holder?.pid ?? 0);
    parts.progress.says('Dữ liệu đang được lệnh khác dùng, đang chờ…');
    await sleep(ASK_AGAIN_MS);
  }
}

/** A server on its way out still holds the folder for a moment but no longer takes connections. */
const answers = (url: string): Promise<boolean> =>
  fetch(new URL('/health', url)).then(
    () => true,
    () => false,
  );

const heldTooLong = (dataDir: string, pid: number): CommandFailure =>
  new CommandFailure(
    'DATA_FOLDER_BUSY',
    `Thư mục dữ liệu ${dataDir} đang do tiến trình ${pid === 0 ? 'khác' : pid} giữ và không phục vụ ` +
      `sau ${WAIT_MS / 1000} giây chờ. Hãy đợi lệnh kia xong hoặc dừng tiến trình đó rồi chạy lại.`,
  );

/** Ctrl-C ends the private server cleanly before the command goes. */
function stopOnInterrupt(server: Found): () => void {
  const interrupt = (): void => {
    void server.stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  return () => process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
}
