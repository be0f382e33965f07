import type { EvaluationEvent } from './evaluation.events';
import type { EvaluationStatus } from './steps';

type Facts = {
  readonly [Type in EvaluationEvent['type']]: Extract<EvaluationEvent, { type: Type }>['data'];
};
/** The data of one event type of an evaluation. */
export type EvaluationFacts<Type extends EvaluationEvent['type']> = Facts[Type];

/** An appeal with its answer, once there is one. */
export interface Appeal {
  readonly received: Facts['AppealReceived'];
  readonly answered: Facts['AppealAnswered'] | null;
}

/** One year-end evaluation; each step stays readable after the next. */
export interface Evaluation {
  readonly status: EvaluationStatus;
  readonly evaluationId: string;
  readonly year: number;
  readonly ruleSet: Facts['EvaluationOpened']['ruleSet'];
  readonly openedOn: Facts['EvaluationOpened']['openedOn'];
  readonly procedure: Facts['ProcedureSet'] | null;
  readonly frozen: Facts['EvaluationFrozen'] | null;
  readonly computed: Facts['ScoreComputed'] | null;
  readonly reviews: readonly Facts['ReviewRecorded'][];
  readonly adjustments: readonly Facts['ScoreAdjusted'][];
  readonly meeting: Facts['MeetingHeld'] | null;
  readonly approved: Facts['EvaluationApproved'] | null;
  readonly published: Facts['ScorePublished'] | null;
  readonly appeals: readonly Appeal[];
  readonly newClasses: readonly Facts['ClassificationSuperseded'][];
  readonly amendments: readonly Facts['AmendmentRecorded'][];
  readonly superseded: Facts['EvaluationSuperseded'] | null;
}

/** Plain JSON, so that a projection can keep it as it is. */
export type EvaluationState = { readonly status: 'absent' } | Evaluation;

export const noEvaluation: EvaluationState = { status: 'absent' };

const opened = (data: Facts['EvaluationOpened']): Evaluation => ({
  status: 'opened',
  ...data,
  procedure: null,
  frozen: null,
  computed: null,
  reviews: [],
  adjustments: [],
  meeting: null,
  approved: null,
  published: null,
  appeals: [],
  newClasses: [],
  amendments: [],
  superseded: null,
});

type Folds = {
  readonly [Type in Exclude<EvaluationEvent['type'], 'EvaluationOpened'>]: (
    state: Evaluation,
    data: Facts[Type],
  ) => Evaluation;
};

const folds: Folds = {
  ProcedureSet: (state, procedure) => ({ ...state, procedure }),
  CollectionClosed: (state) => ({ ...state, status: 'collected' }),
  EvaluationFrozen: (state, frozen) => ({ ...state, status: 'frozen', frozen }),
  ScoreComputed: (state, computed) => ({ ...state, status: 'computed', computed }),
  ReviewRecorded: (state, data) => ({
    ...state,
    status: 'reviewed',
    reviews: [...state.reviews, data],
  }),
  ScoreAdjusted: (state, data) => ({ ...state, adjustments: [...state.adjustments, data] }),
  MeetingHeld: (state, meeting) => ({ ...state, status: 'met', meeting }),
  EvaluationApproved: (state, approved) => ({ ...state, status: 'approved', approved }),
  ScorePublished: (state, published) => ({ ...state, status: 'published', published }),
  AppealReceived: (state, received) => ({
    ...state,
    appeals: [...state.appeals, { received, answered: null }],
  }),
  AppealAnswered: (state, answered) => ({
    ...state,
    appeals: state.appeals.map((appeal) =>
      appeal.received.appealId === answered.appealId ? { ...appeal, answered } : appeal,
    ),
  }),
  ClassificationSuperseded: (state, data) => ({
    ...state,
    newClasses: [...state.newClasses, data],
  }),
  AmendmentRecorded: (state, data) => ({ ...state, amendments: [...state.amendments, data] }),
  EvaluationSuperseded: (state, superseded) => ({ ...state, status: 'superseded', superseded }),
};

/** Refuses nothing: an event about an evaluation nobody opened leaves the state as it is. */
export function evolveEvaluation(state: EvaluationState, event: EvaluationEvent): EvaluationState {
  if (event.type === 'EvaluationOpened') return opened(event.data);
  if (state.status === 'absent' || !Object.hasOwn(folds, event.type)) return state;
  // The fold under a type takes the data of that type, which the type system cannot follow through the table.
  const foldOne = folds[event.type] as (state: Evaluation, data: unknown) => Evaluation;
  return foldOne(state, event.data);
}
