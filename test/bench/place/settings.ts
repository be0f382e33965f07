import type { Pool } from 'pg';

/** Settings of the database by name, as it reports them. */
export type Settings = Readonly<Record<string, string>>;

/** What decides how much a commit costs and what it promises. */
const SETTINGS = `
  select name, current_setting(name) as value from pg_settings
  where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method',
    'shared_buffers', 'default_transaction_isolation')
  order by name`;

/** The settings as a connection of this pool sees them. */
export async function readSettings(pool: Pick<Pool, 'query'>): Promise<Settings> {
  const { rows } = await pool.query<{ readonly name: string; readonly value: string }>(SETTINGS);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** True when an acknowledged commit is on the disk, not only in its cache. */
export const isDurable = (settings: Settings): boolean =>
  settings['fsync'] === 'on' && settings['synchronous_commit'] !== 'off';
