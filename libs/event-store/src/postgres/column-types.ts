import { types, type CustomTypesConfig } from 'pg';
import type { Instant } from '@thidua/kernel';

const getTypeParser: CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (oid === types.builtins.INT8) return BigInt;
  if (oid === types.builtins.TIMESTAMPTZ) return toInstant;
  return types.getTypeParser(oid, format) as (value: string | Buffer) => unknown;
};

/**
 * How this library's own queries read columns: int8 as bigint, timestamptz as an instant. Given with each query, because
 * parsers set on the driver would change every other query of the process. It is an empty list besides, because PGlite
 * takes the same option for the types of a query's parameters.
 */
export const columnTypes: CustomTypesConfig = Object.assign([], { getTypeParser });

/** What nearly every time looks like: a year of four digits, in a session whose zone is UTC. */
const IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/;

/** PostgreSQL writes `2026-01-05 01:30:00.25+00`, with the offset of the session's zone. */
export function toInstant(text: string): Instant {
  if (IN_UTC.test(text)) {
    const milliseconds = `${text.slice(20, -3)}000`.slice(0, 3);
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z` as Instant;
  }
  const [, day, time, fraction = '', offset] =
    /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d(?::\d\d)?)$/.exec(text) ?? [];
  if (day === undefined) throw new Error(`Not a time as PostgreSQL writes it: ${text}`);
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const withMinutes = offset?.length === 3 ? `${offset}:00` : offset;
  return new Date(`${day}T${time}.${milliseconds}${withMinutes}`).toISOString() as Instant;
}
