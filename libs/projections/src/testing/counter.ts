import type { ColumnType, Projection } from '../runtime/projection';

export interface CounterRow {
  readonly count: number;
  readonly total: number;
  readonly lastOn: string | null;
  readonly lastAt: string;
  readonly labels: readonly string[];
  readonly seen: { readonly ids: readonly string[] };
}

interface CounterData {
  readonly key: string;
  readonly add?: number;
  readonly on?: string;
  readonly label?: string;
  readonly also?: string;
}

/** What a test may make the fold choke on, and mend later. */
export interface Poison {
  keys: readonly string[];
}

const FIRST: CounterRow = {
  count: 0,
  total: 0,
  lastOn: null,
  lastAt: '',
  labels: [],
  seen: { ids: [] },
};

/**
 * A small read model that uses every column type a fold meets: `Counted` adds, `Cleared` removes the row. `add` goes
 * into a 32-bit column, so a larger number is refused by the database and not by the fold.
 */
export const counter = (
  poison: Projection['poison'] = 'park-key',
  poisoned: Poison = { keys: [] },
): Projection<CounterRow> => ({
  name: 'counter',
  version: 1,
  types: ['Counted', 'Cleared'],
  poison,
  table: {
    columns: {
      count: 'integer',
      total: 'integer',
      lastOn: 'date',
      lastAt: 'timestamptz',
      labels: 'text[]',
      seen: 'jsonb',
    } satisfies Record<keyof CounterRow, ColumnType>,
    indexes: [['count', 'lastOn'], ['labels'], ['position']],
  },
  keysOf: ({ data }) => {
    const { key, also } = data as CounterData;
    return also === undefined ? [key] : [key, also];
  },
  evolve: (row, event, key) => {
    const data = event.data as CounterData;
    if (event.type === 'Cleared') return null;
    if (data.label === 'poison' && poisoned.keys.includes(key)) throw new Error(`bad ${key}`);
    const before = row ?? FIRST;
    return {
      count: before.count + 1,
      total: before.total + (data.add ?? 0),
      lastOn: data.on ?? before.lastOn,
      lastAt: event.metadata.occurredAt,
      labels: data.label === undefined ? before.labels : [...before.labels, data.label],
      seen: { ids: [...before.seen.ids, event.id] },
    };
  },
});
