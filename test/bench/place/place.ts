/** A PostgreSQL server by URL, or the embedded engine in a folder. */
export type Target =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'pglite'; readonly dataDir: string };

/** Where a run takes place, made for it and removed after it. */
export interface Place {
  readonly kind: Target['kind'];
  /** One line on what this place is and why it was chosen. */
  readonly about: string;
  /** A contender's own target. On a server all share one database; an embedded engine serves one process. */
  targetOf(contender: string): Target;
  remove(): Promise<void>;
}
