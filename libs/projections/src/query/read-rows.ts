import type { Projection } from '../runtime/projection';
import { selectList } from '../runtime/tables/read-table';
import type { Conditions } from './conditions';
import { onLiveTable } from './live-table';
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

/** Rows of the live table that meet the conditions. Those that name the table themselves are made for it. */
export function readRows<Row extends object>(
  reader: Reader,
  projection: Projection<Row>,
  conditions: Conditions | ((table: string) => Conditions),
  { by, limit }: Order = { by: 't.key' },
): Promise<readonly ReadRow<Row>[]> {
  return onLiveTable(reader, projection, async (table) => {
    const those = typeof conditions === 'function' ? conditions(table) : conditions;
    const limited = limit === undefined ? '' : `limit ${those.bind(limit)}`;
    const { rows } = await reader.query<ReadRow<Row>>(
      `select ${selectList(projection.table, 't')} from ${table} t
        ${those.where} order by ${by} ${limited}`,
      those.params,
    );
    return rows;
  });
}
