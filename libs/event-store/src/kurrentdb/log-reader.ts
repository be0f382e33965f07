import type { Position, RecordedEvent, Revision } from '@thidua/kernel';
import type { LogSlice, ReadAllOptions } from '../event-store';
import { failureKindOf } from './client/failure-kind';
import type { KurrentConnection } from './client/kurrent-connection';
import { readRecords, type LogRecord, type ReadRequest } from './client/read-records';
import { placeOf, positionOf } from './position';
import { fromStored, type LoggedEvent } from './stored-event';

const NO_LIMIT = Number.MAX_SAFE_INTEGER;
/** Events looked at in one go while searching for a place. */
const SEARCH_COUNT = 1_000;

/** A slice with what the log knows of the commands. */
export interface LoggedSlice {
  readonly events: readonly LoggedEvent[];
  /** The last position looked at, foreign events included. */
  readonly next: Position;
  readonly isEnd: boolean;
}

/** Records of the log after a position, foreign ones included. */
interface RawSlice {
  readonly records: readonly LogRecord[];
  readonly isEnd: boolean;
}

/** Reads what is in KurrentDB; see \`EventStore\` for what each method promises. */
export class KurrentLogReader {
  /** @param markBefore a position at or before the given one where an event surely lies, or 0. */
  constructor(
    private readonly connection: KurrentConnection,
    private readonly markBefore: (position: Position) => Promise<Position>,
  ) {}

  async readStream(
    stream: string,
    options: { readonly fromRevision?: Revision; readonly maxCount?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    return (await this.readLogged(stream, options)).map(({ event }) => event);
  }

  async readLogged(
    stream: string,
    {
      fromRevision = 0,
      maxCount = NO_LIMIT,
    }: { readonly fromRevision?: Revision; readonly maxCount?: number },
  ): Promise<readonly LoggedEvent[]> {
    return ours(await this.read({ stream, from: fromRevision, maxCount }));
  }

  /** Null when the stream does not exist. */
  async lastRevision(stream: string): Promise<Revision | null> {
    const records = await this.read({ stream, from: 'end', maxCount: 1, isBackwards: true });
    return records[0]?.revision ?? null;
  }

  async head(retryMs?: number): Promise<Position> {
    const last = await this.read({ from: 'end', maxCount: 1, isBackwards: true }, retryMs);
    return last[0] === undefined ? 0n : positionOf(last[0].place);
  }

  readAll({ after, maxCount, types }: ReadAllOptions): Promise<LogSlice> {
    return types === undefined
      ? this.readUnfiltered(after, maxCount)
      : this.readOfTypes(after, maxCount, types);
  }

  /** Everything of ours after the position, so many records at most. */
  async readSlice(after: Position, maxCount: number): Promise<LoggedSlice> {
    const { records, isEnd } = await this.readAfter(after, maxCount);
    return { events: ours(records), next: lastOf(records) ?? after, isEnd };
  }

  private async readUnfiltered(after: Position, maxCount: number): Promise<LogSlice> {
    const { events, next, isEnd } = await this.readSlice(after, maxCount);
    const isWhole = isEnd && next > after;
    const head = isWhole ? next : later(await this.head(), events.length === 0 ? 0n : next);
    return { events: events.map(({ event }) => event), next, head };
  }

  private async readOfTypes(
    after: Position,
    maxCount: number,
    types: readonly string[],
  ): Promise<LogSlice> {
    // Read first: what is written between the two reads lies behind it and is not jumped over.
    const headBefore = await this.head();
    const { records, isEnd } =
      types.length === 0 ? NOTHING : await this.readAfter(after, maxCount, types);
    const events = ours(records)
      .map(({ event }) => event)
      .filter(({ type }) => types.includes(type));
    const last = later(lastOf(records) ?? after, after);
    const next = isEnd ? later(headBefore, last) : last;
    const head = later(headBefore, lastOf(records) ?? 0n);
    return { events, next, head };
  }

  /** Exclusive, where the server's own reads are inclusive. Types with the same beginning come along. */
  private async readAfter(
    after: Position,
    maxCount: number,
    typePrefixes?: readonly string[],
  ): Promise<RawSlice> {
    const filter = typePrefixes === undefined ? {} : { typePrefixes };
    const place = placeOf(after);
    const asked = place === 'start' ? maxCount : maxCount + 1;
    const records = await this.readFrom(after, { from: place, maxCount: asked, ...filter });
    const later = records.filter((record) => positionOf(record.place) > after);
    return { records: later.slice(0, maxCount), isEnd: records.length < asked };
  }

  /** A server refuses places where no record begins, which a caller may well have in hand. */
  private async readFrom(
    after: Position,
    request: Extract<ReadRequest, { readonly from: unknown }>,
  ): Promise<readonly LogRecord[]> {
    try {
      return await this.read(request);
    } catch (error) {
      if (request.from === 'start' || failureKindOf(error) !== 'odd') throw error;
      const known = await this.lastPlaceUpTo(after);
      if (known === after) throw error;
      return this.read({ ...request, from: placeOf(known) });
    }
  }

  /** The position of the last event at or before the given one, found by reading on from a place known to be good. */
  private async lastPlaceUpTo(position: Position): Promise<Position> {
    let known = await this.markBefore(position);
    for (;;) {
      const records = await this.read({ from: placeOf(known), maxCount: SEARCH_COUNT });
      const upTo = records.filter((record) => positionOf(record.place) <= position);
      const last = lastOf(upTo) ?? known;
      if (upTo.length < SEARCH_COUNT || last === known) return last;
      known = last;
    }
  }

  private read(request: ReadRequest, retryMs?: number): Promise<readonly LogRecord[]> {
    const { readMs } = this.connection.timeouts;
    return this.connection.retry('read', (client) => readRecords(client, request, readMs), retryMs);
  }
}

const NOTHING: RawSlice = { records: [], isEnd: true };

const ours = (records: readonly LogRecord[]): readonly LoggedEvent[] =>
  records.flatMap((record) => fromStored(record) ?? []);

const lastOf = (records: readonly LogRecord[]): Position | undefined => {
  const last = records.at(-1);
  return last === undefined ? undefined : positionOf(last.place);
};

const later = (a: Position, b: Position): Position => (a > b ? a : b);
