import type { Pool } from 'pg';
import type { Position, Revision } from '@thidua/kernel';
import type { Appended } from '../../event-store';
import type { PreparedAppend } from '../../prepared-append';
import type { LoggedEvent } from '../stored-event';

/** A command the registry has heard of. */
export interface KnownCommand {
  readonly commandId: string;
  readonly fingerprint: string;
  readonly stream: string;
  /** Revision before its first event; -1: the stream did not exist. */
  readonly expected: Revision;
  readonly size: number;
  /** The answer it was given; null while it is only reserved. */
  readonly appended: Appended | null;
}

export type Reservation =
  | { readonly outcome: 'reserved' | 'known' }
  | { readonly outcome: 'eventIdUsed'; readonly eventId: string; readonly holderId: string };

/** A command as the log shows it. */
export interface WrittenCommand {
  readonly commandId: string;
  readonly fingerprint: string;
  readonly stream: string;
  readonly firstRevision: Revision;
  readonly firstPosition: Position;
  readonly lastPosition: Position;
  readonly ids: readonly string[];
}

interface CommandRow {
  readonly command_id: string;
  readonly fingerprint: string;
  readonly stream: string;
  readonly expected: number;
  readonly size: number;
  readonly first_position: string | null;
  readonly last_position: string | null;
}

interface ReservationRow {
  readonly outcome: Reservation['outcome'];
  readonly used_id: string | null;
  readonly holder: string | null;
}

const FIND = `select command_id, fingerprint, stream, expected, size,
  first_position::text as first_position, last_position::text as last_position
  from kurrentdb.commands where command_id = $1::uuid`;

/** Which command wrote what: KurrentDB itself knows neither commands nor ids that are unique over streams. */
export class CommandRegistry {
  constructor(private readonly pool: Pool) {}

  async find(commandId: string): Promise<KnownCommand | null> {
    const { rows } = await this.pool.query<CommandRow>({
      name: 'thidua-kurrentdb-find',
      text: FIND,
      values: [commandId],
    });
    return rows[0] === undefined ? null : knownOf(rows[0]);
  }

  /** Claims the command's id and the ids of its events before anything is written. */
  async reserve(request: PreparedAppend, expected: Revision): Promise<Reservation> {
    const { commandId, fingerprint, stream, events } = request;
    const { rows } = await this.pool.query<ReservationRow>({
      name: 'thidua-kurrentdb-reserve',
      text: 'select * from kurrentdb.reserve($1::uuid, $2, $3, $4::int, $5::uuid[])',
      values: [commandId, fingerprint, stream, expected, events.map(({ id }) => id)],
    });
    const row = rows[0];
    if (row === undefined) throw new Error(`No outcome for the reservation of ${commandId}`);
    if (row.outcome !== 'eventIdUsed') return { outcome: row.outcome };
    return { outcome: row.outcome, eventId: row.used_id ?? '', holderId: row.holder ?? '' };
  }

  /** Takes the log's word. */
  async record(
    written: readonly WrittenCommand[],
    pool: Pick<Pool, 'query'> = this.pool,
  ): Promise<void> {
    const rows = written.map((command) => ({
      ...command,
      firstPosition: command.firstPosition.toString(),
      lastPosition: command.lastPosition.toString(),
    }));
    await pool.query({
      name: 'thidua-kurrentdb-record',
      text: 'select kurrentdb.record($1::jsonb)',
      values: [JSON.stringify(rows)],
    });
  }

  /** Forgets a command that wrote nothing. */
  async release(commandId: string): Promise<void> {
    await this.pool.query({
      name: 'thidua-kurrentdb-release',
      text: 'select kurrentdb.release($1::uuid)',
      values: [commandId],
    });
  }
}

/** Events that lie together, by the command that wrote them. */
export function commandsIn(events: readonly LoggedEvent[]): readonly WrittenCommand[] {
  const written: (WrittenCommand & { readonly ids: string[] })[] = [];
  for (const { event, commandId, fingerprint } of events) {
    const last = written.at(-1);
    if (last !== undefined && last.commandId === commandId && last.stream === event.stream) {
      last.ids.push(event.id);
      Object.assign(last, { lastPosition: event.position });
      continue;
    }
    written.push({
      commandId,
      fingerprint,
      stream: event.stream,
      firstRevision: event.revision,
      firstPosition: event.position,
      lastPosition: event.position,
      ids: [event.id],
    });
  }
  return written;
}

/** The answer to a command, from what it wrote. */
export const appendedOf = (written: WrittenCommand, repeated: boolean): Appended => ({
  outcome: 'appended',
  stream: written.stream,
  firstRevision: written.firstRevision,
  lastRevision: written.firstRevision + written.ids.length - 1,
  firstPosition: written.firstPosition,
  lastPosition: written.lastPosition,
  repeated,
});

function knownOf(row: CommandRow): KnownCommand {
  const { command_id: commandId, fingerprint, stream, expected, size } = row;
  const { first_position: first, last_position: last } = row;
  const appended: Appended | null =
    first === null || last === null
      ? null
      : {
          outcome: 'appended',
          stream,
          firstRevision: expected + 1,
          lastRevision: expected + size,
          firstPosition: BigInt(first),
          lastPosition: BigInt(last),
          repeated: true,
        };
  return { commandId, fingerprint, stream, expected, size, appended };
}
