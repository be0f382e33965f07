import type { Pool } from 'pg';
import type { EventMetadata, Instant, Position, RecordedEvent } from '@thidua/kernel';
import type { Appended, LogSlice, ReadAllOptions } from '../event-store';
import { appendedOf } from './append/append-group';
import { columnTypes } from './column-types';
import { ReadTogether } from './read-together';

interface EventRow {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: unknown;
  readonly metadata: Omit<EventMetadata, 'occurredAt'>;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
}

/** After the events comes one more row without a stream, whose position is the head. */
type SliceRow = EventRow | { readonly position: bigint; readonly stream: null };

const COLUMNS = `e.position, e.stream, e.revision, e.id, e.type, e.schema_version, e.data, e.metadata,
  e.occurred_at, e.recorded_at`;

/** How far one filtered read looks, so that rare types never make one query walk the whole log. */
const WINDOW = 10_000;

const READ_STREAM = `select ${COLUMNS} from es.events e
  where e.stream = $1 and e.revision >= $2 order by e.revision limit $3`;

/** Sorted inside, so that nothing but the index of streams can serve it, whenever the plan was made. */
const READ_STREAMS = `select k.place, e.* from unnest($1::text[], $2::int[]) with ordinality as k(stream, first, place)
  cross join lateral (select ${COLUMNS} from es.events e
    where e.stream = k.stream and e.revision >= k.first order by e.revision) e
  order by k.place, e.revision`;

/** One statement, one snapshot: a head read later than the events would let `next` jump over some. */
const withHead = (events: string): string => `(${events}) union all
  select coalesce(max(position), 0), null, null, null, null, null, null, null, null, null from es.events`;

const READ_ALL = withHead(`select ${COLUMNS} from es.events e
  where e.position > $1 order by e.position limit $2`);

const READ_ALL_OF_TYPES = withHead(`select ${COLUMNS} from es.events e
  where e.position > $1 and e.position <= $3::bigint and e.type = any($4::text[])
  order by e.position limit $2`);

const FIND_COMMANDS = `select e.command_id, e.fingerprint, e.position as first_position, e.command_size as size, e.stream,
  e.revision as first_revision from es.events e where e.command_id = any($1::uuid[])`;

interface CommandRow {
  readonly command_id: string;
  readonly fingerprint: string;
  readonly stream: string;
  readonly first_revision: number;
  readonly first_position: bigint;
  readonly size: number;
}

/** With the place of the stream among those asked for, from 1. */
type PlacedRow = EventRow & { readonly place: bigint };

/** Reads what the append function wrote; see \`EventStore\` for what each method promises. */
export class LogReader {
  private readonly streams = new ReadTogether((keys) => this.readStreams(keys));
  private readonly commands = new ReadTogether((keys) => this.readCommands(keys));

  constructor(private readonly pool: Pool) {}

  async readStream(
    stream: string,
    { fromRevision = 0, maxCount }: { readonly fromRevision?: number; readonly maxCount?: number },
  ): Promise<readonly RecordedEvent[]> {
    if (maxCount !== undefined) return this.readPart(stream, fromRevision, maxCount);
    return (await this.streams.ask(`${fromRevision} ${stream}`)) ?? [];
  }

  private async readPart(
    stream: string,
    fromRevision: number,
    maxCount?: number,
  ): Promise<readonly RecordedEvent[]> {
    const rows = await this.query<EventRow>('thidua-read-stream', READ_STREAM, [
      stream,
      fromRevision,
      maxCount ?? null,
    ]);
    return rows.map(toRecorded);
  }

  /** Each key names the first revision wanted and the stream. */
  private async readStreams(
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    const wanted = keys.map(streamWanted);
    const [only, ...others] = wanted;
    if (only !== undefined && others.length === 0) {
      return new Map([[only.key, await this.readPart(only.stream, only.first)]]);
    }
    const rows = await this.query<PlacedRow>('thidua-read-streams', READ_STREAMS, [
      wanted.map(({ stream }) => stream),
      wanted.map(({ first }) => first),
    ]);
    const found = new Map<string, RecordedEvent[]>();
    for (const row of rows) {
      const key = keys[Number(row.place) - 1] ?? '';
      const events = found.get(key);
      if (events === undefined) found.set(key, [toRecorded(row)]);
      else events.push(toRecorded(row));
    }
    return found;
  }

  async readAll(options: ReadAllOptions): Promise<LogSlice> {
    return options.types === undefined
      ? this.readUnfiltered(options)
      : this.readOfTypes(options, options.types);
  }

  async head(): Promise<Position> {
    const sql = 'select coalesce(max(position), 0) as head from es.events';
    return (await this.query<{ readonly head: bigint }>('thidua-head', sql, []))[0]?.head ?? 0n;
  }

  async positionAt(recordedAt: Instant): Promise<Position> {
    const sql = 'select es.position_at($1::timestamptz) as position';
    const rows = await this.query<{ readonly position: bigint }>('thidua-at', sql, [recordedAt]);
    return rows[0]?.position ?? 0n;
  }

  async findCommand(
    commandId: string,
  ): Promise<{ readonly fingerprint: string; readonly appended: Appended } | null> {
    const row = await this.commands.ask(commandId.toLowerCase());
    if (row === undefined) return null;
    return { fingerprint: row.fingerprint, appended: appendedOf(row, row.stream, true) };
  }

  private async readCommands(
    commandIds: readonly string[],
  ): Promise<ReadonlyMap<string, CommandRow>> {
    const rows = await this.query<CommandRow>('thidua-commands', FIND_COMMANDS, [commandIds]);
    return new Map(rows.map((row) => [row.command_id, row]));
  }

  private async readUnfiltered({ after, maxCount }: ReadAllOptions): Promise<LogSlice> {
    const rows = await this.query<SliceRow>('thidua-read-all', READ_ALL, [String(after), maxCount]);
    const { events, head } = sliceOf(rows);
    return { events, next: events.at(-1)?.position ?? after, head };
  }

  private async readOfTypes(
    { after, maxCount }: ReadAllOptions,
    types: readonly string[],
  ): Promise<LogSlice> {
    const end = after + BigInt(Math.max(WINDOW, maxCount));
    const values = [String(after), maxCount, String(end), types];
    const rows = await this.query<SliceRow>('thidua-read-types', READ_ALL_OF_TYPES, values);
    const { events, head } = sliceOf(rows);
    const looked = end < head ? end : head;
    const last = events.length < maxCount ? looked : events.at(-1)?.position;
    return { events, next: last !== undefined && last > after ? last : after, head };
  }

  private async query<Row extends object>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const { rows } = await this.pool.query<Row>({
      name,
      text,
      values: [...values],
      types: columnTypes,
    });
    return rows;
  }
}

function streamWanted(key: string): {
  readonly key: string;
  readonly first: number;
  readonly stream: string;
} {
  const gap = key.indexOf(' ');
  return { key, first: Number(key.slice(0, gap)), stream: key.slice(gap + 1) };
}

function sliceOf(rows: readonly SliceRow[]): Pick<LogSlice, 'events' | 'head'> {
  const events: RecordedEvent[] = [];
  let head: Position = 0n;
  for (const row of rows) {
    if (row.stream === null) head = row.position;
    else events.push(toRecorded(row));
  }
  return { events, head };
}

const toRecorded = (row: EventRow): RecordedEvent => ({
  id: row.id,
  stream: row.stream,
  revision: row.revision,
  position: row.position,
  type: row.type,
  schemaVersion: row.schema_version,
  data: row.data,
  // The object was parsed for this row alone.
  metadata: Object.assign(row.metadata, { occurredAt: row.occurred_at }),
  recordedAt: row.recorded_at,
});
