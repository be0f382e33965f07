import type { ParkedRow, ProjectionRow, ReadRow, Tables } from './tables';

type Params = readonly unknown[];
type Row = Readonly<Record<string, unknown>>;

/** What a statement does to the tables. Gives its rows; the names are the table named in the text, if any. */
type Effect = (tables: Tables, params: Params, table: string) => readonly object[];

const texts = (param: unknown): readonly string[] => param as readonly string[];
const json = (param: unknown): readonly Row[] => JSON.parse(String(param)) as readonly Row[];
const nothing: Effect = () => [];
const byPosition = (a: { position: string }, b: { position: string }): number =>
  Number(a.position) - Number(b.position);

const target = (tables: Tables, [name, version, generation, partition]: Params): ProjectionRow[] =>
  tables.projections.filter(
    (row) =>
      row.name === name &&
      row.version === version &&
      row.generation === generation &&
      row.partition === partition,
  );

const checkpoints: readonly (readonly [RegExp, Effect])[] = [
  [
    /^select generation, min\(state\) as state.* from read\.projections where name = \$1 and version = \$2 group by generation/,
    (tables, [name]) =>
      tables.projections
        .filter((row) => row.name === name)
        .map((row) => ({ ...row, reached: row.position, missedSkip: false, error: null })),
  ],
  [
    /^insert into read\.projections \(name, version, generation, partition, partition_count, state, position/,
    (tables, [name, version, generation, partitionCount, state]) => {
      const row = { name, version, generation, partition: 0, partitionCount, state, position: '0' };
      tables.projections.push(row as ProjectionRow);
      return [];
    },
  ],
  [
    /^select position::text as position, state, error from read\.projections where name = \$1 and version = \$2 and generation = \$3 and partition = \$4( for update)?$/,
    (tables, params) =>
      target(tables, params).map(({ position, state }) => ({ position, state, error: null })),
  ],
  [
    /^update read\.projections set position = \$6 where name = \$1 and version = \$2 and generation = \$3 and partition = \$4 and position = \$5 and error is null and state <> 'retired' and \(hold_until is null or hold_until < clock_timestamp\(\)\) returning skip_count/,
    (tables, params) =>
      target(tables, params)
        .filter(({ position }) => position === params[4])
        .map((row) => {
          row.position = String(params[5]);
          return { skipCount: 0 };
        }),
  ],
  [
    /^select 1 from read\.projections where name = \$1 and version = \$2 order by generation, partition for update$/,
    (tables, [name]) => tables.projections.filter((row) => row.name === name).map(() => ({})),
  ],
  [
    /^update read\.projections set state = \$4, hold_until = null, changed_at = clock_timestamp\(\) where name = \$1 and version = \$2 and generation = \$3$/,
    (tables, [name, version, generation, state]) =>
      target(tables, [name, version, generation, 0]).map((row) => Object.assign(row, { state })),
  ],
  [
    /^insert into read\.reactors \(name, position\) values \(\$1, \$2\) on conflict do nothing$/,
    (tables, [name, position]) => {
      if (tables.reactors.every((row) => row.name !== name))
        tables.reactors.push({ name: String(name), position: String(position), error: null });
      return [];
    },
  ],
  [
    /^select position::text as position, error from read\.reactors where name = \$1$/,
    (tables, [name]) =>
      tables.reactors.filter((row) => row.name === name).map((row) => ({ ...row })),
  ],
  [
    /^update read\.reactors set position = \$3, error = null where name = \$1 and position = \$2$/,
    (tables, [name, from, to]) =>
      reactorAt(tables, name, from).map((row) => Object.assign(row, { position: to, error: null })),
  ],
  [
    /^update read\.reactors set error = \$3 where name = \$1 and position = \$2$/,
    (tables, [name, at, error]) =>
      reactorAt(tables, name, at).map((row) =>
        Object.assign(row, { error: JSON.parse(String(error)) as unknown }),
      ),
  ],
];

const reactorAt = (tables: Tables, name: unknown, position: unknown) =>
  tables.reactors.filter((row) => row.name === name && row.position === position);

const parked: readonly (readonly [RegExp, Effect])[] = [
  [
    /^select distinct key from read\.parked where .* and key = any\(\$4\)$/,
    (tables, [name, , , keys]) => {
      const found = tables.parked.filter(
        (row) => row.name === name && texts(keys).includes(row.key),
      );
      return [...new Set(found.map(({ key }) => key))].map((key) => ({ key }));
    },
  ],
  [
    /^insert into read\.parked .* on conflict do nothing$/,
    (tables, [name, , , rows]) => {
      for (const { key, position, event_id: eventId, error, tries } of json(rows)) {
        const isThere = tables.parked.some(
          (row) => row.name === name && row.key === key && row.position === position,
        );
        const row = { name, key, position, eventId, error, tries };
        if (!isThere) tables.parked.push(row as ParkedRow);
      }
      return [];
    },
  ],
  [
    /^select key, position::text as "position", event_id as "eventId", error, tries from read\.parked where .* and \(\$4::text is null or key = \$4\) order by read\.parked\.position, key$/,
    (tables, [name, , , key]) =>
      tables.parked
        .filter((row) => row.name === name && (key === null || row.key === key))
        .map((row) => ({ ...row }))
        .sort(byPosition),
  ],
  [
    /^delete from read\.parked where .* and key = \$4 and position = any\(\$5::bigint\[\]\)$/,
    (tables, [name, , , key, positions]) => {
      tables.parked = tables.parked.filter(
        (row) => row.name !== name || row.key !== key || !texts(positions).includes(row.position),
      );
      return [];
    },
  ],
  [
    /^update read\.parked set error = \$6, tries = tries \+ 1 where .* and key = \$4 and position = \$5$/,
    (tables, [name, , , key, position, error]) => {
      const row = tables.parked.find(
        (one) => one.name === name && one.key === key && one.position === position,
      );
      if (row !== undefined) Object.assign(row, { error, tries: row.tries + 1 });
      return [];
    },
  ],
];

const readTables: readonly (readonly [RegExp, Effect])[] = [
  [
    /^select t\.key, t\.position::text as "position".* from read\."(\w+)" t where t\.key = any\(\$1\)$/,
    (tables, [keys], table) =>
      texts(keys).flatMap((key) => structuredClone(rowsOf(tables, table).get(key) ?? [])),
  ],
  [
    /^insert into read\."(\w+)" \(key, position.* on conflict \(key\) do update set position = excluded\.position/,
    (tables, [rows], table) => {
      for (const row of json(rows))
        rowsOf(tables, table).set(String(row['key']), row as Row & ReadRow);
      return [];
    },
  ],
  [
    /^delete from read\."(\w+)" where key = any\(\$1\)$/,
    (tables, [keys], table) => {
      for (const key of texts(keys)) rowsOf(tables, table).delete(key);
      return [];
    },
  ],
];

function rowsOf(tables: Tables, table: string): Map<string, ReadRow> {
  const rows = tables.rows.get(table);
  if (rows === undefined) throw new Error(`There is no table read.${table}`);
  return rows;
}

const schema: readonly (readonly [RegExp, Effect])[] = [
  [/^select pg_advisory_xact_lock\(\d+\)$/, nothing],
  [/^create table if not exists public\.schema_migrations /, nothing],
  [/^create index on read\./, nothing],
  [/^savepoint /, nothing],
  [/^select name, digest from public\.schema_migrations/, ({ migrations }) => [...migrations]],
  [
    /^insert into public\.schema_migrations /,
    (tables, [, , name, digest]) => {
      tables.migrations.push({ name: String(name), digest: String(digest) });
      return [];
    },
  ],
];

/** Every statement of the runtime that a simulation meets, as exactly as its meaning needs. */
export const statements = [...checkpoints, ...parked, ...readTables, ...schema];
