/**
 * One event on its way into the log. Requests are numbered from 1 within a call and events from 0 within their request.
 * Expectations: 0 and up exact, -1 none, -2 exists, -3 any. What belongs to the command (its id, fingerprint and number of
 * events) stands on the first event of each request and is null on the others, here as in the table.
 */
export const NEW_EVENT = `
create type es.new_event as (
  request int, place int, stream text, expectation int, id uuid, type text, schema_version int,
  data jsonb, metadata jsonb, occurred_at timestamptz, command_id uuid, fingerprint text, command_size int
);`;

/** What a call of either append function needs besides the events themselves. */
export const DECLARE_HEAD = `
  head bigint;
  recorded timestamptz;`;

/** Any constant serves, as long as every writer takes the same one. */
const LOCK_KEY = 7_461_883_202;

/**
 * The lock is taken before anything is read and held until commit, so that one writer after the other takes the next
 * positions and positions follow the order of commits. Each later statement sees what the writer before has committed.
 */
const TAKE_THE_LOCK = `perform pg_advisory_xact_lock(${LOCK_KEY});`;

/** `guarded: false` leaves out the lock, which only a test may ask for. */
export const beginAppend = ({ guarded }: { readonly guarded: boolean }): string => `
  ${guarded ? TAKE_THE_LOCK : ''}
  select e.position, greatest(e.recorded_at, date_trunc('milliseconds', clock_timestamp())) into head, recorded
    from es.events e order by e.position desc limit 1;
  if head is null then
    head := 0;
    recorded := date_trunc('milliseconds', clock_timestamp());
  end if;`;

export const INSERT_EVENTS = `
  insert into es.events
    (position, stream, revision, id, type, schema_version, data, metadata, occurred_at, recorded_at,
     command_id, fingerprint, command_size)`;

/**
 * Look-ups are written so that only an index can serve them: a plan is made once, perhaps while the table is empty, and
 * lives as long as the connection.
 */
export const PLAN_ONCE = 'set enable_seqscan = off set plan_cache_mode = force_generic_plan';
