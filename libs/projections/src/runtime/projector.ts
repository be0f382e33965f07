import type { Position, RecordedEvent } from '@thidua/kernel';
import type { Pool } from 'pg';
import { applyBatch, type Batch } from './batches/apply-batch';
import type { BatchObserver } from './batches/batch-observer';
import { messageOf, PoisonEvent } from './batches/fold-batch';
import { before, isDataFault, isolateFault } from './batches/isolate-fault';
import type { LogReader } from './log-reader';
import { ReadAhead } from './read-ahead';
import { backOffMs, pause, yieldTurn } from './pause';
import { DATA_FAULT_TRIES, type RuntimeOptions } from './runtime-options';
import { CheckpointLost, haltAt, readCheckpoint, type Checkpoint } from './tables/checkpoints';
import { promoteFirst } from './generations/switch-generation';
import type { Lease } from './leases/lease-holder';
import type { Feed } from './tables/read-table';

export interface ProjectorContext {
  readonly pool: Pool;
  readonly store: LogReader;
  readonly options: RuntimeOptions;
  /** Under which name this runner takes leases. */
  readonly owner: string;
  /** Told of the batches of what readers read; not of those of copies made aside. */
  readonly onBatch?: BatchObserver | undefined;
}

/**
 * `advanced`: the checkpoint moved. `idle`: nothing after it. `halted`: stands at a poisonous event until resumed.
 * `lost`: another runner took the batch. `failed`: the database or the log said no; to be tried again. `retired`:
 * another generation took its place.
 */
export type StepOutcome = 'advanced' | 'idle' | 'halted' | 'lost' | 'failed' | 'retired';

/** Pulls the log into one partition of one generation of a read model, batch by batch, exactly once. */
export class Projector {
  private checkpoint: Checkpoint | null = null;
  private fault: { readonly message: string; readonly tries: number } | null = null;

  /** The log as it comes: while one batch is written, the next is read. */
  private readonly ahead: ReadAhead;

  constructor(
    private readonly context: ProjectorContext,
    readonly feed: Feed,
    private readonly purpose: 'toBeRead' | 'aside' = 'aside',
  ) {
    const { types } = feed.projection;
    this.ahead = new ReadAhead((after) =>
      context.store.readAll({
        after,
        maxCount: context.options.batchSize,
        ...(types === 'all' ? {} : { types }),
      }),
    );
  }

  /** The last error that is nobody's event: a database away, a log that does not answer. Null when all is well. */
  get trouble(): string | null {
    return this.fault?.message ?? null;
  }

  /**
   * Runs while the lease is held, until the generation is retired or the signal aborts, and then finishes the batch in
   * flight. The lease saves work; that nothing is written twice rests on the checkpoint.
   */
  async run(
    lease: Lease,
    signal: AbortSignal,
    onMoved: () => void = () => undefined,
  ): Promise<void> {
    let former: StepOutcome = 'advanced';
    for (;;) {
      await lease.held(signal);
      if (signal.aborted) return;
      const outcome = await this.step();
      onMoved();
      if (outcome === 'retired') return;
      await this.rest(outcome, signal);
      // Nothing came for a while: time to see whether another generation took over, which no event tells.
      if (outcome === 'idle' && former === 'idle') this.checkpoint = null;
      former = outcome;
    }
  }

  /** Runs up to the position, or as far as it can, and says where it came to. Used to build copies aside. */
  async catchUp(until: Position, signal?: AbortSignal): Promise<Checkpoint> {
    let outcome: StepOutcome = 'advanced';
    while (outcome === 'advanced' || outcome === 'failed') {
      if (signal?.aborted === true || (await this.current()).position >= until) break;
      outcome = await this.step(until);
      await yieldTurn();
      if (outcome !== 'failed') continue;
      if ((this.fault?.tries ?? 0) >= DATA_FAULT_TRIES) throw new Error(this.trouble ?? '');
      await pause(this.waitMs());
    }
    return this.current();
  }

  /** Handles one batch, at most up to `until`. */
  async step(until?: Position): Promise<StepOutcome> {
    try {
      const outcome = await this.takeBatch(until);
      if (outcome !== 'halted') this.fault = null;
      return outcome;
    } catch (error) {
      this.checkpoint = null;
      if (error instanceof CheckpointLost) return 'lost';
      this.noteFault(error);
      return 'failed';
    }
  }

  private noteFault(error: unknown): void {
    this.fault = { message: messageOf(error), tries: (this.fault?.tries ?? 0) + 1 };
  }

  private async takeBatch(until?: Position): Promise<StepOutcome> {
    const { position: from, state, error } = await this.current();
    if (state === 'retired') {
      this.checkpoint = null;
      return 'retired';
    }
    if (error !== null) {
      this.checkpoint = null;
      return 'halted';
    }
    const startedAtMs = Date.now();
    const slice = await this.ahead.take(from);
    if (slice.next < (until ?? slice.head)) this.ahead.read(slice.next);
    const batch = bounded({ from, to: slice.next, events: slice.events }, until);
    if (batch.to === from) return this.atHead('idle', slice.head);
    const isWhole = await this.applyOrBlame(batch);
    this.checkpoint = isWhole ? { position: batch.to, state, error } : null;
    if (isWhole && this.purpose === 'toBeRead') {
      const durationMs = Date.now() - startedAtMs;
      this.context.onBatch?.({ name: this.feed.target.name, ...batch, startedAtMs, durationMs });
    }
    return batch.to >= slice.head ? this.atHead('advanced', slice.head) : 'advanced';
  }

  /** The first generation of a version goes live when it has come to the head for the first time. */
  private async atHead<Outcome>(outcome: Outcome, head: Position): Promise<Outcome> {
    const { state } = await this.current();
    if (state === 'building' && this.purpose === 'toBeRead') {
      await promoteFirst(this.context.pool, this.feed.target, head);
      this.checkpoint = null;
    }
    return outcome;
  }

  /** True when the whole batch went through; false when an event of it was set aside or halted the projection. */
  private async applyOrBlame(batch: Batch): Promise<boolean> {
    const { pool } = this.context;
    try {
      await applyBatch(pool, this.feed, batch);
      return true;
    } catch (error) {
      if (error instanceof PoisonEvent) {
        await this.haltBefore(batch, error.event, error.reason);
        return false;
      }
      const isSettled = isDataFault(error) && (this.fault?.tries ?? 0) + 1 >= DATA_FAULT_TRIES;
      if (!isSettled) throw error;
      const refused = await isolateFault(pool, this.feed, batch);
      const event = refused?.batch.events[0];
      if (refused !== null && event !== undefined) {
        await this.setAside(refused.batch, event, refused.error);
      }
      return false;
    }
  }

  private async setAside(batch: Batch, event: RecordedEvent, error: unknown): Promise<void> {
    if (this.feed.projection.poison === 'stop') return this.haltBefore(batch, event, error);
    const refused = new Map([[event.id, messageOf(error)]]);
    await applyBatch(this.context.pool, this.feed, batch, refused);
  }

  private async haltBefore(batch: Batch, event: RecordedEvent, reason: unknown): Promise<void> {
    const good = before(batch, event.id);
    if (good.to > good.from) await applyBatch(this.context.pool, this.feed, good);
    await haltAt(this.context.pool, this.feed.target, good.to, {
      eventId: event.id,
      eventType: event.type,
      position: event.position.toString(),
      message: messageOf(reason),
    });
  }

  /** The stored checkpoint, remembered between batches as long as nobody else moves it. */
  private async current(): Promise<Checkpoint> {
    const { target } = this.feed;
    this.checkpoint ??= await readCheckpoint(this.context.pool, target);
    if (this.checkpoint === null) throw new Error(`${target.name} v${target.version} is unknown`);
    return this.checkpoint;
  }

  private async rest(outcome: StepOutcome, signal: AbortSignal): Promise<void> {
    const { store, options } = this.context;
    if (outcome === 'failed') return pause(this.waitMs(), signal);
    if (outcome === 'halted') return pause(options.idleMs, signal);
    if (outcome === 'lost') return pause(options.yieldMs, signal);
    if (outcome === 'advanced') return yieldTurn();
    const after = this.checkpoint?.position ?? 0n;
    try {
      await store.wake(after, { timeoutMs: options.idleMs, signal });
    } catch (error) {
      // A log that cannot even wait is no reason to spin.
      this.noteFault(error);
      await pause(this.waitMs(), signal);
    }
  }

  private waitMs(): number {
    const { options } = this.context;
    return backOffMs(this.fault?.tries ?? 1, options.backOffMs, options.backOffMostMs);
  }
}

function bounded(batch: Batch, until: Position | undefined): Batch {
  if (until === undefined || batch.to <= until) return batch;
  const events = batch.events.filter(({ position }) => position <= until);
  return { from: batch.from, to: until, events };
}
