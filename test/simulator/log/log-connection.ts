import {
  AppendOutcomeUnknown,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type LogSlice,
  type ReadAllOptions,
} from '@thidua/event-store';
import type { Instant, Position, RecordedEvent } from '@thidua/kernel';
import type { Life } from '../world/life';
import type { World } from '../world/world';

/** A wait for this position is a wait whose wake-up got lost. */
const BEYOND = 2n ** 62n;
/** The latest that a late request arrives, in milliseconds. */
export const LATE_MS_MAX = 150;

/** Told of every slice that a reader of the whole log was given. */
export type SliceObserver = (options: ReadAllOptions, slice: LogSlice) => void;

/** The log as one process reaches it: over a wire that delays, loses, repeats and reorders. */
export class LogConnection implements EventStore {
  constructor(
    private readonly world: World,
    private readonly life: Life,
    private readonly log: EventStore,
    private readonly onSlice: SliceObserver,
  ) {}

  async append(request: AppendRequest): Promise<AppendResult> {
    await this.life.step('append', 10);
    this.refuseWhenLost(request);
    if (this.world.strikes('duplicateDelivery', this.life.name)) this.deliverLater(request);
    const result = await this.life.heard(this.log.append(request));
    if (this.world.strikes('logCrashAfterCommit', this.life.name)) {
      this.world.crashLog();
      throw unknown(request, 'the log died before its answer was sent');
    }
    await this.life.step('append answered', 10);
    return result;
  }

  async readStream(
    stream: string,
    options?: { readonly fromRevision?: number; readonly maxCount?: number },
  ): Promise<readonly RecordedEvent[]> {
    await this.reach('readStream');
    return this.answered(this.log.readStream(stream, options));
  }

  async readAll(options: ReadAllOptions): Promise<LogSlice> {
    await this.reach('readAll');
    const slice = await this.log.readAll(options);
    this.onSlice(options, slice);
    return this.answered(Promise.resolve(slice));
  }

  async head(): Promise<Position> {
    await this.reach('head');
    return this.answered(this.log.head());
  }

  positionAt(recordedAt: Instant): Promise<Position> {
    return this.answered(this.log.positionAt(recordedAt));
  }

  async findCommand(commandId: string): ReturnType<EventStore['findCommand']> {
    await this.reach('findCommand');
    return this.answered(this.log.findCommand(commandId));
  }

  wake(
    after: Position,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<void> {
    const isLost = this.world.strikes('lostWakeUp', this.life.name);
    return this.life.heard(this.log.wake(isLost ? BEYOND : after, options));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async reach(what: string): Promise<void> {
    await this.life.step(what);
    if (this.world.strikes('lostRead', `${this.life.name} ${what}`))
      throw new Error('no connection');
  }

  private async answered<T>(answer: Promise<T>): Promise<T> {
    const value = await answer;
    await this.life.step('answer');
    return value;
  }

  private refuseWhenLost(request: AppendRequest): void {
    if (this.world.strikes('logCrashBeforeCommit', this.life.name)) {
      this.world.crashLog();
      throw unknown(request, 'the log died before it wrote');
    }
    if (this.world.strikes('lateDelivery', this.life.name)) {
      this.deliverLater(request);
      throw unknown(request, 'no answer in time');
    }
  }

  /** Nobody hears what becomes of it: the sender has gone on. */
  private deliverLater(request: AppendRequest): void {
    const delayMs = this.world.chance.below(LATE_MS_MAX);
    void this.world.time
      .sleep(delayMs)
      .then(() => this.log.append(request))
      .catch(() => undefined);
  }
}

const unknown = (request: AppendRequest, why: string): AppendOutcomeUnknown =>
  new AppendOutcomeUnknown(request.commandId, new Error(why));
