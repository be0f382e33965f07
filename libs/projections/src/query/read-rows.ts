import type { Projection } from '../runtime/projection';
import { liveTarget, qualified, selectList } from '../runtime/tables/read-table';
import type { Conditions } from './conditions';
import type { Reader } from './reader';

/** A row as queries give it: its own properties with its key and the position of the last event that touched it. */
export type ReadRow<Row> = Row & {
  readonly key: string;
  /** Decimal string. */
  readonly position: string;
};

export interface Order {
  /** SQL order by columns of the table named `t`, written by the query itself. */
  readonly by: string;
  readonly limit?: number;
}

/** Rows of the live table that meet the conditions. */
export async function readRows<Row extends object>(
  reader: Reader,
  projection: Projection<Row>,
  conditions: Conditions,
  { by, limit }: Order = { by: 't.key' },
): Promise<readonly ReadRow<Row>[]> {
  const limited = limit === undefined ? '' : `limit ${conditions.bind(limit)}`;
  const { rows } = await reader.query<ReadRow<Row>>(
    `select ${selectList(projection.table, 't')} from ${qualified(liveTarget(projection))} t
      ${conditions.where} order by ${by} ${limited}`,
    conditions.params,
  );
  return rows;
}
