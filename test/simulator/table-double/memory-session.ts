import { UnknownStatement, type Result, type Session } from './session';
import { statements } from './statements';
import { emptyTables, type Tables } from './tables';

const CREATE_READ_TABLE =
  /^create table if not exists read\."(\w+)" \((.*)\) with \(fillfactor = \d+\)$/;
const TABLE_COLUMNS = /^select attname \|\| ' ' \|\| format_type\(atttypid, atttypmod\) as column/;
/** The steps that build the schema `read`: the tables of the double are there from the beginning. */
const SCHEMA_STEP = /(create|alter) table (if not exists )?read\.\w/;

/** A statement that was recognised. */
type Prepared = (tables: Tables, params: readonly unknown[]) => readonly object[];

/**
 * The tables of the projection runtime in memory. It knows the runtime's own statements and refuses any other, so a
 * changed statement is noticed; that it answers as PostgreSQL does is what the comparison with a server proves.
 */
export class MemorySession implements Session {
  private tables: Tables = emptyTables();
  private saved: Tables | null = null;
  private readonly prepared = new Map<string, Prepared>();

  query(text: string, params: readonly unknown[] = []): Promise<Result> {
    return new Promise((resolve) => {
      const rows = this.run(text, params);
      resolve({ rows, rowCount: rows.length });
    });
  }

  private run(text: string, params: readonly unknown[]): readonly object[] {
    switch (text) {
      case 'begin':
        this.saved = structuredClone(this.tables);
        return [];
      case 'commit':
        this.saved = null;
        return [];
      case 'rollback':
        this.tables = this.saved ?? this.tables;
        this.saved = null;
        return [];
      default:
        return this.effectOf(text)(this.tables, params);
    }
  }

  /** Found once for each text: the runtime sends a few dozen different ones, thousands of times. */
  private effectOf(text: string): Prepared {
    const known = this.prepared.get(text);
    if (known !== undefined) return known;
    const effect = prepare(text.replace(/\s+/g, ' ').trim());
    this.prepared.set(text, effect);
    return effect;
  }
}

function prepare(sql: string): Prepared {
  for (const [pattern, effect] of statements) {
    const match = pattern.exec(sql);
    if (match !== null) return (tables, params) => effect(tables, params, match[1] ?? '');
  }
  const [, created, columns] = CREATE_READ_TABLE.exec(sql) ?? [];
  if (created !== undefined) return (tables) => createTable(tables, created, columns ?? '');
  if (TABLE_COLUMNS.test(sql)) return columnsOf;
  if (SCHEMA_STEP.test(sql)) return () => [];
  throw new UnknownStatement(sql);
}

function createTable(tables: Tables, table: string, columns: string): readonly object[] {
  const typed = columns
    .split(',')
    .map((column) => column.trim().replaceAll('"', '').replace(' collate C', ''))
    .map((column) => column.replace(' primary key', '').replace(' not null', ''))
    .map((column) => column.replace(/ timestamptz$/, ' timestamp with time zone'));
  tables.columns.set(table, typed);
  tables.rows.set(table, new Map());
  return [];
}

function columnsOf(tables: Tables, [table]: readonly unknown[]): readonly object[] {
  const columns = tables.columns.get(String(table).replace('read.', '')) ?? [];
  return columns.map((column) => ({ column }));
}
