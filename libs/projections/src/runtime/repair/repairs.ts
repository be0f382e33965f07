import type { Pool } from 'pg';
import { dropGeneration, type DropRequest } from '../generations/drop-generation';
import { fedAmong, feedsOf, listGenerations } from '../generations/find-generation';
import type { LeaseHolder } from '../leases/lease-holder';
import { partitionOf } from '../partitions';
import type { Projection } from '../projection';
import type { ProjectorContext } from '../projector';
import { rejectProjection } from '../runtime-rejections';
import { clearHalt } from '../tables/checkpoints';
import { listParked, type ParkedRow } from '../tables/parked-events';
import type { Feed } from '../tables/read-table';
import { listSkipped, type SkippedRow } from '../tables/skipped-events';
import type { Switched } from './bring-in';
import type { RepairContext } from './fill-generation';
import { rebuild } from './rebuild';
import { rebuildCheck, type RebuildCheck } from './rebuild-check';
import { retryParked, type RetryOutcome } from './retry-parked';
import { rollBack } from './roll-back';
import { skip, type SkipOutcome, type SkipRequest } from './skip';

/** How long a drop waits for transactions that may still read what it drops. */
const DROP_WAIT_MS = 10_000;

/** Skips on record, and what became of the events that had queued behind them. */
export interface SkipAnswer extends SkipOutcome {
  /** Null when an event that halted the projection was skipped: it goes on by itself. */
  readonly retried: RetryOutcome | null;
}

/** What an operator may do to the read models of a runner. Every call rejects for a name it does not have. */
export class Repairs {
  private working: Promise<unknown> = Promise.resolve();
  private stopping = new AbortController();

  constructor(
    private readonly context: ProjectorContext,
    private readonly leases: LeaseHolder,
    private readonly projections: ReadonlyMap<string, Projection>,
  ) {}

  /** Ends a rebuild under way: what it had built is thrown away. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.working;
    this.stopping = new AbortController();
  }

  /** Lets a halted projection try its event again. */
  async resume(name: string): Promise<void> {
    for (const { target } of await this.fed(name)) await clearHalt(this.pool, target);
  }

  /** What is set aside for the projection, in the order of the log. */
  async parked(name: string): Promise<readonly ParkedRow[]> {
    const [first] = await this.fed(name);
    return first === undefined ? [] : listParked(this.pool, first.target);
  }

  async retryParked(name: string, key: string): Promise<RetryOutcome> {
    const feeds = await this.fed(name);
    const feed = feeds[partitionOf(key, feeds.length)];
    if (feed === undefined) return rejectProjection('READ_MODEL_BUILDING', { name });
    return retryParked(this.pool, this.context.store, feed, key);
  }

  /** Passes over what waits for a person, on record, and goes on with what had queued behind it. */
  async skip(name: string, request: SkipRequest): Promise<SkipAnswer> {
    const outcome = await skip(this.context, this.projection(name), request);
    const { key } = request;
    return { ...outcome, retried: key === undefined ? null : await this.retryParked(name, key) };
  }

  /** The skips on record, in the order of the log. */
  async skipped(name: string): Promise<readonly SkippedRow[]> {
    return listSkipped(this.pool, this.projection(name).name);
  }

  /** Folds the log aside and compares: a row changed by hand is found. */
  rebuildCheck(name: string): Promise<RebuildCheck> {
    return this.oneAtATime((context) => rebuildCheck(context, this.projection(name)));
  }

  /** Builds a new generation beside the live one and switches to it. */
  rebuild(name: string, replaces?: number): Promise<Switched> {
    return this.oneAtATime((context) => rebuild(context, this.projection(name), replaces));
  }

  /** Switches back to a generation that was kept. */
  rollBack(name: string, generation: number): Promise<Switched> {
    return this.oneAtATime((context) => rollBack(context, this.projection(name), generation));
  }

  /** Drops a generation that nobody reads; false when it is gone already. */
  drop(name: string, request: DropRequest): Promise<boolean> {
    return this.oneAtATime(({ pool }) =>
      dropGeneration(pool, this.projection(name), request, DROP_WAIT_MS),
    );
  }

  private get pool(): Pool {
    return this.context.pool;
  }

  private projection(name: string): Projection {
    const known = [...this.projections.keys()];
    return this.projections.get(name) ?? rejectProjection('PROJECTION_NOT_FOUND', { name, known });
  }

  private async fed(name: string): Promise<readonly Feed[]> {
    const projection = this.projection(name);
    const fed = fedAmong(await listGenerations(this.pool, projection));
    return fed === null ? [] : feedsOf(projection, fed);
  }

  /** A rebuild reads the whole log and writes a whole table: one at a time is load enough for one process. */
  private oneAtATime<T>(work: (context: RepairContext) => Promise<T>): Promise<T> {
    const { signal } = this.stopping;
    const result = this.working.then(() => work({ ...this.context, leases: this.leases, signal }));
    this.working = result.catch(() => undefined);
    return result;
  }
}
