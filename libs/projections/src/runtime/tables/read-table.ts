import type { ColumnType, Projection, ReadTable } from '../projection';
import type { SkipList } from './skip-list';

/** One partition of one generation of a read model: where its checkpoint is kept, and in which table its rows. */
export interface ReadTarget {
  readonly name: string;
  readonly version: number;
  /** 1 for the first table made for the version; each rebuild makes the next. */
  readonly generation: number;
  /** From 0; a read model that is not divided has only partition 0. */
  readonly partition: number;
  /** Table name inside the schema `read`. */
  readonly table: string;
}

/** A projection, the copy of it that is written, and what was skipped on record. */
export interface Feed {
  readonly projection: Projection;
  readonly target: ReadTarget;
  readonly skips: SkipList;
}

const SNAKE = /^[a-z][a-z0-9_]*$/;
const CAMEL = /^[a-z][A-Za-z0-9]*$/;

/** A partition of a generation; the first one when nothing else is said. */
export const targetOf = (
  { name, version }: Pick<Projection, 'name' | 'version'>,
  generation = 1,
  partition = 0,
): ReadTarget => ({
  name,
  version,
  generation,
  partition,
  table: `${name}__v${version}${generation === 1 ? '' : `_g${generation}`}`,
});

/** The columns that name a row of `read.projections`, in the order of `targetParams`. */
export const TARGET = 'name = $1 and version = $2 and generation = $3 and partition = $4';

export const targetParams = ({ name, version, generation, partition }: ReadTarget) => [
  name,
  version,
  generation,
  partition,
];

/** The quoted, qualified name for use in SQL. @throws RangeError when the name is not snake_case. */
export const qualified = ({ table }: Pick<ReadTarget, 'table'>): string => quotedName(table);

export function quotedName(table: string): string {
  if (!SNAKE.test(table)) throw new RangeError(`Not a snake_case name: ${table}`);
  return `read."${table}"`;
}

/** `dueOn` → `due_on`. @throws RangeError when the property is not camelCase. */
export function columnName(property: string): string {
  if (!CAMEL.test(property)) throw new RangeError(`Not a camelCase name: ${property}`);
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const columnsOf = (table: ReadTable): readonly (readonly [string, ColumnType])[] =>
  Object.entries(table.columns);

/** Keys are compared byte by byte, so that their order is the same on every server. */
export const createTableSql = (target: ReadTarget, table: ReadTable): string =>
  `create table if not exists ${qualified(target)} (
     key text collate "C" primary key, position bigint not null
     ${columnsOf(table)
       .map(([property, type]) => `, "${columnName(property)}" ${type}`)
       .join('')}) with (fillfactor = ${table.fillFactor ?? 100})`;

/** One statement per index. Made after the rows are loaded when a table is built aside, which is cheaper. */
export const createIndexesSql = (target: ReadTarget, table: ReadTable): readonly string[] =>
  table.indexes.map((properties) => {
    const byElement = properties.every((property) => table.columns[property] === 'text[]');
    const columns = properties.map((property) => `"${columnName(property)}"`).join(', ');
    return `create index on ${qualified(target)} ${byElement ? 'using gin ' : ''}(${columns})`;
  });

/**
 * The select list that gives rows in the form the fold works with: property names, dates as `YYYY-MM-DD`, instants as
 * ISO text in UTC, positions as decimal text. `alias` is the table's name in the query.
 */
export function selectList(table: ReadTable, alias: string): string {
  const own = columnsOf(table).map(([property, type]) => {
    const column = `${alias}."${columnName(property)}"`;
    return `${asText(column, type)} as "${property}"`;
  });
  return [`${alias}.key`, `${alias}.position::text as "position"`, ...own].join(', ');
}

function asText(column: string, type: ColumnType): string {
  switch (type) {
    case 'date':
      return `to_char(${column}, 'YYYY-MM-DD')`;
    case 'timestamptz':
      return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    case 'bigint':
      return `${column}::text`;
    default:
      return column;
  }
}

/** Writes every row of the JSON array `$1`, replacing rows of the same key. */
export function upsertSql(target: ReadTarget, table: ReadTable): string {
  const columns = columnsOf(table).map(([property]) => `"${columnName(property)}"`);
  const from = columnsOf(table).map(([property, type]) => `"${property}" ${type}`);
  const values = columnsOf(table).map(([property]) => `r."${property}"`);
  const replaced = ['position', ...columns].map((column) => `${column} = excluded.${column}`);
  return `insert into ${qualified(target)} (${['key', 'position', ...columns].join(', ')})
    select ${['r.key', 'r.position', ...values].join(', ')}
      from json_to_recordset($1::json) as r(${['key text', 'position bigint', ...from].join(', ')})
    on conflict (key) do update set ${replaced.join(', ')}`;
}

/** Rows whose key is in the array `$1`. */
export const selectByKeysSql = (target: ReadTarget, table: ReadTable): string =>
  `select ${selectList(table, 't')} from ${qualified(target)} t where t.key = any($1)`;

export const deleteByKeysSql = (target: ReadTarget): string =>
  `delete from ${qualified(target)} where key = any($1)`;
