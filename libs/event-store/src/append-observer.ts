/** One group of appends after every member has its answer: numbers only, told once a group. */
export interface AppendedGroup {
  /** Milliseconds each member took from its arrival at the store to its answer, the wait for its group included. */
  readonly latenciesMs: readonly number[];
  /** Members refused because their stream was not at the expected revision. */
  readonly conflictCount: number;
  /** Members that got an error. */
  readonly failureCount: number;
}

/** Who watches the appends. It is called on the way of every group, so it has to be quick, and it must not throw. */
export type AppendObserver = (group: AppendedGroup) => void;
