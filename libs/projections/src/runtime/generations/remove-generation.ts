import type { PoolClient } from 'pg';
import { tallyTarget } from '../tallies/tally-table';
import { qualified, quotedName, targetOf, type ReadTarget } from '../tables/read-table';
import type { VersionId } from './find-generation';

/** The table in which a check keeps the digests of the live rows, named after the copy they are compared with. */
export const digestsOf = ({ table }: Pick<ReadTarget, 'table'>): string =>
  quotedName(`${table}_digests`);

/** Removes a generation with its table, its checkpoints and what is parked for it. */
export async function removeGeneration(
  client: PoolClient,
  id: VersionId,
  generation: number,
): Promise<void> {
  const target = targetOf(id, generation);
  const tables = [qualified(target), qualified(tallyTarget(target)), digestsOf(target)];
  await client.query(`drop table if exists ${tables.join(', ')}`);
  for (const table of ['read.projections', 'read.parked']) {
    await client.query(
      `delete from ${table} where name = $1 and version = $2 and generation = $3`,
      [id.name, id.version, generation],
    );
  }
}
