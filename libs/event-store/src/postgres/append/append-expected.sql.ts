import { beginAppend, DECLARE_HEAD, INSERT_EVENTS, PLAN_ONCE } from './new-event.sql';

/** The SQLSTATE of a group in which a request expects a revision that its stream has not reached. */
export const GROUP_REFUSED = 'TD001';

/**
 * The append of a group in which nobody is refused: the revisions follow from what is expected, so nothing is looked up
 * that the indexes do not find out by themselves, and the answer is one number, the position before the first event. Any
 * refusal breaks the whole call, and `es.append_judged` is asked instead. Takes no expectation below -1.
 */
export const appendExpected = (guard: { readonly guarded: boolean }): string => `
create or replace function es.append_expected(events es.new_event[]) returns bigint language plpgsql
${PLAN_ONCE} as $function$
#variable_conflict use_column
declare ${DECLARE_HEAD}
  written int;
begin
  ${beginAppend(guard)}
  ${INSERT_EVENTS}
  select head + v.ordinal, v.stream, v.expectation + 1 + v.place, v.id, v.type, v.schema_version, v.data, v.metadata,
    v.occurred_at, recorded, v.command_id, v.fingerprint, v.command_size
  from unnest(events) with ordinality as v(request, place, stream, expectation, id, type, schema_version, data, metadata,
    occurred_at, command_id, fingerprint, command_size, ordinal)
  where v.place > 0 or v.expectation < 0
    or (select true from es.events e where e.stream = v.stream and e.revision = v.expectation limit 1);
  get diagnostics written = row_count;
  if written <> cardinality(events) then
    raise exception 'a stream has not reached the revision expected of it' using errcode = '${GROUP_REFUSED}';
  end if;
  return head;
end
$function$;`;
