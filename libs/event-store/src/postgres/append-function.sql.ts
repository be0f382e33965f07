/** Any constant serves, as long as every writer takes the same one. */
const LOCK_KEY = 7_461_883_202;

/**
 * Taken before anything is read and held until commit, so that one writer after the other takes the next positions and
 * positions follow the order of commits. Each later statement sees what the writer before has committed.
 */
const TAKE_THE_LOCK = `perform pg_advisory_xact_lock(${LOCK_KEY});`;

const PARAMETERS = `
  request_streams text[], request_expectations int[], request_commands uuid[], request_fingerprints text[],
  request_sizes int[], event_requests int[], event_ids uuid[], event_types text[], event_versions int[],
  event_data jsonb[], event_metadata jsonb[], event_times timestamptz[]`;

/** One row a request, in order: what became of it, and the facts that go with that. */
const RESULT = 'outcome text, first_revision int, first_position bigint, size int, detail text';

/**
 * What became of each request, before anything is written. Look-ups are written so that only an index can serve them:
 * the plan is made once, perhaps while the tables are empty, and lives as long as the connection.
 * Expectations: 0 and up exact, -1 none, -2 exists,
 * -3 any.
 */
const JUDGED = `
  request as (
    select r.*, c.fingerprint as known_fingerprint, c.first_position as known_position, c.size as known_size,
      coalesce((select e.revision from es.events e where e.stream = r.stream
                order by e.revision desc limit 1), -1) as actual
    from unnest(request_streams, request_expectations, request_commands, request_fingerprints, request_sizes)
      with ordinality as r(stream, expectation, command_id, fingerprint, size, n)
    left join lateral (
      select k.fingerprint, k.first_position, k.size from es.commands k where k.command_id = r.command_id limit 1
    ) c on true
  ),
  event as materialized (
    select v.* from unnest(event_requests, event_ids, event_types, event_versions, event_data, event_metadata, event_times)
      with ordinality as v(request, id, type, schema_version, data, metadata, occurred_at, place)
  ),
  used as (
    select v.request, min(v.id::text) as id from event v
    where exists (select e.id from es.events e where e.id = v.id offset 0) group by v.request
  ),
  judged as (
    select r.*, u.id as used_id,
      case
        when r.known_position is not null and r.known_fingerprint = r.fingerprint then 'repeated'
        when r.known_position is not null then 'commandIdReused'
        when u.id is not null then 'eventIdReused'
        when r.expectation >= -1 and r.actual <> r.expectation then 'conflict'
        when r.expectation = -2 and r.actual < 0 then 'conflict'
        else 'appended'
      end as outcome
    from request r left join used u on u.request = r.n
  ),
  placed as materialized (
    select j.*, head - j.size
        + sum(case when j.outcome = 'appended' then j.size else 0 end) over (order by j.n) as before,
      sum(j.size) over (order by j.n) - j.size as skipped
    from judged j
  )`;

const WRITTEN = `
  written as (
    insert into es.events
      (position, stream, revision, id, type, schema_version, data, metadata, occurred_at, recorded_at)
    select p.before + v.place - p.skipped, p.stream, p.actual + v.place - p.skipped, v.id, v.type,
      v.schema_version, v.data, v.metadata, v.occurred_at, recorded
    from event v join placed p on p.n = v.request where p.outcome = 'appended' order by v.place
  ),
  remembered as (
    insert into es.commands (command_id, fingerprint, first_position, size)
    select p.command_id, p.fingerprint, p.before + 1, p.size from placed p where p.outcome = 'appended'
  )`;

/**
 * The whole append of a group: one call, one commit, one flush. Requests that fail their check write nothing and do not
 * disturb the others. A function called \`name\`; \`guarded: false\` leaves out the lock, which only a test may ask for.
 */
export const appendFunction = (
  name: string,
  { guarded }: { readonly guarded: boolean },
): string => `
create or replace function ${name}(${PARAMETERS}) returns table (${RESULT}) language plpgsql
set enable_seqscan = off set plan_cache_mode = force_generic_plan as $function$
#variable_conflict use_column
declare
  head bigint;
  recorded timestamptz;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'appending needs isolation level read committed';
  end if;
  -- An acknowledged append is on the disk, whatever the server's default is.
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  ${guarded ? TAKE_THE_LOCK : ''}
  select e.position, e.recorded_at into head, recorded from es.events e order by e.position desc limit 1;
  head := coalesce(head, 0);
  recorded := greatest(recorded, date_trunc('milliseconds', clock_timestamp()));
  return query
  with ${JUDGED}, ${WRITTEN}
  select p.outcome,
    case when p.outcome = 'repeated' then f.revision else p.actual + 1 end,
    case when p.outcome = 'repeated' then p.known_position else (p.before + 1)::bigint end,
    case when p.outcome = 'repeated' then p.known_size else p.size end,
    case when p.outcome = 'repeated' then f.stream else p.used_id end
  from placed p left join es.events f on f.position = p.known_position
  order by p.n;
end
$function$;`;
