import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CommandFailure } from '../failures/command-failure';

/** An API process that serves one command and ends with it. */
export interface PrivateServer {
  readonly url: string;
  /** Asks it to end and waits until it has: everything it took is on disk then. */
  stop(): Promise<void>;
}

export interface PrivateServerOptions {
  /** The API's compiled entry point. */
  readonly entry: string;
  /** Null: the database of `DATABASE_URL`. */
  readonly dataDir: string | null;
  readonly environment: NodeJS.ProcessEnv;
}

/** Past this the server is killed: a command that never returns helps nobody, and the log survives a kill. */
const STOP_TIMEOUT_MS = 20_000;
const ERROR_TEXT_MAX = 20_000;

/** Where the build puts the API, seen from this compiled file. */
export const apiEntry = (): string => join(__dirname, '../../../api/src/main.js');

/**
 * Starts the API on a free port of the loopback interface and waits until it is ready.
 * @throws CommandFailure with the server's own line when it ends before it is ready.
 */
export async function startPrivateServer(options: PrivateServerOptions): Promise<PrivateServer> {
  const { entry, dataDir, environment } = options;
  if (!existsSync(entry)) {
    throw new CommandFailure(
      'API_NOT_BUILT',
      `Không thấy máy chủ đã biên dịch tại ${entry}. Hãy chạy: npm run build.`,
    );
  }
  const child = spawn(
    process.execPath,
    // Options of Node that the command was started with hold for its server too.
    [...process.execArgv, '--require', require.resolve('./end-with-parent'), entry],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...environment,
        PORT: '0',
        HOST: '127.0.0.1',
        THIDUA_QUIET: '1',
        THIDUA_PRIVATE: '1',
        // Nobody else may be following the log, and a projection never runs twice: its checkpoint is locked.
        BACKGROUND: environment['BACKGROUND'] ?? 'on',
        ...(dataDir === null ? {} : { DATA_DIR: dataDir, DATABASE_URL: '' }),
      },
    },
  );
  const url = await readyUrl(child);
  return { url, stop: () => stop(child) };
}

function readyUrl(child: ChildProcess): Promise<string> {
  let errors = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (chunk: string) => {
    errors = (errors + chunk).slice(-ERROR_TEXT_MAX);
  });
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => {
      reject(startFailure(cause.message));
    });
    // `close` comes after the last byte of both pipes, so the server's own words are complete.
    child.once('close', () => {
      reject(startFailure(lastWords(errors)));
    });
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = urlOfReadyLine(line);
      if (url !== null) resolve(url);
    });
  });
}

const startFailure = (reason: string): CommandFailure =>
  new CommandFailure('SERVER_NOT_STARTED', reason);

/** The line the server ends with when it cannot start, without the stack trace that an unforeseen fault brings along. */
function lastWords(errors: string): string {
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  const stackStart = lines.findIndex((line) => /^\s+at /.test(line));
  const words = stackStart > 0 ? lines[stackStart - 1] : lines.at(-1);
  return words?.trim() ?? 'Máy chủ riêng của lệnh dừng trước khi sẵn sàng.';
}

function urlOfReadyLine(line: string): string | null {
  try {
    const value = JSON.parse(line) as { readonly ready?: unknown; readonly url?: unknown } | null;
    return value?.ready === true && typeof value.url === 'string' ? value.url : null;
  } catch {
    return null;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(kill);
}
