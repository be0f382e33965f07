import type { Settings } from '../place/settings';
import type { Target } from '../place/place';
import type { Slice, SliceTiming } from './slice';

/** What the run asks of a contender's process, one question at a time, and what each question answers. */
export interface Questions {
  readonly open: { readonly asks: Target; readonly answers: Settings };
  readonly slice: { readonly asks: Slice; readonly answers: SliceTiming };
  /** How many events the contender finds in the database. */
  readonly count: { readonly asks: null; readonly answers: number };
  readonly close: { readonly asks: null; readonly answers: null };
}

export type QuestionKind = keyof Questions;

export type Question = {
  readonly [Kind in QuestionKind]: { readonly kind: Kind; readonly asks: Questions[Kind]['asks'] };
}[QuestionKind];

export type Reply =
  | { readonly ok: true; readonly answers: Questions[QuestionKind]['answers'] }
  | { readonly ok: false; readonly error: string };
