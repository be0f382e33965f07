import type { DecreeSheet } from '@thidua/scoring';
import type { HashedSheet } from '../scores/hashed-sheet';

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

/** The sheet of a decree without its people. */
export type DecreeHead = Omit<DecreeSheet, 'people'>;

/** A sheet laid open: all of it but its people as plain JSON, and everybody's part in canonical JSON, in their order. */
export interface SheetText {
  readonly head: DecreeHead | HashedSheet;
  readonly parts: () => AsyncIterable<string>;
}

/** Sheets of a decree say their format; the sheet of units is older than formats. */
export const isOfDecree = (head: SheetText['head']): head is DecreeHead => 'format' in head;

/** A result with its sheet at hand, until it is closed. */
export interface OpenResult {
  readonly result: ScoredResult;
  /** What the document is written from. */
  readonly text: SheetText;
  /** Canonical JSON in pieces, the same bytes on every machine. */
  document(): AsyncIterable<string>;
  close(): Promise<void>;
}
