import { inTransaction, type Database } from '@thidua/database';
import type { JobHandler } from '@thidua/jobs';

/**
 * Reminders as jobs are to be made: what is due and what was done is in SQL, and the queue only says when to look. A
 * reminder given to the queue at once is found by the next sweep if the queue forgets it.
 */
export class DueReminders {
  constructor(private readonly database: Database) {}

  async migrate(): Promise<void> {
    await this.database.pool.query(
      `create table due (reminder int primary key, is_done boolean not null default false);
       create table sent (reminder int not null)`,
    );
  }

  async fallsDue(reminder: number): Promise<void> {
    await this.database.pool.query('insert into due (reminder) values ($1)', [reminder]);
  }

  /** Sends one, unless it was sent. */
  readonly remind: JobHandler = async ({ input }) => {
    const sentCount = await this.send([Number(input)]);
    return { ok: true, summary: { sentCount } };
  };

  /** Sends whatever is due. */
  readonly sweep: JobHandler = async () => {
    const { rows } = await this.database.pool.query<{ readonly reminder: number }>(
      'select reminder from due where not is_done',
    );
    const sentCount = await this.send(rows.map(({ reminder }) => reminder));
    return { ok: true, summary: { sentCount } };
  };

  /** How many fell due, how many of them were sent, and how many times anything was sent. */
  async counts(): Promise<Readonly<Record<'due' | 'done' | 'sent' | 'reached', number>>> {
    const { rows } = await this.database.pool.query<
      Readonly<Record<'due' | 'done' | 'sent' | 'reached', number>>
    >(
      `select (select count(*)::int from due) as due,
              (select count(*)::int from due where is_done) as done,
              (select count(*)::int from sent) as sent,
              (select count(distinct reminder)::int from sent) as reached`,
    );
    return rows[0] ?? { due: 0, done: 0, sent: 0, reached: 0 };
  }

  /** Marking and sending are one transaction, and whoever comes second finds it marked. */
  private send(reminders: readonly number[]): Promise<number> {
    return inTransaction(this.database.pool, async (client) => {
      const { rows } = await client.query<{ readonly reminder: number }>(
        'update due set is_done = true where reminder = any($1) and not is_done returning reminder',
        [reminders],
      );
      const taken = rows.map(({ reminder }) => reminder);
      await client.query('insert into sent select unnest($1::int[])', [taken]);
      return taken.length;
    });
  }
}
