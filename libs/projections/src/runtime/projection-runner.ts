import type { Database } from '@thidua/database';
import type { Position } from '@thidua/kernel';
import {
  namesBehind,
  projectionHealth,
  reactorHealth,
  type ProjectionHealth,
  type ReactorHealth,
} from './health';
import { MovedSignal, waitUntilNoneBehind, type WaitOutcome } from './moved-signal';
import type { LogReader } from './log-reader';
import type { Projection } from './projection';
import { Projector, type ProjectorContext } from './projector';
import type { Reactor } from './reactors/reactor';
import { registerReactor } from './reactors/reactor-checkpoints';
import { ReactorRunner } from './reactors/reactor-runner';
import { rebuildCheck, type RebuildCheck } from './repair/rebuild-check';
import { rebuild } from './repair/rebuild';
import { retryParked, type RetryOutcome } from './repair/retry-parked';
import { defaultOptions, type RuntimeOptions } from './runtime-options';
import { listParked, type ParkedRow } from './tables/parked-events';
import { liveTarget } from './tables/read-table';
import { migrateReadSchema } from './tables/read-schema';
import { registerProjection } from './tables/register-projection';

export interface RunnerParts {
  readonly database: Database;
  readonly store: LogReader;
  readonly projections: readonly Projection[];
  readonly reactors?: readonly Reactor[];
  readonly options?: Partial<RuntimeOptions>;
}

/**
 * Feeds every read model and every reactor from the log. Any number of runners may be started on one database; each
 * batch is written by exactly one of them.
 */
export class ProjectionRunner {
  private readonly context: ProjectorContext;
  private readonly database: Database;
  private readonly projectors: ReadonlyMap<string, Projector>;
  private readonly reactors: ReadonlyMap<string, ReactorRunner>;
  private readonly moved = new MovedSignal();
  private stopping = new AbortController();
  private running: Promise<unknown> | null = null;
  private repairing: Promise<unknown> = Promise.resolve();

  constructor({ database, store, projections, reactors = [], options = {} }: RunnerParts) {
    this.database = database;
    this.context = { pool: database.pool, store, options: { ...defaultOptions, ...options } };
    this.projectors = new Map(
      projections.map((projection) => [
        projection.name,
        new Projector(this.context, { projection, target: liveTarget(projection) }),
      ]),
    );
    this.reactors = new Map(
      reactors.map((reactor) => [reactor.name, new ReactorRunner(this.context, reactor)]),
    );
  }

  /** Makes missing tables and checkpoints without running anything. @throws ReadTableMismatch */
  async prepare(): Promise<void> {
    await migrateReadSchema(this.database);
    for (const { feed } of this.projectors.values()) {
      await registerProjection(this.context.pool, feed.projection);
    }
    for (const { reactor } of this.reactors.values()) {
      await registerReactor(this.context.pool, this.context.store, reactor);
    }
  }

  /** Prepares, then runs in the background until `stop`. @throws ReadTableMismatch */
  async start(): Promise<void> {
    if (this.running !== null) return;
    await this.prepare();
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    const all = [...this.projectors.values(), ...this.reactors.values()];
    this.running = Promise.all(all.map((one) => one.run(signal, this.moved.notify)));
  }

  /** Resolves when the batches in flight are finished; nothing is written afterwards. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
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
    const wanted = names ?? [...this.projectors.keys(), ...this.reactors.keys()];
    const unknown = wanted.find((name) => !this.projectors.has(name) && !this.reactors.has(name));
    if (unknown !== undefined) throw new RangeError(`No projection or reactor named ${unknown}`);
    const projections = [...this.projectors.values()].map(({ feed }) => feed.projection);
    const parts = {
      projections: projections.filter(({ name }) => wanted.includes(name)),
      reactors: wanted.filter((name) => this.reactors.has(name)),
    };
    const behind = () => namesBehind(this.context.pool, parts, position);
    return waitUntilNoneBehind(behind, this.moved, timeoutMs);
  }

  health(): Promise<readonly ProjectionHealth[]> {
    const { pool, store } = this.context;
    const projections = [...this.projectors.values()].map(({ feed }) => feed.projection);
    const troubleOf = (name: string) => this.projectors.get(name)?.trouble ?? null;
    return projectionHealth(pool, store, projections, troubleOf);
  }

  reactorHealth(): Promise<readonly ReactorHealth[]> {
    const { pool, store } = this.context;
    const troubleOf = (name: string) => this.reactors.get(name)?.trouble ?? null;
    return reactorHealth(pool, store, [...this.reactors.keys()], troubleOf);
  }

  /** Lets a halted projection try its event again. */
  resume(name: string): Promise<void> {
    return this.projector(name).resume();
  }

  /** What is set aside for the projection, in the order of the log. */
  parked(name: string): Promise<readonly ParkedRow[]> {
    return listParked(this.context.pool, this.projector(name).feed.target);
  }

  retryParked(name: string, key: string): Promise<RetryOutcome> {
    const { pool, store } = this.context;
    return retryParked(pool, store, this.projector(name).feed, key);
  }

  /** Folds the log aside and compares: a row changed by hand is found. @throws CopyIncomplete */
  rebuildCheck(name: string): Promise<RebuildCheck> {
    const { projection } = this.projector(name).feed;
    return this.oneAtATime(() => rebuildCheck(this.context, projection));
  }

  /** Replaces the table by a fresh fold of the log, and says at which position. @throws CopyIncomplete */
  rebuild(name: string): Promise<Position> {
    const { projection } = this.projector(name).feed;
    return this.oneAtATime(() => rebuild(this.context, projection));
  }

  private projector(name: string): Projector {
    const projector = this.projectors.get(name);
    if (projector === undefined) throw new RangeError(`No projection named ${name}`);
    return projector;
  }

  /** Copies aside have fixed names, so two of them would tread on each other. */
  private oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const result = this.repairing.then(work);
    this.repairing = result.catch(() => undefined);
    return result;
  }
}
