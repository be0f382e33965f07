import type { AppendObserver } from '../../append-observer';
import type { AppendResult } from '../../event-store';
import { StoreOverloaded } from '../../event-store';
import { StoreClosed } from '../../append-faults';
import type { PreparedAppend } from '../../prepared-append';

/** What became of one request of a round: an answer, or the error its caller shall see. */
export type Answer = AppendResult | Error;

/** Writes a round and answers each of its requests, in order. Never rejects. */
export type SendRound = (round: readonly PreparedAppend[]) => Promise<readonly Answer[]>;

export interface GroupLimits {
  /** Appends that may wait; more are refused. */
  readonly waitingCount: number;
  /** Characters of event JSON that may wait; more are refused. */
  readonly waitingBytes: number;
  /** Events in one round; one request with more goes alone. */
  readonly roundEvents: number;
  /** Characters of event JSON in one round; one request with more goes alone. */
  readonly roundBytes: number;
}

export const DEFAULT_LIMITS: GroupLimits = {
  waitingCount: 10_000,
  waitingBytes: 64 * 1024 * 1024,
  roundEvents: 1_000,
  roundBytes: 8 * 1024 * 1024,
};

interface Waiting {
  readonly request: PreparedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
  /** Milliseconds on the clock of this process. */
  readonly arrivedAt: number;
}

/**
 * Commits whatever waits as one group: while one round is on its way, the next one gathers. Throughput grows with the
 * number of callers, because the flush is paid once a round.
 */
export class GroupWriter {
  private waiting: readonly Waiting[] = [];
  private waitingBytes = 0;
  private arriving: Waiting[] = [];
  private running: Promise<void> | null = null;
  private closed = false;

  /** @param onIdle called when everything that waited has its answer */
  constructor(
    private readonly send: SendRound,
    private readonly limits: GroupLimits = DEFAULT_LIMITS,
    private readonly observer: AppendObserver | null = null,
    private readonly onIdle: () => void = () => undefined,
  ) {}

  /** @throws StoreOverloaded, StoreClosed, and what the round answers for this request. */
  submit(request: PreparedAppend): Promise<AppendResult> {
    if (this.closed) return Promise.reject(new StoreClosed());
    if (this.isFull(request)) return Promise.reject(new StoreOverloaded(this.waitingCount));
    return new Promise((resolve, reject) => {
      this.arriving.push({ request, resolve, reject, arrivedAt: performance.now() });
      this.waitingBytes += request.byteCount;
      this.running ??= this.run();
    });
  }

  /** Takes no more; resolves when everything that waits has its answer. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private get waitingCount(): number {
    return this.waiting.length + this.arriving.length;
  }

  private isFull({ byteCount }: PreparedAppend): boolean {
    const { waitingCount, limits } = this;
    if (waitingCount === 0) return false;
    return (
      waitingCount >= limits.waitingCount || this.waitingBytes + byteCount > limits.waitingBytes
    );
  }

  private async run(): Promise<void> {
    await afterPromises();
    while (this.waitingCount > 0) {
      const round = this.takeRound();
      const answers = await this.send(round.map(({ request }) => request));
      round.forEach((one, index) => {
        settle(one, answers[index]);
      });
      if (this.observer !== null) tell(this.observer, round, answers);
      await afterPromises();
    }
    this.running = null;
    this.onIdle();
  }

  /** In order of arrival, leaving behind for a later round what would meet its own stream, command or event there. */
  private takeRound(): readonly Waiting[] {
    const gathering = new Round(this.limits);
    const left: Waiting[] = [];
    for (const one of [...this.waiting, ...this.arriving]) {
      if (!gathering.take(one)) left.push(one);
    }
    this.waiting = left;
    this.arriving = [];
    this.waitingBytes -= gathering.byteCount;
    return gathering.members;
  }
}

/** Gathers requests that can be judged together: no two of them touch the same stream, command id or event id. */
class Round {
  readonly members: Waiting[] = [];
  byteCount = 0;
  private eventCount = 0;
  /** Streams of members and of those left behind: order within a stream is order of arrival. */
  private readonly streams = new Set<string>();
  private readonly ids = new Set<string>();

  constructor(private readonly limits: GroupLimits) {}

  take(one: Waiting): boolean {
    const { stream, commandId, events, byteCount } = one.request;
    const fits =
      !this.streams.has(stream) && this.hasRoom(one.request) && !this.hasIds(one.request);
    this.streams.add(stream);
    if (!fits) return false;
    this.members.push(one);
    this.ids.add(commandId);
    events.forEach(({ id }) => this.ids.add(id));
    this.eventCount += events.length;
    this.byteCount += byteCount;
    return true;
  }

  private hasRoom({ events, byteCount }: PreparedAppend): boolean {
    if (this.members.length === 0) return true;
    const { roundEvents, roundBytes } = this.limits;
    return (
      this.eventCount + events.length <= roundEvents && this.byteCount + byteCount <= roundBytes
    );
  }

  private hasIds({ commandId, events }: PreparedAppend): boolean {
    return this.ids.has(commandId) || events.some(({ id }) => this.ids.has(id));
  }
}

/** A tick comes after all promises: callers that were just answered have asked again by then, and join the next round. */
const afterPromises = (): Promise<void> =>
  new Promise((resolve) => {
    process.nextTick(resolve);
  });

function settle(one: Waiting, answer: Answer | undefined): void {
  if (answer === undefined) one.reject(new Error('The round left a request without an answer'));
  else if (answer instanceof Error) one.reject(answer);
  else one.resolve(answer);
}

function tell(
  observer: AppendObserver,
  round: readonly Waiting[],
  answers: readonly Answer[],
): void {
  const now = performance.now();
  observer({
    latenciesMs: round.map(({ arrivedAt }) => now - arrivedAt),
    conflictCount: answers.filter(
      (answer) => !(answer instanceof Error) && answer.outcome === 'conflict',
    ).length,
    failureCount: answers.filter((answer) => answer instanceof Error).length,
  });
}
