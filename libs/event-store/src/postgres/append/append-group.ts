import type { DatabaseError, Pool } from 'pg';
import type { Appended } from '../../event-store';
import { CommandIdReused, EventIdReused } from '../../event-store';
import type { PreparedAppend } from '../../prepared-append';
import { columnTypes } from '../column-types';
import { GROUP_REFUSED } from './append-expected.sql';
import { encodeEvents, expectationCode } from './encode-events';
import type { Answer } from './group-writer';

type Outcome = 'appended' | 'repeated' | 'conflict' | 'commandIdReused';

interface OutcomeRow {
  readonly outcome: Outcome;
  readonly first_revision: number;
  readonly first_position: bigint;
  readonly size: number;
  readonly first_stream: string | null;
}

/** Where a group is written, and the object id of `es.new_event` there. */
export interface AppendTarget {
  readonly pool: Pick<Pool, 'query'>;
  readonly rowType: number;
}

/** Looks up what `appendGroup` has to know of the database. */
export async function findRowType(pool: Pick<Pool, 'query'>): Promise<number> {
  const { rows } = await pool.query<{ readonly oid: number }>(
    `select 'es.new_event'::regtype::oid as oid`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('es.new_event has no object id');
  return row.oid;
}

/**
 * One commit for the whole group. Nearly always nobody is refused, and a call that only states its revisions is enough;
 * where somebody is, or somebody does not say which revision it expects, the group is judged request by request.
 * @throws the database's error when it refuses the group; a used event id does so in a group of several.
 */
export async function appendGroup(
  target: AppendTarget,
  requests: readonly PreparedAppend[],
): Promise<readonly Answer[]> {
  const events = encodeEvents(requests, target.rowType);
  if (requests.every(({ expected }) => expectationCode(expected) >= -1)) {
    const head = await appendExpected(target, events);
    if (head !== null) return placesAfter(head, requests);
  }
  return appendJudged(target, events, requests);
}

/** The position before the first event, or null when somebody in the group is refused and nothing is written. */
async function appendExpected({ pool }: AppendTarget, events: Buffer): Promise<bigint | null> {
  try {
    const { rows } = await pool.query<{ readonly head: bigint }>({
      name: 'thidua-append-expected',
      text: 'select es.append_expected($1) as head',
      values: [events],
      types: columnTypes,
    });
    return rows[0]?.head ?? null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** Uniqueness that a refused request would break. */
const REFUSING_CONSTRAINTS: readonly (string | undefined)[] = [
  'events_stream_revision_key',
  'events_command_id_key',
  'events_id_key',
];

function isRefusal(error: unknown): boolean {
  const { code, constraint } = error as Partial<DatabaseError>;
  return code === GROUP_REFUSED || REFUSING_CONSTRAINTS.includes(constraint);
}

function placesAfter(head: bigint, requests: readonly PreparedAppend[]): readonly Answer[] {
  let position = head + 1n;
  return requests.map(({ stream, expected, events }) => {
    const place = {
      first_revision: expectationCode(expected) + 1,
      first_position: position,
      size: events.length,
    };
    position += BigInt(events.length);
    return appendedOf(place, stream, false);
  });
}

async function appendJudged(
  { pool }: AppendTarget,
  events: Buffer,
  requests: readonly PreparedAppend[],
): Promise<readonly Answer[]> {
  try {
    const { rows } = await pool.query<OutcomeRow>({
      name: 'thidua-append-judged',
      text: 'select * from es.append_judged($1)',
      values: [events],
      types: columnTypes,
    });
    return requests.map((request, index) => answerOf(rows[index], request));
  } catch (error) {
    const usedId = usedEventId(error);
    if (requests.length > 1 || usedId === null) throw error;
    return [new EventIdReused(usedId)];
  }
}

/** Looking every id up beforehand would cost each append what the index finds out anyway. */
function usedEventId(error: unknown): string | null {
  const { constraint, detail } = error as Partial<DatabaseError>;
  if (constraint !== 'events_id_key') return null;
  return /\(id\)=\((.+?)\)/.exec(detail ?? '')?.[1] ?? '';
}

function answerOf(
  row: OutcomeRow | undefined,
  { stream, expected, commandId }: PreparedAppend,
): Answer {
  if (row === undefined) return new Error(`No outcome for command ${commandId}`);
  switch (row.outcome) {
    case 'appended':
      return appendedOf(row, stream, false);
    case 'repeated':
      return appendedOf(row, row.first_stream ?? stream, true);
    case 'conflict': {
      const actual = row.first_revision === 0 ? null : row.first_revision - 1;
      return { outcome: 'conflict', stream, expected, actual };
    }
    case 'commandIdReused':
      return new CommandIdReused(commandId);
  }
}

/** The answer for events that lie together from a first revision and position on. */
export function appendedOf(
  place: Pick<OutcomeRow, 'first_revision' | 'first_position' | 'size'>,
  stream: string,
  repeated: boolean,
): Appended {
  return {
    outcome: 'appended',
    stream,
    firstRevision: place.first_revision,
    lastRevision: place.first_revision + place.size - 1,
    firstPosition: place.first_position,
    lastPosition: place.first_position + BigInt(place.size) - 1n,
    repeated,
  };
}
