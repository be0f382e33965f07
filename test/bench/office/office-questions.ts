import type { Target } from '../place/place';
import type { Settings } from '../place/settings';
import type { Filling } from './office';

export type Asking = 'kpis' | 'ranking';

/** A year closed, in seconds of each step. */
export interface YearEnd {
  /** The provisional sheet of every unit. */
  readonly sheet: number;
  /** Computed, frozen at a position, hashes recorded. */
  readonly freeze: number;
  /** The frozen sheet computed again from the log and compared with its recorded hash. */
  readonly proof: number;
}

/** What the run asks of a process that holds the application. */
export interface OfficeQuestions {
  readonly open: {
    readonly asks: { readonly target: Target; readonly background: boolean };
    readonly answers: Settings;
  };
  /** The number of events written. */
  readonly fill: {
    readonly asks: Filling;
    readonly answers: number;
  };
  readonly feed: { readonly asks: readonly string[]; readonly answers: null };
  /** Seconds until the answer. */
  readonly ask: {
    readonly asks: { readonly what: Asking; readonly year: number };
    readonly answers: number;
  };
  readonly yearEnd: { readonly asks: { readonly year: number }; readonly answers: YearEnd };
  readonly close: { readonly asks: null; readonly answers: null };
}
