import type { Pool } from 'pg';
import type { Place } from './place';

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

/** Why figures from there say nothing about the bars; null when they do. */
export function unfitFor(
  { quick }: { readonly quick: boolean },
  kind: Place['kind'],
  settings: Settings,
): string | null {
  if (quick) return 'the sizes of --quick are too small to tell';
  if (kind === 'pglite')
    return 'the bars are about a PostgreSQL server, this is an embedded engine';
  // An acknowledged commit must be on the disk, not only in its cache.
  const isDurable = settings['fsync'] === 'on' && settings['synchronous_commit'] !== 'off';
  return isDurable ? null : 'the bars are about a server that flushes commits, this one does not';
}
