import type { EvaluationEvent } from './evaluation.events';

type DataOf<Type extends EvaluationEvent['type']> = Extract<
  EvaluationEvent,
  { type: Type }
>['data'];

export type FrozenAt = DataOf<'EvaluationFrozen'>;
export type ComputedScore = DataOf<'ScoreComputed'>;
export type ScoreAdjustment = DataOf<'ScoreAdjusted'>;
export type Publication = DataOf<'ScorePublished'>;
export type Supersession = DataOf<'EvaluationSuperseded'>;

/** One year-end evaluation; each step stays readable after the next. */
export interface Evaluation {
  readonly status: 'opened' | 'frozen' | 'computed' | 'published' | 'superseded';
  readonly evaluationId: string;
  readonly year: number;
  readonly ruleSet: DataOf<'EvaluationOpened'>['ruleSet'];
  readonly openedOn: DataOf<'EvaluationOpened'>['openedOn'];
  readonly frozen: FrozenAt | null;
  readonly computed: ComputedScore | null;
  readonly adjustments: readonly ScoreAdjustment[];
  readonly published: Publication | null;
  readonly superseded: Supersession | null;
}

/** Plain JSON, so that a projection can keep it as it is. */
export type EvaluationState = { readonly status: 'absent' } | Evaluation;

export const noEvaluation: EvaluationState = { status: 'absent' };

/** Refuses nothing: an event about an evaluation nobody opened leaves the state as it is. */
export function evolveEvaluation(state: EvaluationState, event: EvaluationEvent): EvaluationState {
  if (event.type === 'EvaluationOpened') {
    return {
      status: 'opened',
      ...event.data,
      frozen: null,
      computed: null,
      adjustments: [],
      published: null,
      superseded: null,
    };
  }
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'EvaluationFrozen':
      return { ...state, status: 'frozen', frozen: event.data };
    case 'ScoreComputed':
      return { ...state, status: 'computed', computed: event.data };
    case 'ScoreAdjusted':
      return { ...state, adjustments: [...state.adjustments, event.data] };
    case 'ScorePublished':
      return { ...state, status: 'published', published: event.data };
    case 'EvaluationSuperseded':
      return { ...state, status: 'superseded', superseded: event.data };
    default:
      return state;
  }
}
