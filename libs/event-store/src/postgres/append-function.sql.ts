/** Any constant serves, as long as every writer takes the same one. */
const LOCK_KEY = 7_461_883_202;

/**
 * Taken before anything is read and held until commit, so that one writer after the other takes the next positions and
 * positions follow the order of commits. Each later statement sees what the writer before has committed.
 */
const TAKE_THE_LOCK = `perform pg_advisory_xact_lock(${LOCK_KEY});`;

/**
 * Requests are numbered from 1 and events name theirs. Expectations: 0 and up exact, -1 none, -2 exists, -3 any. The JSON
 * of all events travels as one array, which costs both sides a third less than an array of JSON texts.
 */
const PARAMETERS = `
  streams text[], expectations int[], command_ids uuid[], fingerprints text[], sizes int[],
  event_requests int[], event_ids uuid[], event_types text[], event_versions int[], event_times timestamptz[],
  event_data jsonb, event_metadata jsonb`;

const EVENTS = `
  rows from (
    unnest(event_requests, event_ids, event_types, event_versions, event_times),
    jsonb_array_elements(event_data),
    jsonb_array_elements(event_metadata)
  ) with ordinality as v(request, id, type, schema_version, occurred_at, data, metadata, place)`;

const INSERT_EVENTS = `
  insert into es.events
    (position, stream, revision, id, type, schema_version, data, metadata, occurred_at, recorded_at)`;

/** One row a request, in order: what became of it, and the facts that go with that. */
const RESULT =
  'outcome text, first_revision int, first_position bigint, size int, first_stream text';

/** A lonely request needs none of the machinery that lets many be judged at once. */
const APPEND_ONE = `
    select (select c.first_position from es.commands c where c.command_id = command_ids[1]),
      coalesce((select e.revision from es.events e where e.stream = streams[1] order by e.revision desc limit 1), -1)
      into first_position, actual;
    if first_position is not null then
      select e.stream, e.revision into first_stream, first_revision
        from es.events e where e.position = first_position;
      select case when c.fingerprint = fingerprints[1] then 'repeated' else 'commandIdReused' end, c.size
        into outcome, size from es.commands c where c.command_id = command_ids[1];
      return next;
      return;
    end if;
    first_revision := actual + 1;
    if (expectations[1] >= -1 and expectations[1] <> actual) or (expectations[1] = -2 and actual < 0) then
      outcome := 'conflict';
      return next;
      return;
    end if;
    ${INSERT_EVENTS}
    select head + v.place, streams[1], actual + v.place, v.id, v.type, v.schema_version, v.data, v.metadata,
      v.occurred_at, recorded
    from ${EVENTS};
    insert into es.commands (command_id, fingerprint, first_position, size)
    values (command_ids[1], fingerprints[1], head + 1, sizes[1]);
    return query select 'appended', actual + 1, head + 1, sizes[1], null::text;`;

/**
 * Look-ups are written so that only an index can serve them: the plan is made once, perhaps while the tables are empty,
 * and lives as long as the connection.
 */
const APPEND_MANY = `
    return query
    with request as materialized (
      select r.*, c.fingerprint as known_fingerprint, c.first_position as known_position, c.size as known_size,
        coalesce((select e.revision from es.events e where e.stream = r.stream
                  order by e.revision desc limit 1), -1) as actual
      from unnest(streams, expectations, command_ids, fingerprints, sizes)
        with ordinality as r(stream, expectation, command_id, fingerprint, size, n)
      left join lateral (
        select k.fingerprint, k.first_position, k.size from es.commands k where k.command_id = r.command_id limit 1
      ) c on true
    ),
    judged as (
      select r.*, case
        when r.known_position is not null and r.known_fingerprint = r.fingerprint then 'repeated'
        when r.known_position is not null then 'commandIdReused'
        when r.expectation >= -1 and r.expectation <> r.actual then 'conflict'
        when r.expectation = -2 and r.actual < 0 then 'conflict'
        else 'appended' end as outcome
      from request r
    ),
    placed as materialized (
      select j.*, sum(j.size) over (order by j.n) - j.size as skipped,
        head - j.size + sum(case when j.outcome = 'appended' then j.size else 0 end) over (order by j.n) as before
      from judged j
    ),
    written as (
      ${INSERT_EVENTS}
      select p.before + v.place - p.skipped, p.stream, p.actual + v.place - p.skipped, v.id, v.type,
        v.schema_version, v.data, v.metadata, v.occurred_at, recorded
      from ${EVENTS} join placed p on p.n = v.request where p.outcome = 'appended'
    ),
    remembered as (
      insert into es.commands (command_id, fingerprint, first_position, size)
      select p.command_id, p.fingerprint, p.before + 1, p.size from placed p where p.outcome = 'appended'
    )
    select p.outcome,
      case when p.known_position is null then p.actual + 1 else f.revision end,
      case when p.known_position is null then (p.before + 1)::bigint else p.known_position end,
      case when p.known_position is null then p.size else p.known_size end,
      f.stream
    from placed p left join lateral (
      select e.stream, e.revision from es.events e where e.position = p.known_position limit 1
    ) f on true
    order by p.n;`;

/**
 * The whole append of a group: one call, one commit, one flush. Requests that fail their check write nothing and do not
 * disturb the others; an event id used before breaks the whole call. Makes a function called `name`; `guarded: false`
 * leaves out the lock, which only a test may ask for.
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
  actual int;
begin
  ${guarded ? TAKE_THE_LOCK : ''}
  select e.position, greatest(e.recorded_at, date_trunc('milliseconds', clock_timestamp())) into head, recorded
    from es.events e order by e.position desc limit 1;
  if head is null then
    head := 0;
    recorded := date_trunc('milliseconds', clock_timestamp());
  end if;
  if cardinality(streams) = 1 then
    ${APPEND_ONE}
  else
    ${APPEND_MANY}
  end if;
end
$function$;`;
