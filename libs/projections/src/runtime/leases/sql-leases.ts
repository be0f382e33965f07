import type { Pool, PoolClient } from 'pg';
import type { ReadTarget } from '../tables/read-table';

/** Who may feed what, for a while. For efficiency alone: what is written twice is refused by the checkpoint. */
export interface LeaseBook {
  /** Takes or renews for `forMs` milliseconds; gives the names that are ours now. */
  take(names: readonly string[], forMs: number): Promise<ReadonlySet<string>>;
  /** Gives back what is ours, so that another one need not wait for it to run out. */
  release(names: readonly string[]): Promise<void>;
}

/** The name of the lease on one partition of one generation. */
export const leaseName = ({ name, version, generation, partition }: ReadTarget): string =>
  `projection:${name}:v${version}:g${generation}:p${partition}`;

export const reactorLeaseName = (name: string): string => `reactor:${name}`;

/**
 * The database's own clock decides what has run out, so that the clocks of the processes need not agree. In name order,
 * because two takers that lock rows in different orders would wait for each other.
 */
const TAKE = `
  insert into read.leases as l (name, owner, until)
  select wanted, $2, clock_timestamp() + $3 * interval '1 millisecond'
    from unnest($1::text[]) wanted
   where not exists (select from read.leases o
                      where o.name = wanted and o.owner <> $2 and o.until >= clock_timestamp())
   order by wanted
  on conflict (name) do update set owner = excluded.owner, until = excluded.until
   where l.owner = excluded.owner or l.until < clock_timestamp()
  returning name`;

export async function takeLeases(
  client: Pool | PoolClient,
  owner: string,
  names: readonly string[],
  forMs: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(TAKE, [names, owner, forMs]);
  return new Set(rows.map(({ name }) => name));
}

/** Which of the names are leased by anybody now, with the owner. */
export async function leaseOwners(
  client: Pool | PoolClient,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; owner: string }>(
    'select name, owner from read.leases where name = any($1) and until >= clock_timestamp()',
    [names],
  );
  return new Map(rows.map(({ name, owner }) => [name, owner]));
}

/** The book in the database. */
export const sqlLeases = (pool: Pool, owner: string): LeaseBook => ({
  take: (names, forMs) => takeLeases(pool, owner, names, forMs),
  release: async (names) => {
    await pool.query('delete from read.leases where owner = $1 and name = any($2)', [owner, names]);
  },
});
