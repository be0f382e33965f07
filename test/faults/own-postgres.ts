import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/** `immediate` is a crash: the next start recovers from the write-ahead log. `fast` cuts every connection in order. */
export type RestartMode = 'immediate' | 'fast';

/** A PostgreSQL server of the test's own, so that it may be crashed. */
export interface OwnPostgres {
  readonly url: string;
  /** Resolves when it answers again. */
  restart(mode: RestartMode): Promise<void>;
  /** Stops it and removes its files. */
  close(): Promise<void>;
}

/** Where initdb and pg_ctl are, newest version first; null when they are nowhere. */
function programFolder(): string | null {
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = [told.stdout?.trim() ?? '', ...debian.map((each) => join(DEBIAN, each, 'bin'))];
  return (
    folders.find(
      (folder) =>
        folder !== '' &&
        ['initdb', 'pg_ctl', 'postgres'].every((program) => existsSync(join(folder, program))),
    ) ?? null
  );
}

/** As whom the server runs; as ourselves when nobody is named. */
interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root, and then runs as the user that its package made; undefined when there is none. */
function owner(): Owner | undefined {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((which) => {
    const { status, stdout } = spawnSync('id', [which, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** A describe for tests that start a PostgreSQL server; without its programs they are skipped and say why. */
export function describeWithOwnPostgres(title: string, tests: () => void): void {
  if (programFolder() !== null && owner() !== undefined) describe(title, tests);
  else {
    const why = 'no PostgreSQL server: initdb and pg_ctl are not installed';
    describe.skip(`${title} (skipped: ${why})`, tests);
  }
}

/** @throws Error with what initdb or pg_ctl said when the server does not start. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const programs = programFolder() ?? '';
  const identity = owner() ?? {};
  const folder = await mkdtemp(join(tmpdir(), 'thidua-postgres-'));
  const { uid, gid } = identity;
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  const cluster = join(folder, 'cluster');
  const port = await freePort();
  // Its log goes to a file: a server that inherited our pipes would keep us waiting for their end.
  const control = (...rest: string[]) =>
    run(join(programs, 'pg_ctl'), ['-D', cluster, '-l', join(folder, 'log'), '-w', '-s', ...rest], {
      ...identity,
      cwd: folder,
    });
  const made = ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
  await run(join(programs, 'initdb'), made, { ...identity, cwd: folder });
  await control('start', '-o', `-p ${port} -h 127.0.0.1 -k ${folder}`);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart: async (mode) => {
      await control('restart', '-m', mode);
    },
    close: async () => {
      await control('stop', '-m', 'immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
