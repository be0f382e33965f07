import type { Target } from '../place/place';
import type { Settings } from '../place/settings';

/** A year of officials closed by the application, in seconds of each step. */
export interface ProvinceYear {
  /** Frozen at a position, everybody scored, the quota settled, the hashes recorded. */
  readonly score: number;
  /** The frozen sheet proved by its hash and written to a file. */
  readonly export: number;
  readonly sheetHash: string;
  readonly exportedBytes: number;
  /** Largest resident memory of the process, in MiB, before the year was closed and after. */
  readonly memoryBefore: number;
  readonly memoryPeak: number;
}

/** What the run asks of a process that holds a province. */
export interface ProvinceQuestions {
  readonly open: { readonly asks: { readonly target: Target }; readonly answers: Settings };
  /** The number of events of everybody's year. */
  readonly fill: { readonly asks: { readonly peopleCount: number }; readonly answers: number };
  readonly feed: { readonly asks: null; readonly answers: null };
  /** The cycle of that number, each frozen at the same position. */
  readonly close: { readonly asks: { readonly cycle: number }; readonly answers: ProvinceYear };
  /** Seconds of the hand-written statement. */
  readonly aggregate: { readonly asks: null; readonly answers: number };
  /** How many people both ways give the same points; fails where one differs. */
  readonly compare: { readonly asks: null; readonly answers: number };
  readonly end: { readonly asks: null; readonly answers: null };
}
