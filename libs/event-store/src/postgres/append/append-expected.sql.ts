import { beginAppend, DECLARE_HEAD, INSERT_EVENTS, PLAN_ONCE } from './new-event.sql';

/** The SQLSTATE of a group in which a request expects a revision that its stream has not reached. */
export const GROUP_REFUSED = 'TD001';

const REFUSAL = 'a stream has not reached the revision expected of it';

/**
 * The append of a group in which nobody is refused: the revisions follow from what is expected, so nothing is looked up
 * that the indexes do not find out by themselves, and the answer is one number, the position before the first event. Any
 * refusal breaks the whole call, and `es.append_judged` is asked instead. Takes no expectation below -1. A lone event
 * needs none of the machinery that unpacks many.
 */
export const appendExpected = (guard: { readonly guarded: boolean }): string => `
create or replace function es.append_expected(events es.new_event[]) returns bigint language plpgsql
${PLAN_ONCE} as $function$
#variable_conflict use_column
declare ${DECLARE_HEAD}
  written int;
  lone es.new_event;
begin
  ${beginAppend(guard)}
  if cardinality(events) = 1 then
    lone := events[1];
    if lone.expectation >= 0 and not exists (
      select from es.events e where e.stream = lone.stream and e.revision = lone.expectation
    ) then
      raise exception '${REFUSAL}' using errcode = '${GROUP_REFUSED}';
    end if;
    ${INSERT_EVENTS}
    values (head + 1, lone.stream, lone.expectation + 1, lone.id, lone.type, lone.schema_version, lone.data,
      lone.metadata, lone.occurred_at, recorded, lone.command_id, lone.fingerprint, lone.command_size);
    return head;
  end if;
  ${INSERT_EVENTS}
  select head + v.ordinal, v.stream, v.expectation + 1 + v.place, v.id, v.type, v.schema_version, v.data, v.metadata,
    v.occurred_at, recorded, v.command_id, v.fingerprint, v.command_size
  from unnest(events) with ordinality as v(request, place, stream, expectation, id, type, schema_version, data, metadata,
    occurred_at, command_id, fingerprint, command_size, ordinal)
  where v.place > 0 or v.expectation < 0
    or (select true from es.events e where e.stream = v.stream and e.revision = v.expectation limit 1);
  get diagnostics written = row_count;
  if written <> cardinality(events) then
    raise exception '${REFUSAL}' using errcode = '${GROUP_REFUSED}';
  end if;
  return head;
end
$function$;`;
