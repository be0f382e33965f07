import type { Settings } from '../place/settings';
import type { Target } from '../place/place';
import type { SliceTiming } from './slice';

/** What the run asks of a contender's process, one question at a time, and what each answers. All of it is plain JSON. */
export interface ContestQuestions<Job, Opening = Target> {
  readonly open: { readonly asks: Opening; readonly answers: Settings };
  readonly slice: { readonly asks: Job; readonly answers: SliceTiming };
  /** How many events the contender finds where it keeps them. */
  readonly count: { readonly asks: null; readonly answers: number };
  readonly close: { readonly asks: null; readonly answers: null };
}

/** A question on its way to a process. */
export interface Question {
  readonly kind: string;
  readonly asks: unknown;
}

/** What comes back. */
export type Reply =
  { readonly ok: true; readonly answers: unknown } | { readonly ok: false; readonly error: string };
