import { migrate, type Database } from '@thidua/database';

/**
 * One row for each notice and person. No address, name or text stands here: they are looked up when the letter is
 * written, so that what was erased or corrected meanwhile is.
 */
export const migrateOutbox = (database: Database): Promise<void> =>
  migrate(database, 'mail', [
    {
      name: '0001-outbox',
      sql: `create schema mail;
            create table mail.outbox (
              notice_id text not null,
              person_id text not null,
              added_at timestamptz not null,
              letter text,
              state text not null default 'waiting'
                check (state in ('waiting', 'sent', 'refused', 'unaddressed')),
              attempts int not null default 0,
              next_try_at timestamptz not null,
              settled_at timestamptz,
              last_error text,
              primary key (notice_id, person_id));
            create index outbox_waiting on mail.outbox (next_try_at) where state = 'waiting';
            create index outbox_letters on mail.outbox (person_id, letter)`,
    },
  ]);
