import type { Position, RecordedEvent } from '@thidua/kernel';
import type { Pool } from 'pg';
import { applyBatch, type Batch } from './apply-batch';
import { messageOf, PoisonEvent } from './fold-batch';
import { before, isDataFault, isolateFault } from './isolate-fault';
import type { LogReader } from './log-reader';
import { backOffMs, pause } from './pause';
import { DATA_FAULT_TRIES, type RuntimeOptions } from './runtime-options';
import {
  CheckpointLost,
  clearHalt,
  haltAt,
  readCheckpoint,
  type Checkpoint,
} from './tables/checkpoints';
import type { Feed } from './tables/read-table';
import { promote } from './tables/register-projection';

export interface ProjectorContext {
  readonly pool: Pool;
  readonly store: LogReader;
  readonly options: RuntimeOptions;
}

/**
 * `advanced`: the checkpoint moved. `idle`: nothing after it. `halted`: stands at a poisonous event until resumed.
 * `lost`: another runner took the batch. `failed`: the database or the log said no; to be tried again.
 */
export type StepOutcome = 'advanced' | 'idle' | 'halted' | 'lost' | 'failed';

/** Pulls the log into one read model, batch by batch, exactly once. */
export class Projector {
  private checkpoint: Checkpoint | null = null;
  private fault: { readonly message: string; readonly tries: number } | null = null;

  constructor(
    private readonly context: ProjectorContext,
    readonly feed: Feed,
  ) {}

  /** The last error that is nobody's event: a database away, a log that does not answer. Null when all is well. */
  get trouble(): string | null {
    return this.fault?.message ?? null;
  }

  /** Runs until the signal aborts, and then finishes the batch in flight. */
  async run(signal: AbortSignal, onMoved: () => void = () => undefined): Promise<void> {
    while (!signal.aborted) {
      const outcome = await this.step();
      onMoved();
      await this.rest(outcome, signal);
    }
  }

  /** Runs up to the position, or as far as it can, and says where it came to. Used to build copies aside. */
  async catchUp(until: Position): Promise<Checkpoint> {
    let outcome: StepOutcome = 'advanced';
    while (outcome === 'advanced' || outcome === 'failed') {
      if ((await this.current()).position >= until) break;
      outcome = await this.step(until);
      if (outcome !== 'failed') continue;
      if ((this.fault?.tries ?? 0) >= DATA_FAULT_TRIES) throw new Error(this.trouble ?? '');
      await pause(this.waitMs());
    }
    return this.current();
  }

  /** Forgets a halt that somebody resumed and looks at the stored checkpoint again. */
  async resume(): Promise<void> {
    await clearHalt(this.context.pool, this.feed.target);
    this.checkpoint = null;
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
    if (error !== null) {
      this.checkpoint = null;
      return 'halted';
    }
    const { projection } = this.feed;
    const slice = await this.context.store.readAll({
      after: from,
      maxCount: this.context.options.batchSize,
      ...(projection.types === 'all' ? {} : { types: projection.types }),
    });
    const batch = bounded({ from, to: slice.next, events: slice.events }, until);
    if (batch.to === from) return this.goLive('idle');
    const isWhole = await this.applyOrBlame(batch);
    this.checkpoint = isWhole ? { position: batch.to, state, error } : null;
    return batch.to >= slice.head ? this.goLive('advanced') : 'advanced';
  }

  /** A new version goes live when it has reached the head for the first time. */
  private async goLive<Outcome>(outcome: Outcome): Promise<Outcome> {
    const { state } = await this.current();
    const { pool } = this.context;
    const { target, projection } = this.feed;
    if (state === 'building' && target.name === projection.name) {
      await promote(pool, target);
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
    if (outcome === 'advanced') return;
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
