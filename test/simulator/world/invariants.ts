/** What the core promises, under the names that reports and planted bugs use. */
export const INVARIANTS = {
  acknowledgedIsStored: 'what was acknowledged is stored',
  stableAnswers: 'a command asked again gets its first answer',
  positionsFollowCommits: 'positions are gap-free and follow the order of commits',
  revisionsAreGapFree: 'revisions are gap-free in every stream',
  decidedOnItsPast: 'an event stands right after the history it was decided on',
  noEventTwice: 'no event id is in the log twice',
  timeNeverRunsBack: 'recordedAt never runs back',
  readersNeverSkip: 'readers never skip an event',
  readersConverge: 'whoever lags catches up once the faults end',
  rowsAreTheFold: 'a read model is the fold of the log',
  checkpointsMoveForward: 'checkpoints only move forward',
  effectsHappenOnce: 'every effect of a process manager happens exactly once',
} as const;

export type Invariant = keyof typeof INVARIANTS;

export interface Violation {
  readonly invariant: Invariant;
  readonly detail: string;
}
