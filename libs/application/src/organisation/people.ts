import { migrate, type Database } from '@thidua/database';
import type { PersonId } from '@thidua/kernel';

/**
 * Names and mail addresses of people, outside the log: events carry ids only, so both can be corrected or erased without touching what
 * happened or any hash over it.
 */
export class People {
  private constructor(private readonly database: Database) {}

  static async open(database: Database): Promise<People> {
    await migrate(database, 'directory', [
      {
        name: '0001-people',
        sql: `create schema directory;
              create table directory.people (person_id text primary key, name text not null)`,
      },
      { name: '0002-email', sql: 'alter table directory.people add column email text' },
    ]);
    return new People(database);
  }

  /** Adds names; a name that is already there is replaced. */
  async setNames(
    names: readonly { readonly personId: PersonId; readonly name: string }[],
  ): Promise<void> {
    await this.database.pool.query(
      `insert into directory.people (person_id, name)
       select * from json_to_recordset($1::json) as given(person_id text, name text)
       on conflict (person_id) do update set name = excluded.name`,
      [JSON.stringify(names.map(({ personId, name }) => ({ person_id: personId, name })))],
    );
  }

  /** Takes everything personal about the person away; the id lives on in the log. */
  async erase(personId: PersonId): Promise<void> {
    await this.database.pool.query('delete from directory.people where person_id = $1', [personId]);
  }

  /** Names by person id; a person without a name, or with an erased one, is left out. */
  async names(): Promise<ReadonlyMap<PersonId, string>> {
    const { rows } = await this.database.pool.query<{ person_id: string; name: string }>(
      'select person_id, name from directory.people',
    );
    return new Map(rows.map(({ person_id, name }) => [person_id, name]));
  }

  /** The same for some people. */
  async namesOf(personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
    if (personIds.length === 0) return new Map();
    const { rows } = await this.database.pool.query<{ person_id: string; name: string }>(
      'select person_id, name from directory.people where person_id = any($1)',
      [personIds],
    );
    return new Map(rows.map(({ person_id, name }) => [person_id, name]));
  }

  /** Sets mail addresses; null takes one away. People who are not there are left out. */
  async setEmails(
    emails: readonly { readonly personId: PersonId; readonly email: string | null }[],
  ): Promise<void> {
    await this.database.pool.query(
      `update directory.people p set email = given.email
         from json_to_recordset($1::json) as given(person_id text, email text)
        where p.person_id = given.person_id`,
      [JSON.stringify(emails.map(({ personId, email }) => ({ person_id: personId, email })))],
    );
  }

  /** Null when the person has none, or is not there any more. */
  async emailOf(personId: PersonId): Promise<string | null> {
    const { rows } = await this.database.pool.query<{ readonly email: string | null }>(
      'select email from directory.people where person_id = $1',
      [personId],
    );
    return rows[0]?.email ?? null;
  }
}
