import { setMaxListeners } from 'node:events';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '@thidua/database';
import type { Position } from '@thidua/kernel';
import type { BatchObserver } from './batches/batch-observer';
import { Feeder } from './feeder';
import {
  namesBehind,
  projectionHealth,
  reactorHealth,
  type ProjectionHealth,
  type ReactorHealth,
} from './health';
import { LeaseHolder } from './leases/lease-holder';
import { reactorLeaseName, sqlLeases, type LeaseBook } from './leases/sql-leases';
import { MovedSignal, waitUntilNoneBehind, type WaitOutcome } from './moved-signal';
import type { LogReader } from './log-reader';
import type { Projection } from './projection';
import type { ProjectorContext } from './projector';
import type { Reactor } from './reactors/reactor';
import { registerReactor } from './reactors/reactor-checkpoints';
import { ReactorRunner } from './reactors/reactor-runner';
import { Repairs } from './repair/repairs';
import { defaultOptions, type RuntimeOptions } from './runtime-options';
import { migrateReadSchema } from './tables/read-schema';
import { registerProjection } from './tables/register-projection';

export interface RunnerParts {
  readonly database: Database;
  readonly store: LogReader;
  readonly projections: readonly Projection[];
  readonly reactors?: readonly Reactor[];
  readonly options?: Partial<RuntimeOptions>;
  readonly onBatch?: BatchObserver | undefined;
  /** Under which name leases are taken; one of this process when left out. */
  readonly owner?: string;
  /** Where leases are kept; the database when left out. */
  readonly leases?: LeaseBook;
}

/**
 * A data folder has one process at a time, so a lease found there is that of a predecessor, and the same name takes it
 * over at once. On a server a name lives as long as its process.
 */
const ownerOn = ({ kind }: Database): string =>
  kind === 'pglite' ? 'embedded' : `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;

/** Every loop listens to the one signal, and there are more of them than Node takes for a leak. */
function stopSignal(): AbortController {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  return stopping;
}

/**
 * Feeds every read model and every reactor from the log. Any number of runners may be started on one database: one of
 * them holds the lease of each, the others stand by, and each batch is written exactly once even when a lease lies.
 */
export class ProjectionRunner {
  /** What an operator may do to the read models. */
  readonly repairs: Repairs;
  private readonly context: ProjectorContext;
  private readonly database: Database;
  private readonly leases: LeaseHolder;
  private readonly feeders: ReadonlyMap<string, Feeder>;
  private readonly reactors: ReadonlyMap<string, ReactorRunner>;
  private readonly moved = new MovedSignal();
  private stopping = stopSignal();
  private running: Promise<unknown> | null = null;

  constructor({ database, store, projections, reactors = [], ...rest }: RunnerParts) {
    this.database = database;
    const { pool } = database;
    const options = { ...defaultOptions, ...rest.options };
    const owner = rest.owner ?? ownerOn(database);
    this.context = { pool, store, options, owner, onBatch: rest.onBatch };
    this.leases = new LeaseHolder(rest.leases ?? sqlLeases(pool, owner), options.leaseMs);
    this.feeders = new Map(
      projections.map((projection) => [
        projection.name,
        new Feeder(this.context, projection, this.leases),
      ]),
    );
    this.reactors = new Map(
      reactors.map((reactor) => [reactor.name, new ReactorRunner(this.context, reactor)]),
    );
    const byName = new Map(projections.map((projection) => [projection.name, projection]));
    this.repairs = new Repairs(this.context, this.leases, byName);
  }

  /** Makes missing tables and checkpoints without running anything. @throws ReadTableMismatch */
  async prepare(): Promise<void> {
    await migrateReadSchema(this.database);
    const { pool, store } = this.context;
    const head = await store.head();
    for (const { projection } of this.feeders.values()) {
      await registerProjection(pool, projection, head);
    }
    for (const { reactor } of this.reactors.values()) await registerReactor(pool, store, reactor);
  }

  /** Prepares, then runs in the background until `stop`. @throws ReadTableMismatch */
  async start(): Promise<void> {
    if (this.running !== null) return;
    await this.prepare();
    this.stopping = stopSignal();
    const { signal } = this.stopping;
    // Each projection and each reactor listens while it rests, so their number is no leak.
    setMaxListeners(0, signal);
    const { notify } = this.moved;
    this.running = Promise.all([
      ...[...this.feeders.values()].map((feeder) => feeder.run(signal, notify)),
      ...[...this.reactors.values()].map((one) =>
        this.leases.during(reactorLeaseName(one.reactor.name), (lease) =>
          one.run(lease, signal, notify),
        ),
      ),
    ]);
  }

  /** Resolves when the batches in flight are finished and the leases given back; nothing is written afterwards. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.running, this.repairs.stop()]);
    this.running = null;
  }

  /**
   * Waits until the named projections and reactors (all when none is named) have handled everything up to the position,
   * at most `timeoutMs`. A halted one is simply behind.
   */
  waitFor(
    position: Position,
    { timeoutMs, names }: { readonly timeoutMs: number; readonly names?: readonly string[] },
  ): Promise<WaitOutcome> {
    const wanted = names ?? [...this.feeders.keys(), ...this.reactors.keys()];
    const unknown = wanted.find((name) => !this.feeders.has(name) && !this.reactors.has(name));
    if (unknown !== undefined) throw new RangeError(`No projection or reactor named ${unknown}`);
    const parts = {
      projections: this.projections.filter(({ name }) => wanted.includes(name)),
      reactors: wanted.filter((name) => this.reactors.has(name)),
    };
    const behind = () => namesBehind(this.context.pool, parts, position);
    return waitUntilNoneBehind(behind, this.moved, timeoutMs);
  }

  health(): Promise<readonly ProjectionHealth[]> {
    const { pool, store } = this.context;
    const troubleOf = (name: string) => this.feeders.get(name)?.trouble ?? null;
    return projectionHealth(pool, store, this.projections, troubleOf);
  }

  reactorHealth(): Promise<readonly ReactorHealth[]> {
    const { pool, store } = this.context;
    const troubleOf = (name: string) => this.reactors.get(name)?.trouble ?? null;
    const reactors = [...this.reactors.values()].map(({ reactor }) => reactor);
    return reactorHealth(pool, store, reactors, troubleOf);
  }

  private get projections(): readonly Projection[] {
    return [...this.feeders.values()].map(({ projection }) => projection);
  }
}
