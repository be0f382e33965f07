import type { Projection, ReadTable, Tally } from '../projection';
import type { ReadTarget } from '../tables/read-table';

/** A table of a generation: that of the rows, and beside it that of their sums where there are any. */
export interface GenerationTable {
  readonly target: ReadTarget;
  readonly table: ReadTable;
}

/** The place of the sums beside their rows. */
export const tallyTarget = (target: ReadTarget): ReadTarget => ({
  ...target,
  table: `${target.table}_tally`,
});

/** A sum is replaced with nearly every batch, so each gets a page of its own to be replaced on. */
const ROOM_TO_REPLACE = 10;

export const tallyTable = ({ columns, indexes }: Tally<never>): ReadTable => ({
  columns: { ...columns, amounts: 'jsonb' },
  indexes,
  fillFactor: ROOM_TO_REPLACE,
});

/**
 * Every table that a generation of the read model consists of.
 * @throws RangeError when a read model in several parts asks for sums.
 */
export function tablesOf(projection: Projection, target: ReadTarget): readonly GenerationTable[] {
  const { name, table, tally, partitions = 1 } = projection;
  if (tally === undefined) return [{ target, table }];
  if (partitions > 1) throw new RangeError(`${name} has sums, so it cannot be divided into parts`);
  return [
    { target, table },
    { target: tallyTarget(target), table: tallyTable(tally) },
  ];
}

/** The sums beside a live table, by its qualified name as SQL has it. */
export const tallyOf = (qualifiedTable: string): string => qualifiedTable.replace(/"$/, '_tally"');
