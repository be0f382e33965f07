import type { PoolClient } from 'pg';
import { inTransaction, type Database } from '@thidua/database';
import type { Instant, Position } from '@thidua/kernel';
import type { KurrentLogReader, LoggedSlice } from '../log-reader';
import type { LoggedEvent } from '../stored-event';
import { commandsIn, type CommandRegistry } from './command-registry';

const SLICE_COUNT = 500;
/** Events from one time mark to the next, about: what a search for a moment reads. */
const MARK_COUNT = 1_000;

/**
 * Brings the registry up to the log's head: commands that another process wrote, that were cut short before they were
 * settled, or all of them when the registry was lost. Along the way it marks times, so that a moment can be found.
 */
export class LogFollower {
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly reader: KurrentLogReader,
    private readonly registry: CommandRegistry,
  ) {}

  /** Reads on to the head. Calls that come meanwhile share the run, whose end may then lie before theirs. */
  catchUp(): Promise<void> {
    this.running ??= this.run().finally(() => (this.running = null));
    return this.running;
  }

  /** How far the registry has followed. */
  async position(): Promise<Position> {
    const { rows } = await this.database.pool.query<{ readonly position: string }>(
      'select position::text as position from kurrentdb.progress',
    );
    return BigInt(rows[0]?.position ?? 0);
  }

  /** A position at or before the given one where an event surely lies, or 0. */
  async markBefore(position: Position): Promise<Position> {
    const { rows } = await this.database.pool.query<{ readonly after: string }>(
      `select after::text as after from kurrentdb.time_marks where after <= $1::bigint
        order by kurrentdb.time_marks.after desc limit 1`,
      [position.toString()],
    );
    return BigInt(rows[0]?.after ?? 0);
  }

  /** The last position recorded at or before the instant. */
  async positionAt(moment: Instant): Promise<Position> {
    await this.catchUp();
    const { rows } = await this.database.pool.query<{ readonly after: string }>(
      `select after::text as after from kurrentdb.time_marks where earliest <= $1::timestamptz
        order by kurrentdb.time_marks.after desc limit 1`,
      [moment],
    );
    return rows[0] === undefined ? 0n : this.lastUpTo(moment, BigInt(rows[0].after));
  }

  /** No event after the mark's own stretch is that early, or its mark would have been found. */
  private async lastUpTo(moment: Instant, mark: Position): Promise<Position> {
    let found = 0n;
    for (let [after, isEnd] = [mark, false]; !isEnd;) {
      const slice = await this.reader.readSlice(after, SLICE_COUNT);
      const last = slice.events.findLast(({ event }) => event.recordedAt <= moment);
      if (last === undefined && found > 0n) return found;
      found = last?.event.position ?? found;
      [after, isEnd] = [slice.next, slice.isEnd];
    }
    return found;
  }

  private async run(): Promise<void> {
    for (let isEnd = false; !isEnd;) {
      const after = await this.position();
      const slice = await this.readWhole(after);
      if (slice.next > after) await this.take(after, slice);
      isEnd = slice.isEnd;
    }
  }

  /** A slice that ends where a command ends, so that none is recorded by halves. */
  private async readWhole(after: Position): Promise<LoggedSlice> {
    for (let count = SLICE_COUNT; ; count *= 2) {
      const slice = await this.reader.readSlice(after, count);
      if (slice.isEnd) return slice;
      const lastCommand = slice.events.at(-1)?.commandId;
      const whole = slice.events.slice(
        0,
        slice.events.findLastIndex(({ commandId }) => commandId !== lastCommand) + 1,
      );
      const next = whole.at(-1)?.event.position;
      if (next !== undefined) return { events: whole, next, isEnd: false };
      if (slice.events.length === 0) return slice;
    }
  }

  private async take(after: Position, { events, next }: LoggedSlice): Promise<void> {
    await inTransaction(this.database.pool, async (client) => {
      const { rowCount } = await client.query(
        'update kurrentdb.progress set position = $2::bigint where position = $1::bigint',
        [after.toString(), next.toString()],
      );
      // Another process was here first.
      if (rowCount === 0) return;
      if (events.length === 0) return;
      await this.registry.record(commandsIn(events), client);
      await markTime(client, after, events);
    });
  }
}

/** A mark says of the stretch behind it how early its earliest event is; short stretches are drawn together. */
async function markTime(
  client: PoolClient,
  after: Position,
  events: readonly LoggedEvent[],
): Promise<void> {
  const times = events.map(({ event }) => event.recordedAt).sort();
  await client.query(
    `with grown as (
       update kurrentdb.time_marks set size = size + $2::int, earliest = least(earliest, $3::timestamptz)
        where after = (select max(after) from kurrentdb.time_marks) and size + $2::int <= $4::int
        returning after)
     insert into kurrentdb.time_marks (after, size, earliest)
     select $1::bigint, $2::int, $3::timestamptz where not exists (select from grown)`,
    [after.toString(), events.length, times[0], MARK_COUNT],
  );
}
