import type { RecordedEvent } from '@thidua/kernel';

/**
 * SQL types a read model may use. `text collate "C"` is text that is ordered byte by byte, the same on every server. Dates
 * travel as `YYYY-MM-DD`, instants as ISO text, 64-bit numbers as decimal text.
 */
export type ColumnType =
  | 'text'
  | 'text collate "C"'
  | 'text[]'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'jsonb';

export interface ReadTable {
  /** Property name of the row (camelCase) to its SQL type; the column is the same name in snake_case. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Each entry lists the properties of one index; `position` may be named. One `text[]` alone is indexed by element. */
  readonly indexes: readonly (readonly string[])[];
  /**
   * Percent of a page that new rows may fill, 10 to 100 (PostgreSQL's `fillfactor`); 100 when left out. For few rows that
   * are written over and over: with room on their page they are replaced in place, and neither the table nor its indexes
   * grow with the writes.
   */
  readonly fillFactor?: number;
}

/** What one row adds to one sum. */
export interface Share<Sum extends object = object> {
  readonly key: string;
  /** What names the sum; the same for every share of the key. */
  readonly row: Sum;
  /** Whole numbers, place by place. */
  readonly amounts: readonly number[];
}

/**
 * Sums over the rows of a read model, kept beside them in the same transaction: a change adds what the new row says and
 * takes away what the old one said. With sums a question costs the same however many rows there are. Their table is the
 * read model's own with `_tally`; a column `amounts` holds them, and a sum of nothing but zeros has no row.
 */
export interface Tally<Row extends object = object, Sum extends object = object> {
  readonly columns: ReadTable['columns'];
  readonly indexes: ReadTable['indexes'];
  /** Pure: the same row always has the same shares. */
  sharesOf(row: Row): readonly Share<Sum>[];
}

/**
 * A read model as data and one pure fold. Running, storing and rebuilding it is the projector's business. Every table
 * has two columns beside its own: `key` (primary key) and `position` (last event that touched the row).
 */
export interface Projection<Row extends object = object> {
  /** snake_case; the table is `<name>__v<version>`, and `<name>__v<version>_g<generation>` after a rebuild. */
  readonly name: string;
  /** Raise to rebuild from the beginning into a new table. */
  readonly version: number;
  /** Event types it folds; `all` takes every event. */
  readonly types: readonly string[] | 'all';
  readonly table: ReadTable;
  /**
   * What happens to an event that cannot be folded: `stop` halts this projection loudly (audit, year-end score);
   * `park-key` sets the key aside, its later events queue behind it in order, and other keys go on (boards).
   */
  readonly poison: 'stop' | 'park-key';
  /** True when every event makes a key of its own, so that no row needs to be read before it is written. */
  readonly appendOnly?: true;
  /**
   * Into how many parts the keys are divided, each with a checkpoint and a projector of its own; 1 when left out. Every
   * part reads the whole log, so it pays only where folding and writing cost far more than reading. A change takes hold
   * with the next rebuild.
   */
  readonly partitions?: number;
  /** Not for a read model in several parts, whose projectors would write the same sums. */
  readonly tally?: Tally<Row>;
  /** Rows the event touches; empty when it touches none. */
  keysOf(event: RecordedEvent): readonly string[];
  /**
   * The row after the event; null removes it, the same object leaves it untouched. `row` is null when there is none
   * yet, and otherwise plain JSON as it came back from the table. Pure.
   */
  evolve(row: Row | null, event: RecordedEvent, key: string): Row | null;
}
