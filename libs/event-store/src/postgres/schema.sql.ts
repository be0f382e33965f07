import type { MigrationStep } from '@thidua/database';
import { appendExpected } from './append/append-expected.sql';
import { appendJudged } from './append/append-judged.sql';
import { NEW_EVENT } from './append/new-event.sql';

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

/**
 * What is known of a command stands on its first event, so that an append writes one table. Tables of old are filled
 * before the command ids become unique.
 */
const COMMANDS_ON_EVENTS = `
alter table es.events add column command_id uuid, add column fingerprint text, add column command_size int;
alter table es.events disable trigger append_only;
update es.events e set command_id = c.command_id, fingerprint = c.fingerprint, command_size = c.size
  from es.commands c where c.first_position = e.position;
alter table es.events enable trigger append_only;
create unique index events_command_id_key on es.events (command_id) where command_id is not null;
drop table es.commands;
drop function if exists es.append(
  text[], int[], uuid[], text[], int[], int[], uuid[], text[], int[], timestamptz[], jsonb, jsonb);`;

/** Everything the log needs, in schema `es`. */
export const eventStoreSteps: readonly MigrationStep[] = [
  { name: '0001-log', sql: LOG },
  { name: '0002-append-only', sql: APPEND_ONLY },
  {
    name: '0003-append',
    retired: '9fb477fdb4732e5ee640950a9cb26b3332a5baea90c02e07a11707b7d29eee5d',
  },
  { name: '0004-position-at', sql: POSITION_AT },
  { name: '0005-commands-on-events', sql: COMMANDS_ON_EVENTS },
  { name: '0006-new-event', sql: NEW_EVENT },
  { name: '0007-append-expected', sql: appendExpected({ guarded: true }) },
  { name: '0008-append-judged', sql: appendJudged({ guarded: true }) },
];
