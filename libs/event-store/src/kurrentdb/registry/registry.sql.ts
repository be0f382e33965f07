import type { MigrationStep } from '@thidua/database';

/**
 * An index over the log, and the one place where commands meet before they are written. `expected` is the revision
 * before the command's first event, -1 for a stream that does not exist. Positions are null until the command is
 * known to be in the log.
 */
const TABLES = `
create schema kurrentdb;
create table kurrentdb.commands (
  command_id uuid primary key,
  fingerprint text not null,
  stream text collate "C" not null,
  expected int not null,
  size int not null,
  first_position bigint,
  last_position bigint
);
create table kurrentdb.event_ids (
  event_id uuid primary key,
  command_id uuid not null
);
create index event_ids_of_command on kurrentdb.event_ids (command_id);
create table kurrentdb.progress (
  one boolean primary key default true check (one),
  position bigint not null
);
insert into kurrentdb.progress (position) values (0);
create table kurrentdb.time_marks (
  after bigint primary key,
  size int not null,
  earliest timestamptz not null
);`;

const RESERVE = `
create function kurrentdb.reserve(
  id uuid, print text, into_stream text, after_revision int, ids uuid[],
  out outcome text, out used_id uuid, out holder uuid
) language plpgsql as $function$
declare
  taken int;
begin
  insert into kurrentdb.commands (command_id, fingerprint, stream, expected, size)
    values (id, print, into_stream, after_revision, cardinality(ids)) on conflict do nothing;
  if not found then
    outcome := 'known';
    return;
  end if;
  insert into kurrentdb.event_ids (event_id, command_id)
    select i, id from unnest(ids) i order by i on conflict do nothing;
  get diagnostics taken = row_count;
  if taken = cardinality(ids) then
    outcome := 'reserved';
    return;
  end if;
  delete from kurrentdb.event_ids e where e.command_id = id;
  delete from kurrentdb.commands c where c.command_id = id;
  select e.event_id, e.command_id into used_id, holder
    from unnest(ids) with ordinality i(event_id, n) join kurrentdb.event_ids e using (event_id) order by i.n limit 1;
  outcome := 'eventIdUsed';
end
$function$;`;

/** What is in the log is right, whatever the registry said before; said twice it changes nothing. */
const RECORD = `
create function kurrentdb.record(written jsonb) returns void language sql as $function$
  insert into kurrentdb.commands as c
      (command_id, fingerprint, stream, expected, size, first_position, last_position)
    select "commandId", fingerprint, stream, "firstRevision" - 1, cardinality(ids), "firstPosition", "lastPosition"
      from jsonb_to_recordset(written) as w("commandId" uuid, fingerprint text, stream text,
        "firstRevision" int, ids uuid[], "firstPosition" bigint, "lastPosition" bigint)
     order by 1
  on conflict (command_id) do update set fingerprint = excluded.fingerprint, stream = excluded.stream,
      expected = excluded.expected, size = excluded.size, first_position = excluded.first_position,
      last_position = excluded.last_position
    where c.first_position is null;
  insert into kurrentdb.event_ids (event_id, command_id)
    select i, "commandId" from jsonb_to_recordset(written) as w("commandId" uuid, ids uuid[]), unnest(w.ids) i
     order by 1
  on conflict do nothing;
$function$;`;

/** A command that is in the log stays. */
const RELEASE = `
create function kurrentdb.release(id uuid) returns void language sql as $function$
  with gone as (
    delete from kurrentdb.commands where command_id = id and first_position is null returning command_id
  )
  delete from kurrentdb.event_ids e using gone where e.command_id = gone.command_id;
$function$;`;

/** Everything the registry needs, in schema \`kurrentdb\`. */
export const registrySteps: readonly MigrationStep[] = [
  { name: '0001-tables', sql: TABLES },
  { name: '0002-reserve', sql: RESERVE },
  { name: '0003-record', sql: RECORD },
  { name: '0004-release', sql: RELEASE },
];
