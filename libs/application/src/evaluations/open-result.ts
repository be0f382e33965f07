import type { SheetText } from './sheet-text';

/** Whoever a sheet scores. */
export interface ScoredSubject {
  readonly subjectId: string;
  readonly unitId: string;
  /** Null: the subject is the unit itself. */
  readonly personId: string | null;
  readonly band: string | null;
  readonly rank: number | null;
}

/** Which rules, by a hash over all of them. */
export interface RuleSetReference {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** A sheet of any rule set as the cycle sees it: a document with its hashes, and whom it is about. */
export interface ScoredResult {
  readonly ruleSet: RuleSetReference;
  readonly inputHash: string;
  readonly sheetHash: string;
  readonly subjects: readonly ScoredSubject[];
}

/** A result with its sheet at hand, until it is closed. */
export interface OpenResult {
  readonly result: ScoredResult;
  /** What the document is written from. */
  readonly text: SheetText;
  /** Canonical JSON in pieces, the same bytes on every machine. */
  document(): AsyncIterable<string>;
  close(): Promise<void>;
}
