import type { Position, RecordedEvent } from '@thidua/kernel';
import { messageOf } from '../batches/fold-batch';
import type { Lease } from '../leases/lease-holder';
import { backOffMs, pause } from '../pause';
import type { ProjectorContext } from '../projector';
import type { Reactor } from './reactor';
import { moveReactor, readReactor, recordFailure } from './reactor-checkpoints';

/** `lost`: another runner moved the checkpoint. `failed`: stands before the event that failed, or has no database. */
export type ReactorOutcome = 'advanced' | 'idle' | 'lost' | 'failed';

/** Hands events to one reactor, in order, at least once. */
export class ReactorRunner {
  private position: Position | null = null;
  private tries = 0;
  private lastTrouble: string | null = null;

  constructor(
    private readonly context: ProjectorContext,
    readonly reactor: Reactor,
  ) {}

  /** The last error of the runner itself (a database away); null when all is well. */
  get trouble(): string | null {
    return this.lastTrouble;
  }

  /** Runs while the lease is held, until the signal aborts, and then finishes the event in flight. */
  async run(
    lease: Lease,
    signal: AbortSignal,
    onMoved: () => void = () => undefined,
  ): Promise<void> {
    for (;;) {
      await lease.held(signal);
      if (signal.aborted) return;
      const outcome = await this.step(signal);
      onMoved();
      await this.rest(outcome, signal);
    }
  }

  /** Handles one batch, up to the first event that fails. */
  async step(signal?: AbortSignal): Promise<ReactorOutcome> {
    try {
      const outcome = await this.takeBatch(signal);
      this.lastTrouble = null;
      if (outcome !== 'failed') this.tries = 0;
      return outcome;
    } catch (error) {
      this.position = null;
      this.tries += 1;
      this.lastTrouble = messageOf(error);
      return 'failed';
    }
  }

  private async takeBatch(signal?: AbortSignal): Promise<ReactorOutcome> {
    const { pool, store, options } = this.context;
    const { name, types } = this.reactor;
    const from = (this.position ??= (await readReactor(pool, name)).position);
    const slice = await store.readAll({
      after: from,
      maxCount: options.batchSize,
      ...(types === 'all' ? {} : { types }),
    });
    if (slice.next === from) return 'idle';
    const { reached, failed } = await this.handleEach(slice.events, signal);
    const isWhole = reached === slice.events.length;
    const to = isWhole ? slice.next : (slice.events[reached - 1]?.position ?? from);
    if (to !== from && !(await this.moveTo(from, to))) return 'lost';
    if (failed === null) return 'advanced';
    await this.noteFailure(to, failed.event, failed.reason);
    return 'failed';
  }

  /** How many of the events were handled, in order, and what stopped it. */
  private async handleEach(
    events: readonly RecordedEvent[],
    signal?: AbortSignal,
  ): Promise<{
    readonly reached: number;
    readonly failed: { readonly event: RecordedEvent; readonly reason: unknown } | null;
  }> {
    for (const [index, event] of events.entries()) {
      if (signal?.aborted === true) return { reached: index, failed: null };
      try {
        await this.reactor.handle(event);
      } catch (reason) {
        return { reached: index, failed: { event, reason } };
      }
    }
    return { reached: events.length, failed: null };
  }

  private async moveTo(from: Position, to: Position): Promise<boolean> {
    const moved = await moveReactor(this.context.pool, this.reactor.name, from, to);
    if (moved) this.tries = 0;
    this.position = moved ? to : null;
    return moved;
  }

  private async noteFailure(at: Position, event: RecordedEvent, reason: unknown): Promise<void> {
    this.tries += 1;
    await recordFailure(this.context.pool, this.reactor.name, at, {
      eventId: event.id,
      eventType: event.type,
      position: event.position.toString(),
      message: messageOf(reason),
      tries: this.tries,
    });
  }

  private async rest(outcome: ReactorOutcome, signal: AbortSignal): Promise<void> {
    const { store, options } = this.context;
    if (outcome === 'failed') return pause(this.waitMs(), signal);
    if (outcome === 'lost') return pause(options.yieldMs, signal);
    if (outcome === 'advanced') return;
    try {
      await store.wake(this.position ?? 0n, { timeoutMs: options.idleMs, signal });
    } catch (error) {
      this.tries += 1;
      this.lastTrouble = messageOf(error);
      await pause(this.waitMs(), signal);
    }
  }

  private waitMs(): number {
    const { options } = this.context;
    return backOffMs(this.tries, options.backOffMs, options.backOffMostMs);
  }
}
