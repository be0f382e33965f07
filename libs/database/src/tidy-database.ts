import type { Database } from './database';

/** Who takes away rows that were replaced, and whether somebody does. */
export type Tidied =
  | { readonly by: 'thisProcess' }
  /** `isOn`: the server's `autovacuum`. Off, tables that are rewritten grow without end unless somebody vacuums by hand. */
  | { readonly by: 'server'; readonly isOn: boolean };

/**
 * Takes away the rows that updates have left behind and counts anew what the planner goes by. The embedded engine has
 * nobody to do that in the background, so it is done here, and every other statement waits meanwhile; a server is left
 * to itself and only asked.
 */
export async function tidyDatabase({ kind, pool }: Database): Promise<Tidied> {
  if (kind === 'pglite') {
    await pool.query('vacuum (analyze)');
    return { by: 'thisProcess' };
  }
  const { rows } = await pool.query<{ autovacuum: string }>('show autovacuum');
  return { by: 'server', isOn: rows[0]?.autovacuum === 'on' };
}
