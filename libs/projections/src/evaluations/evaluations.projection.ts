import { evaluationDecider, type Evaluation, type EvaluationEvent } from '@thidua/evaluation';
import type { LocalDate, RecordedEvent } from '@thidua/kernel';
import type { ColumnType, Projection } from '../runtime/projection';

/** One event of the cycle, so that every figure of the row leads back to the log. */
export interface CycleEvent {
  readonly eventId: string;
  readonly type: EvaluationEvent['type'];
  /** When it happened (UTC). */
  readonly occurredAt: string;
  readonly actorId: string;
}

/** A change a person made to a computed line, with the event that tells of it. */
export type ScoreAdjustment = Evaluation['adjustments'][number] & { readonly eventId: string };

/** A year-end cycle as it stands, each step readable after the next; the key is the evaluation id. */
export interface EvaluationRow extends Omit<Evaluation, 'evaluationId' | 'adjustments'> {
  readonly adjustments: readonly ScoreAdjustment[];
  /** The earliest day by which an appeal that is not answered is due; null when none is open. */
  readonly appealDueOn: LocalDate | null;
  readonly history: readonly CycleEvent[];
}

const openAppealDueOn = ({ appeals }: Evaluation): LocalDate | null =>
  appeals
    .filter(({ answered }) => answered === null)
    .map(({ received }) => received.dueOn)
    .toSorted()
    .at(0) ?? null;

function rowAfter(
  row: EvaluationRow | null,
  recorded: RecordedEvent<EvaluationEvent>,
): EvaluationRow {
  const { evaluationId } = recorded.data;
  const before =
    row === null ? evaluationDecider.initialState : ({ evaluationId, ...row } satisfies Evaluation);
  const event = { type: recorded.type, data: recorded.data } as EvaluationEvent;
  const state = evaluationDecider.evolve(before, event);
  if (state.status === 'absent') {
    throw new Error(`The evaluation was never opened, yet ${recorded.type} follows`);
  }
  const { evaluationId: _key, adjustments, ...steps } = state;
  const { id: eventId, type, metadata } = recorded;
  const entry = { eventId, type, occurredAt: metadata.occurredAt, actorId: metadata.actor.id };
  return {
    ...steps,
    // Earlier adjustments have their event already; only the one just folded in takes this one.
    adjustments: adjustments.map((adjustment) => ({ eventId, ...adjustment })),
    appealDueOn: openAppealDueOn(state),
    history: [...(row?.history ?? []), entry],
  };
}

/** Evaluation cycles. An unreadable event halts it: a year-end result must not be shown in part. */
export const evaluations: Projection<EvaluationRow> = {
  name: 'evaluations',
  version: 2,
  types: [
    'EvaluationOpened',
    'ProcedureSet',
    'CollectionClosed',
    'EvaluationFrozen',
    'ScoreComputed',
    'ReviewRecorded',
    'ScoreAdjusted',
    'MeetingHeld',
    'EvaluationApproved',
    'ScorePublished',
    'AppealReceived',
    'AppealAnswered',
    'ClassificationSuperseded',
    'AmendmentRecorded',
    'EvaluationSuperseded',
  ] satisfies readonly EvaluationEvent['type'][],
  poison: 'stop',
  table: {
    columns: {
      year: 'integer',
      status: 'text',
      ruleSet: 'jsonb',
      openedOn: 'date',
      procedure: 'jsonb',
      frozen: 'jsonb',
      computed: 'jsonb',
      reviews: 'jsonb',
      adjustments: 'jsonb',
      meeting: 'jsonb',
      approved: 'jsonb',
      published: 'jsonb',
      appeals: 'jsonb',
      newClasses: 'jsonb',
      amendments: 'jsonb',
      superseded: 'jsonb',
      appealDueOn: 'date',
      history: 'jsonb',
    } satisfies Record<keyof EvaluationRow, ColumnType>,
    indexes: [['year']],
  },
  keysOf: ({ data }) => [(data as EvaluationEvent['data']).evaluationId],
  evolve: (row, recorded) => rowAfter(row, recorded as RecordedEvent<EvaluationEvent>),
};
