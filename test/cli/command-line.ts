import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable, type Readable } from 'node:stream';
import { layEngine } from '@thidua/database/testing';
import { runCommandLine } from '../../apps/cli/src/program/run-command-line';

const root = resolve(__dirname, '../..');
const CLI = join(root, 'dist/apps/cli/src/main.js');
const API = join(root, 'dist/apps/api/src/main.js');

export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Only what a command is told here reaches it: nothing of the machine the tests run on. */
const environmentWith = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'test',
  ...extra,
});

/** A process that lives for seconds is not to spend them on optimising the embedded engine. */
const SHORT_LIVED = ['--liftoff-only'];

/** Starts the built command line in a process of its own. */
export function startThidua(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): ChildProcessByStdio<null, Readable, Readable> {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing: run npm run build`);
  return spawn(process.execPath, [...SHORT_LIVED, CLI, ...argv], {
    cwd: root,
    env: environmentWith(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the built command line to its end. */
export function runThidua(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<CommandRun> {
  const child = startThidua(argv, environment);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (exitCode) => {
      done({ exitCode, stdout: stdout(), stderr: stderr() });
    });
  });
}

/** Runs a command line in this process: spares the start of another one where the process is not the matter. */
export async function runThiduaHere(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<CommandRun> {
  const [stdout, stderr] = [new WrittenText(), new WrittenText()];
  const parts = { environment: environmentWith(environment), stdout, stderr };
  const exitCode = await runCommandLine(argv, parts);
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}

class WrittenText extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => (text += chunk));
  return () => text;
}

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The built API on a free port over its own data folder, with the sample office and plan. */
export function startApi(
  dataDir: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<TestServer> {
  const child = spawn(process.execPath, [...SHORT_LIVED, API], {
    cwd: root,
    env: environmentWith({ PORT: '0', DATA_DIR: dataDir, THIDUA_QUIET: '1', ...environment }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) =>
    child.once('exit', () => {
      done();
    }),
  );
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((ready, failed) => {
    child.once('exit', (code) => {
      failed(new Error(`The API ended with ${code}`));
    });
    createInterface({ input: child.stdout }).once('line', (line) => {
      const { url } = JSON.parse(line) as { readonly url: string };
      ready({ url, stop });
    });
  });
}

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** An empty folder; the data folders named in it hold an empty database already. */
export async function temporaryFolder(...dataFolders: readonly string[]): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'thidua-cli-'));
  for (const name of dataFolders) await layEngine(join(path, name));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
