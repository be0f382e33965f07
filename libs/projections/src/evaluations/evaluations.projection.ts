import type { EvaluationEvent } from '@thidua/evaluation';
import type { DocumentReference, LocalDate, RecordedEvent } from '@thidua/kernel';
import type { ColumnType, Projection } from '../runtime/projection';

type DataOf<Type extends EvaluationEvent['type']> = Extract<
  EvaluationEvent,
  { type: Type }
>['data'];

export interface FrozenAt {
  /** Log position, a decimal string. */
  readonly position: string;
  readonly asOf: LocalDate;
  readonly frozenOn: LocalDate;
}

export type ComputedScore = Omit<DataOf<'ScoreComputed'>, 'evaluationId'>;

/** A change a person made to a computed line, with the event that tells of it. */
export interface ScoreAdjustment extends Omit<DataOf<'ScoreAdjusted'>, 'evaluationId'> {
  readonly eventId: string;
}

export interface Publication {
  readonly sheetHash: string;
  readonly document: DocumentReference;
  readonly publishedOn: LocalDate;
}

/** A year-end cycle as it stands; the key is the evaluation id. */
export interface EvaluationRow {
  readonly year: number;
  readonly status: 'opened' | 'frozen' | 'computed' | 'published' | 'superseded';
  readonly ruleSet: DataOf<'EvaluationOpened'>['ruleSet'];
  readonly openedOn: LocalDate;
  readonly frozen: FrozenAt | null;
  /** The last computation. */
  readonly computed: ComputedScore | null;
  readonly adjustments: readonly ScoreAdjustment[];
  readonly published: Publication | null;
  readonly supersededBy: string | null;
}

const opened = ({ year, ruleSet, openedOn }: DataOf<'EvaluationOpened'>): EvaluationRow => ({
  year,
  status: 'opened',
  ruleSet,
  openedOn,
  frozen: null,
  computed: null,
  adjustments: [],
  published: null,
  supersededBy: null,
});

function changed(row: EvaluationRow, event: EvaluationEvent, eventId: string): EvaluationRow {
  switch (event.type) {
    case 'EvaluationFrozen': {
      const { position, asOf, frozenOn } = event.data;
      return { ...row, status: 'frozen', frozen: { position, asOf, frozenOn } };
    }
    case 'ScoreComputed': {
      const { position, asOf, ruleSetHash, inputHash, sheetHash } = event.data;
      const computed = { position, asOf, ruleSetHash, inputHash, sheetHash };
      return { ...row, status: 'computed', computed };
    }
    case 'ScoreAdjusted': {
      const { unitId, line, points, reason, agreedBy } = event.data;
      const adjustment = { unitId, line, points, reason, agreedBy, eventId };
      return { ...row, adjustments: [...row.adjustments, adjustment] };
    }
    case 'ScorePublished': {
      const { sheetHash, document, publishedOn } = event.data;
      return { ...row, status: 'published', published: { sheetHash, document, publishedOn } };
    }
    case 'EvaluationSuperseded':
      return { ...row, status: 'superseded', supersededBy: event.data.byEvaluationId };
    default:
      return row;
  }
}

/** Evaluation cycles. An unreadable event halts it: a year-end result must not be shown in part. */
export const evaluations: Projection<EvaluationRow> = {
  name: 'evaluations',
  version: 1,
  types: [
    'EvaluationOpened',
    'EvaluationFrozen',
    'ScoreComputed',
    'ScoreAdjusted',
    'ScorePublished',
    'EvaluationSuperseded',
  ] satisfies readonly EvaluationEvent['type'][],
  poison: 'stop',
  table: {
    columns: {
      year: 'integer',
      status: 'text',
      ruleSet: 'jsonb',
      openedOn: 'date',
      frozen: 'jsonb',
      computed: 'jsonb',
      adjustments: 'jsonb',
      published: 'jsonb',
      supersededBy: 'text',
    } satisfies Record<keyof EvaluationRow, ColumnType>,
    indexes: [['year']],
  },
  keysOf: ({ data }) => [(data as EvaluationEvent['data']).evaluationId],
  evolve: (row, recorded) => {
    const event = recorded as RecordedEvent<EvaluationEvent>;
    if (event.type === 'EvaluationOpened') return opened(event.data as DataOf<'EvaluationOpened'>);
    if (row === null) throw new Error(`The evaluation was never opened, yet ${event.type} follows`);
    return changed(row, { type: event.type, data: event.data } as EvaluationEvent, event.id);
  },
};
