import { beginAppend, DECLARE_HEAD, INSERT_EVENTS, PLAN_ONCE } from './new-event.sql';

/** One row a request, in order: what became of it, and the facts that go with that. */
const RESULT =
  'outcome text, first_revision int, first_position bigint, size int, first_stream text';

/**
 * The append of a group whose requests are judged one by one: one call, one commit, one flush. Requests that fail their
 * check write nothing and do not disturb the others; an event id used before breaks the whole call.
 */
export const appendJudged = (guard: { readonly guarded: boolean }): string => `
create or replace function es.append_judged(events es.new_event[]) returns table (${RESULT}) language plpgsql
${PLAN_ONCE} as $function$
#variable_conflict use_column
declare ${DECLARE_HEAD}
begin
  ${beginAppend(guard)}
  return query
  with event as materialized (
    select * from unnest(events)
  ),
  request as materialized (
    select v.request as n, v.stream, v.expectation, v.fingerprint, v.command_size as size,
      known.position as known_position, known.fingerprint as known_fingerprint, known.command_size as known_size,
      known.stream as known_stream, known.revision as known_revision,
      coalesce((select e.revision from es.events e where e.stream = v.stream order by e.revision desc limit 1), -1) as actual
    from event v left join lateral (
      select e.* from es.events e where e.command_id = v.command_id limit 1
    ) known on true
    where v.place = 0
  ),
  judged as (
    select r.*, case
      when r.known_fingerprint = r.fingerprint then 'repeated'
      when r.known_fingerprint is not null then 'commandIdReused'
      when r.expectation >= -1 and r.expectation <> r.actual then 'conflict'
      when r.expectation = -2 and r.actual < 0 then 'conflict'
      else 'appended' end as outcome
    from request r
  ),
  placed as materialized (
    select j.*,
      head - j.size + sum(case when j.outcome = 'appended' then j.size else 0 end) over (order by j.n) as before
    from judged j
  ),
  written as (
    ${INSERT_EVENTS}
    select p.before + 1 + v.place, p.stream, p.actual + 1 + v.place, v.id, v.type, v.schema_version, v.data, v.metadata,
      v.occurred_at, recorded, v.command_id, v.fingerprint, v.command_size
    from event v join placed p on p.n = v.request where p.outcome = 'appended'
  )
  select p.outcome, coalesce(p.known_revision, p.actual + 1), coalesce(p.known_position, (p.before + 1)::bigint),
    coalesce(p.known_size, p.size), p.known_stream
  from placed p order by p.n;
end
$function$;`;
