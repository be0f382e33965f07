/** What an office process prints, one JSON text a line, each at the moment it is true. */
export type OfficeMessage =
  | { readonly kind: 'open' }
  /** Work on a case begins; its commands may be in the log from now on. */
  | { readonly kind: 'begun'; readonly caseNumber: number }
  | ({ readonly kind: 'acknowledged' } & Acknowledged)
  | { readonly kind: 'finished'; readonly caseNumber: number }
  /** A command failed in a way that may pass and is sent again. */
  | { readonly kind: 'failed'; readonly message: string };

/** The answer to a command. */
export interface Acknowledged {
  readonly commandId: string;
  /** Position of its last event, a decimal string; null when it changed nothing. */
  readonly position: string | null;
  /** In the order in which they were written. */
  readonly eventIds: readonly string[];
}

/** Where an office keeps what it knows. */
export type Ground = Pick<OfficeOrders, 'databaseUrl' | 'dataDir' | 'eventStoreUrl'>;

/** What an office process is told when it starts. */
export interface OfficeOrders {
  /** A PostgreSQL server; null opens the embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** KurrentDB that holds the log; left out, the database holds it. */
  readonly eventStoreUrl?: string;
  /** Cases that an earlier process began and left unfinished: sent again from their first command, under the same ids. */
  readonly unfinished: readonly number[];
  /** The first case that nobody has begun; null works off the unfinished ones and ends. */
  readonly next: number | null;
  /** Sends a command again when its database went away under it; otherwise that is a fault. */
  readonly isPatient: boolean;
}
