import { migrate, type Database } from '@thidua/database';
import type { Instant, Position, RecordedEvent } from '@thidua/kernel';
import type { AppendObserver } from '../append-observer';
import type {
  Appended,
  AppendRequest,
  AppendResult,
  EventStore,
  LogSlice,
  ReadAllOptions,
} from '../event-store';
import { prepareAppend } from '../prepared-append';
import { WakeSignal } from '../wake-signal';
import { AppendLine, DEFAULT_LIMITS, type AppendLimits } from './append-line';
import { APPEND_BYTES_MAX, refuseTooLarge } from './append-size';
import { Appender } from './appender';
import { readConnectionString } from './client/connection-string';
import {
  DEFAULT_TIMEOUTS,
  KurrentConnection,
  type KurrentTimeouts,
} from './client/kurrent-connection';
import { within } from './client/no-answer';
import { KurrentDbRefused, KurrentDbUnreachable, LogAndRegistryDiffer } from './kurrentdb-faults';
import { KurrentLogReader } from './log-reader';
import { CommandRegistry } from './registry/command-registry';
import { LogFollower } from './registry/log-follower';
import { registrySteps } from './registry/registry.sql';
import { WakeSubscription } from './wake-subscription';

export interface KurrentDbOptions {
  /** `kurrentdb://[user:password@]host[:port][,…][?option=value&…]` */
  readonly connectionString: string;
  /** Where the registry of commands lives: the database of the read models. */
  readonly database: Database;
  readonly timeouts?: Partial<KurrentTimeouts>;
  readonly limits?: Partial<AppendLimits> | undefined;
  /** Told of each append, as a group of one. */
  readonly observer?: AppendObserver | undefined;
  /** UTF-8 bytes of one command's events. */
  readonly appendBytesMax?: number;
}

/** The registry follows the log so long after news, and not once an event. */
const FOLLOW_PAUSE_MS = 5_000;

/** The log in KurrentDB, opened by `openKurrentDbEventStore`. */
export class KurrentDbEventStore implements EventStore {
  private readonly reader: KurrentLogReader;
  private readonly registry: CommandRegistry;
  private readonly follower: LogFollower;
  private readonly appender: Appender;
  private readonly line: AppendLine;
  private readonly signal = new WakeSignal();
  private readonly news: WakeSubscription;
  private readonly appendBytesMax: number;
  private readonly observer: AppendObserver | undefined;
  private following: NodeJS.Timeout | null = null;

  private readonly database: Database;

  private constructor(
    private readonly connection: KurrentConnection,
    { database, limits, observer, appendBytesMax = APPEND_BYTES_MAX }: KurrentDbOptions,
  ) {
    this.database = database;
    this.observer = observer;
    this.appendBytesMax = appendBytesMax;
    this.reader = new KurrentLogReader(connection, (position) =>
      this.follower.markBefore(position),
    );
    this.registry = new CommandRegistry(database.pool);
    this.follower = new LogFollower(database, this.reader, this.registry);
    this.appender = new Appender(connection, this.reader, this.registry);
    this.line = new AppendLine((request) => this.appender.append(request), {
      ...DEFAULT_LIMITS,
      ...limits,
    });
    this.news = new WakeSubscription(connection, this.signal, () => this.followSoon());
  }

  /** See `openKurrentDbEventStore`. */
  static async open(options: KurrentDbOptions): Promise<EventStore> {
    const target = readConnectionString(options.connectionString);
    const connection = new KurrentConnection(target, { ...DEFAULT_TIMEOUTS, ...options.timeouts });
    try {
      const store = new KurrentDbEventStore(connection, options);
      await store.open();
      return store;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  private async open(): Promise<void> {
    const head = await this.warmUp();
    await migrate(this.database, 'kurrentdb', registrySteps);
    await this.refuseOtherLog(head);
    await this.follower.catchUp();
    this.news.start(head);
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    const prepared = prepareAppend(request);
    refuseTooLarge(prepared, this.appendBytesMax);
    const result = await observed(this.observer, this.line.submit(prepared));
    if (result.outcome === 'appended') this.signal.raise(result.lastPosition);
    return result;
  }

  readStream(
    stream: string,
    options: { readonly fromRevision?: number; readonly maxCount?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    return this.reader.readStream(stream, options);
  }

  readAll(options: ReadAllOptions): Promise<LogSlice> {
    return this.reader.readAll(options);
  }

  head(): Promise<Position> {
    return this.reader.head();
  }

  positionAt(recordedAt: Instant): Promise<Position> {
    return this.follower.positionAt(recordedAt);
  }

  async findCommand(
    commandId: string,
  ): Promise<{ readonly fingerprint: string; readonly appended: Appended } | null> {
    const known = await this.registry.find(commandId);
    const appended = known === null ? null : await this.appender.settle(known);
    return known === null || appended === null
      ? null
      : { fingerprint: known.fingerprint, appended };
  }

  wake(
    after: Position,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<void> {
    return this.signal.wait(after, options);
  }

  async close(): Promise<void> {
    await this.line.close();
    if (this.following !== null) clearTimeout(this.following);
    this.signal.close();
    await this.connection.close();
    await this.news.stop();
  }

  /** One read, and the client's look at what the server can do, which it would otherwise take at the first append. */
  private async warmUp(): Promise<Position> {
    const { openMs } = this.connection.timeouts;
    const look = this.connection.retry(
      'start',
      (client) => within(openMs, client['capabilities']),
      openMs,
    );
    try {
      await within(openMs, look);
      return await within(openMs, this.reader.head(openMs));
    } catch (error) {
      if (error instanceof KurrentDbUnreachable || error instanceof KurrentDbRefused) throw error;
      throw new KurrentDbUnreachable(this.connection.hosts, error);
    }
  }

  /** A log that is shorter than what the registry has seen of it is another one, or an old copy. */
  private async refuseOtherLog(head: Position): Promise<void> {
    const followed = await this.follower.position();
    if (followed <= head) return;
    throw new LogAndRegistryDiffer(
      this.connection.hosts,
      `the log ends at ${head}, the registry followed it to ${followed}`,
    );
  }

  private followSoon(): void {
    if (this.following !== null) return;
    this.following = setTimeout(() => {
      this.following = null;
      // What is missed now is taken along after the next news, or at the next start.
      if (!this.connection.isClosed) this.follower.catchUp().catch(() => undefined);
    }, FOLLOW_PAUSE_MS).unref();
  }
}

/** The same answer, of which the observer is told how long it took and what it was. */
async function observed(
  observer: AppendObserver | undefined,
  answer: Promise<AppendResult>,
): Promise<AppendResult> {
  if (observer === undefined) return answer;
  const started = performance.now();
  const tell = (conflictCount: number, failureCount: number): void => {
    observer({ latenciesMs: [performance.now() - started], conflictCount, failureCount });
  };
  try {
    const result = await answer;
    tell(result.outcome === 'conflict' ? 1 : 0, 0);
    return result;
  } catch (error) {
    tell(0, 1);
    throw error;
  }
}
