import type { RecordedEvent } from '@thidua/kernel';
import { foldBatch, keysOf, type StoredRow } from '../runtime/batches/fold-batch';
import type { Projection } from '../runtime/projection';
import { noSkips } from '../runtime/tables/skip-list';

type Rows = Readonly<Record<string, object>>;

/** The projector does not know row types; what it hands to a fold is what the fold gave before. */
export const asLoose = <Row extends object>(projection: Projection<Row>): Projection => projection;

/** Rows by key after the batches, folded as a projector folds them, without a table. */
export function foldRows<Row extends object>(
  projection: Projection<Row>,
  batches: readonly (readonly RecordedEvent[])[],
): Rows {
  const rows = new Map<string, StoredRow>();
  for (const events of batches) {
    const loose = asLoose(projection);
    const keys = events.flatMap((event) => keysOf(loose, event));
    const stored = new Map([...rows].filter(([key]) => keys.includes(key)));
    const input = {
      ...{ events, rows: stored, parkedKeys: new Set<string>(), refused: new Map() },
      skips: noSkips,
    };
    const { changed, removed, parked } = foldBatch(loose, input);
    if (parked[0] !== undefined) throw new Error(parked[0].error ?? 'parked');
    for (const key of removed) rows.delete(key);
    for (const [key, { row, position }] of changed) {
      rows.set(key, { row: throughTable(row), position });
    }
  }
  return Object.fromEntries([...rows].map(([key, { row }]) => [key, row]));
}

/** What a table does to a row: plain JSON, object keys in another order. */
function throughTable(row: object): object {
  return JSON.parse(JSON.stringify(row, inOtherOrder)) as object;
}

const inOtherOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value;
