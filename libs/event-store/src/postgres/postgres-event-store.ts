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
import { prepareAppend, type PreparedAppend } from '../prepared-append';
import { WakeSignal } from '../wake-signal';
import { appendGroup, findRowType, type AppendTarget } from './append/append-group';
import { DEFAULT_LIMITS, GroupWriter, type Answer, type GroupLimits } from './append/group-writer';
import { HeldSession } from './append/held-session';
import { sendRound } from './append/send-round';
import { LogReader } from './log-reader';
import { ProcessWake } from './process-wake';
import { eventStoreSteps } from './schema.sql';

/** The database is set up so that the log could not keep its promises. */
export class UnsafeDatabaseSettings extends Error {
  constructor(setting: string, value: string, why: string) {
    super(
      `Cấu hình PostgreSQL không an toàn: ${setting} = ${value} (unsafe PostgreSQL setting: ${why})`,
    );
    this.name = 'UnsafeDatabaseSettings';
  }
}

/**
 * The log in PostgreSQL, on a server or embedded. Brings its schema up to date first. Closing the store leaves the
 * database open.
 * @throws UnsafeDatabaseSettings, MigrationMismatch
 */
export async function openPostgresEventStore(
  database: Database,
  limits: Partial<GroupLimits> = {},
  observer: AppendObserver | null = null,
): Promise<EventStore> {
  await refuseUnsafeSettings(database);
  await migrate(database, 'event-store', eventStoreSteps);
  const rowType = await findRowType(database.pool);
  const store = new PostgresEventStore(database, {
    rowType,
    observer,
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
  await store.open();
  return store;
}

async function refuseUnsafeSettings({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ readonly commit: string; readonly isolation: string }>(
    `select current_setting('synchronous_commit') as commit,
       current_setting('default_transaction_isolation') as isolation`,
  );
  const { commit = '', isolation = '' } = rows[0] ?? {};
  if (commit === 'off') {
    throw new UnsafeDatabaseSettings(
      'synchronous_commit',
      commit,
      'acknowledged events can be lost',
    );
  }
  if (isolation !== 'read committed') {
    const why = 'a writer must see what the writer before committed';
    throw new UnsafeDatabaseSettings('default_transaction_isolation', isolation, why);
  }
}

interface WriterSettings {
  readonly rowType: number;
  readonly limits: GroupLimits;
  readonly observer: AppendObserver | null;
}

class PostgresEventStore implements EventStore {
  private readonly target: AppendTarget;
  private readonly writer: GroupWriter;
  private readonly reader: LogReader;
  private readonly signal = new WakeSignal();
  private readonly others: ProcessWake;

  constructor(database: Database, { rowType, limits, observer }: WriterSettings) {
    const { kind, pool } = database;
    // The embedded engine has one session, which readers want too.
    const held = kind === 'postgres' ? new HeldSession(pool) : null;
    this.target = { pool: held ?? pool, rowType };
    this.writer = new GroupWriter(
      (round) => this.send(round),
      limits,
      observer,
      () => held?.letGo(),
    );
    this.reader = new LogReader(database.pool);
    this.others = new ProcessWake(database, this.signal);
  }

  async open(): Promise<void> {
    await this.others.open();
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    return this.writer.submit(prepareAppend(request));
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
    return this.reader.positionAt(recordedAt);
  }

  findCommand(
    commandId: string,
  ): Promise<{ readonly fingerprint: string; readonly appended: Appended } | null> {
    return this.reader.findCommand(commandId);
  }

  wake(
    after: Position,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<void> {
    return this.signal.wait(after, options);
  }

  async close(): Promise<void> {
    await this.writer.close();
    this.signal.close();
    await this.others.close();
  }

  private async send(round: readonly PreparedAppend[]): Promise<readonly Answer[]> {
    const answers = await sendRound((requests) => appendGroup(this.target, requests), round);
    const reached = lastPositionOf(answers);
    if (reached > 0n) {
      this.signal.raise(reached);
      this.others.announce(reached);
    }
    return answers;
  }
}

const lastPositionOf = (answers: readonly Answer[]): Position =>
  answers.reduce<Position>((last, answer) => {
    if (answer instanceof Error || answer.outcome !== 'appended') return last;
    return answer.lastPosition > last ? answer.lastPosition : last;
  }, 0n);
