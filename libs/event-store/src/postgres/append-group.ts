import type { DatabaseError, Pool } from 'pg';
import type { Appended } from '../event-store';
import { CommandIdReused, EventIdReused, type ExpectedRevision } from '../event-store';
import type { PreparedAppend } from '../prepared-append';
import type { Answer } from './group-writer';
import { columnTypes } from './column-types';

type Outcome = 'appended' | 'repeated' | 'conflict' | 'commandIdReused';

interface OutcomeRow {
  readonly outcome: Outcome;
  readonly first_revision: number;
  readonly first_position: bigint;
  readonly size: number;
  readonly first_stream: string | null;
}

const APPEND = `select * from es.append($1::text[], $2::int[], $3::uuid[], $4::text[], $5::int[],
  $6::int[], $7::uuid[], $8::text[], $9::int[], $10::timestamptz[], $11::jsonb, $12::jsonb)`;

/**
 * One call of the append function: one commit for the whole group.
 * @throws the database's error when it refuses the group; a used event id does so in a group of several.
 */
export async function appendGroup(
  pool: Pick<Pool, 'query'>,
  requests: readonly PreparedAppend[],
): Promise<readonly Answer[]> {
  try {
    const { rows } = await pool.query<OutcomeRow>({
      name: 'thidua-append',
      text: APPEND,
      values: argumentsOf(requests),
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

function argumentsOf(requests: readonly PreparedAppend[]): unknown[] {
  const events = requests.flatMap((request) => request.events);
  return [
    requests.map(({ stream }) => stream),
    requests.map(({ expected }) => expectationCode(expected)),
    requests.map(({ commandId }) => commandId),
    requests.map(({ fingerprint }) => fingerprint),
    requests.map((request) => request.events.length),
    requests.flatMap((request, index) => request.events.map(() => index + 1)),
    events.map(({ id }) => id),
    events.map(({ type }) => type),
    events.map(({ schemaVersion }) => schemaVersion),
    events.map(({ occurredAt }) => occurredAt),
    jsonArray(events.map(({ data }) => data)),
    jsonArray(events.map(({ metadata }) => metadata)),
  ];
}

/** The texts are JSON already. */
const jsonArray = (texts: readonly string[]): string => `[${texts.join(',')}]`;

function expectationCode(expected: ExpectedRevision): number {
  switch (expected) {
    case 'none':
      return -1;
    case 'exists':
      return -2;
    case 'any':
      return -3;
    default:
      return expected;
  }
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
