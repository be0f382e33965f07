import type { MigrationStep } from '@thidua/database';
import { appendFunction } from './append-function.sql';

/** Names compare by bytes: faster than by language, and no upgrade of the operating system can disorder the index. */
const LOG = `
create schema es;
create table es.events (
  position bigint primary key,
  stream text collate "C" not null,
  revision int not null,
  id uuid not null unique,
  type text collate "C" not null,
  schema_version int not null,
  data jsonb not null,
  metadata jsonb not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  unique (stream, revision)
);
create table es.commands (
  command_id uuid primary key,
  fingerprint text not null,
  first_position bigint not null,
  size int not null
);`;

const APPEND_ONLY = `
create function es.refuse_change() returns trigger language plpgsql as $function$
begin
  raise exception '% of %.% is refused: the log is append-only', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end
$function$;
create trigger append_only before update or delete or truncate on es.events
  for each statement execute function es.refuse_change();
create trigger append_only before update or delete or truncate on es.commands
  for each statement execute function es.refuse_change();`;

/** Positions have no gaps and recorded_at never decreases along them, so halving finds the place without an index. */
const POSITION_AT = `
create function es.position_at(moment timestamptz) returns bigint language plpgsql stable as $function$
declare
  low bigint := 0;
  high bigint := coalesce((select max(position) from es.events), 0);
  middle bigint;
begin
  while low < high loop
    middle := (low + high + 1) / 2;
    if (select recorded_at <= moment from es.events where position = middle) then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return low;
end
$function$;`;

/** Everything the log needs, in schema `es`. */
export const eventStoreSteps: readonly MigrationStep[] = [
  { name: '0001-log', sql: LOG },
  { name: '0002-append-only', sql: APPEND_ONLY },
  { name: '0003-append', sql: appendFunction('es.append', { guarded: true }) },
  { name: '0004-position-at', sql: POSITION_AT },
];
