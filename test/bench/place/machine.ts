import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

export interface Machine {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly platform: string;
  /** Processes that wanted a core in the minute before, on average; above 0 something else was running. */
  readonly loadBefore: number;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    node: process.versions.node,
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    platform: `${process.platform} ${process.arch}`,
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** Folder of the packages that only the benchmark needs. */
export const PEERS = join(__dirname, '..', 'peers');

/** Loads a package of the peers folder, never one of the product's with the same name. */
export const requirePeer = createRequire(join(PEERS, 'package.json'));

/** Versions named in a package.json, which are exact in this repository. */
export function declaredVersions(
  folder: string,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.fromEntries(names.map((name) => [name, dependencies[name] ?? 'not declared']));
}
