import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

let seed: Promise<Blob> | undefined;

/**
 * A dump of an empty database, from which an engine starts in half a second instead of several. It is built by the first
 * test that asks and kept in the temporary folder for the next ones, one file per PGlite version.
 */
export const pgliteSeed = (): Promise<Blob> => (seed ??= readOrBuild());

/** The package does not export its package.json, so it is read as a file. */
export async function engineVersion(): Promise<string> {
  const path = join(dirname(require.resolve('@electric-sql/pglite')), '..', 'package.json');
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string };
  return version;
}

/** Where the tests of this person on this machine keep what is slow to build. */
export const keptFile = (name: string): string =>
  join(tmpdir(), `thidua-test-${userInfo().username}`, `pglite-${name}`);

async function readOrBuild(): Promise<Blob> {
  const path = keptFile(`${await engineVersion()}.tar`);
  try {
    return new Blob([await readFile(path)]);
  } catch {
    return build(path);
  }
}

async function build(path: string): Promise<Blob> {
  const engine = await PGlite.create();
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  await mkdir(dirname(path), { recursive: true });
  // Two test processes may build at once; the rename makes either result whole.
  const making = `${path}.${process.pid}`;
  await writeFile(making, Buffer.from(await dump.arrayBuffer()));
  await rename(making, path);
  return dump;
}
