import { fdatasyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EngineOptions = Parameters<NodeFS['init']>[1];

/** The part of the wasm module that carries file operations; upstream leaves it untyped. */
interface ModuleWithNodeFiles {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number };
  };
}

/**
 * PGlite's file system on disk has no fsync, so a commit would rest in the page cache. This one flushes: the engine's
 * fsync becomes fdatasync on the file behind it. Entries of directories are not flushed, because the engine never asks.
 */
export class DurableNodeFS extends NodeFS {
  override async init(
    engine: PGlite,
    options: EngineOptions,
  ): Promise<{ emscriptenOpts: EngineOptions }> {
    const prepared = await super.init(engine, options);
    const flush = (module: object): void => {
      (module as ModuleWithNodeFiles).NODEFS.stream_ops.fsync = ({ nfd }) => {
        fdatasyncSync(nfd);
        return 0;
      };
    };
    return {
      emscriptenOpts: {
        ...prepared.emscriptenOpts,
        preRun: [...(prepared.emscriptenOpts.preRun ?? []), flush],
      },
    };
  }
}

/** PGlite starts with `-F` (no fsync); without it and with these settings every commit asks for a flush. */
export const durableStartParams = (): string[] => [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
];
