import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** How a process ended, with all it wrote to standard error. */
export interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** A process of the build, as a service manager runs it. */
export interface RunningProcess {
  readonly url: string;
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Its log lines so far. */
  log(): readonly Readonly<Record<string, unknown>>[];
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<Ended>;
}

const spawnApp = (file: string, environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [join(root, 'dist/apps', file)], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      // A look that falls into a test by the clock would add events that it does not expect.
      TIMERS: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Starts it and waits until it says that it is ready. @throws Error with its last words when it ends before. */
export async function runProcess(
  file: string,
  environment: NodeJS.ProcessEnv,
): Promise<RunningProcess> {
  const child = spawnApp(file, { THIDUA_QUIET: '1', ...environment });
  let [stdout, stderr] = ['', ''];
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const ended = new Promise<Ended>((done) =>
    child.on('close', (code) => {
      done({ code, stderr });
    }),
  );
  const firstLine = await new Promise<string>((done, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
      if (stdout.includes('\n')) done(stdout.split('\n')[0] ?? '');
    });
    void ended.then(() => {
      failed(new Error(`${file} ended before it was ready: ${stderr}`));
    });
  });
  const { url } = JSON.parse(firstLine) as { readonly url: string };
  return {
    url,
    pid: child.pid ?? 0,
    ended,
    log: () => logLines(stderr),
    signal: (signal) => {
      child.kill(signal);
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export const exitCode = (file: string, environment: NodeJS.ProcessEnv): Promise<number | null> =>
  new Promise((done) => spawnApp(file, environment).on('close', done));

/** The last line may still be on its way. */
const logLines = (stderr: string): readonly Readonly<Record<string, unknown>>[] =>
  stderr
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Looks again and again. @throws Error with what was last seen when it is not done within a minute. */
export async function until<T>(
  look: () => Promise<T> | T,
  isDone: (seen: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (isDone(seen)) return seen;
    if (Date.now() > deadline)
      throw new Error(`Waited in vain; last seen: ${JSON.stringify(seen)}`);
    await new Promise((rest) => setTimeout(rest, 50));
  }
}
