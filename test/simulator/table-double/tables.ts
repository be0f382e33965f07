/** A row of `read.projections`, as far as the runtime looks at it here. */
export interface ProjectionRow {
  readonly name: string;
  readonly version: number;
  readonly generation: number;
  readonly partition: number;
  readonly partitionCount: number;
  state: string;
  position: string;
}

/** A row of `read.parked`. */
export interface ParkedRow {
  readonly name: string;
  readonly key: string;
  readonly position: string;
  readonly eventId: string;
  error: string | null;
  tries: number;
}

export interface ReactorRow {
  readonly name: string;
  position: string;
  error: unknown;
}

export interface ReadRow {
  readonly key: string;
  readonly position: string;
}

/** The tables of the runtime, as plain data. */
export interface Tables {
  migrations: { readonly name: string; readonly digest: string }[];
  projections: ProjectionRow[];
  parked: ParkedRow[];
  reactors: ReactorRow[];
  /** Rows by key of each read table, and the columns it was made with. */
  readonly rows: Map<string, Map<string, ReadRow>>;
  readonly columns: Map<string, readonly string[]>;
}

export const emptyTables = (): Tables => ({
  migrations: [],
  projections: [],
  parked: [],
  reactors: [],
  rows: new Map(),
  columns: new Map(),
});
