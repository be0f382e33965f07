import type {
  CriteriaEvent,
  CriterionProof,
  CriterionStage,
  SheetCriterion,
} from '@thidua/evaluation';
import type { LocalDate, RecordedEvent } from '@thidua/kernel';
import type { ColumnType, Projection } from '../runtime/projection';

/** What was recorded of a criterion, with the event that tells of it. */
interface Told {
  readonly eventId: string;
  /** Decimal string. */
  readonly position: string;
  /** Calendar day (Asia/Ho_Chi_Minh) from which it counts. */
  readonly on: LocalDate;
  readonly actorId: string;
}

export interface CriterionNumber extends Told {
  readonly stage: CriterionStage;
  /** Exact. */
  readonly points: string;
  readonly reason: string;
}

export interface LinkedProof extends Told {
  readonly evidence: CriterionProof;
}

/** A criterion with every number ever given and every proof linked, in log order. */
export interface CriterionRecord extends SheetCriterion {
  readonly numbers: readonly CriterionNumber[];
  readonly proofs: readonly LinkedProof[];
  readonly notArisen: (Told & { readonly reason: string }) | null;
}

type DataOf<Type extends CriteriaEvent['type']> = Extract<CriteriaEvent, { type: Type }>['data'];
type Opened = DataOf<'CriteriaSheetOpened'>;

/** A criteria sheet; the key is its id. */
export interface CriteriaSheetRow {
  readonly year: number;
  readonly title: string;
  readonly ruleSet: Opened['ruleSet'];
  readonly notArisen: Opened['notArisen'];
  readonly evidenceRequired: boolean;
  readonly criteria: readonly CriterionRecord[];
  readonly opened: Told;
  readonly closed: Told | null;
}

const toldBy = ({ id, position, metadata }: RecordedEvent, on: LocalDate): Told => ({
  eventId: id,
  position: position.toString(),
  on,
  actorId: metadata.actor.id,
});

const openedRow = (data: Opened, event: RecordedEvent): CriteriaSheetRow => ({
  year: data.year,
  title: data.title,
  ruleSet: data.ruleSet,
  notArisen: data.notArisen,
  evidenceRequired: data.evidenceRequired,
  criteria: data.criteria.map((criterion) => ({
    ...criterion,
    numbers: [],
    proofs: [],
    notArisen: null,
  })),
  opened: toldBy(event, data.openedOn),
  closed: null,
});

function withRecord(
  criterion: CriterionRecord,
  event: RecordedEvent<CriteriaEvent>,
): CriterionRecord {
  switch (event.type) {
    case 'CriterionScored': {
      const { stage, points, reason, scoredOn } = event.data as DataOf<'CriterionScored'>;
      const number = { stage, points, reason, ...toldBy(event, scoredOn) };
      return { ...criterion, numbers: [...criterion.numbers, number] };
    }
    case 'EvidenceLinked': {
      const { evidence, linkedOn } = event.data as DataOf<'EvidenceLinked'>;
      const proof = { evidence, ...toldBy(event, linkedOn) };
      return { ...criterion, proofs: [...criterion.proofs, proof] };
    }
    default: {
      const { reason, recordedOn } = event.data as DataOf<'CriterionNotArisen'>;
      return { ...criterion, notArisen: { reason, ...toldBy(event, recordedOn) } };
    }
  }
}

function rowAfter(
  row: CriteriaSheetRow | null,
  event: RecordedEvent<CriteriaEvent>,
): CriteriaSheetRow {
  if (event.type === 'CriteriaSheetOpened') return openedRow(event.data as Opened, event);
  if (row === null) throw new Error(`The sheet was never opened, yet ${event.type} follows`);
  if (event.type === 'CriteriaSheetClosed') {
    const { closedOn } = event.data as DataOf<'CriteriaSheetClosed'>;
    return { ...row, closed: toldBy(event, closedOn) };
  }
  const { criterionId } = event.data as DataOf<'CriterionScored'>;
  const criteria = row.criteria.map((each) =>
    each.criterionId === criterionId ? withRecord(each, event) : each,
  );
  return { ...row, criteria };
}

/** Criteria sheets of the reform self-scoring. An unreadable event halts it: a score must not be shown in part. */
export const criteriaSheets: Projection<CriteriaSheetRow> = {
  name: 'criteria_sheets',
  version: 1,
  types: [
    'CriteriaSheetOpened',
    'CriterionScored',
    'EvidenceLinked',
    'CriterionNotArisen',
    'CriteriaSheetClosed',
  ] satisfies readonly CriteriaEvent['type'][],
  poison: 'stop',
  table: {
    columns: {
      year: 'integer',
      title: 'text',
      ruleSet: 'jsonb',
      notArisen: 'text',
      evidenceRequired: 'boolean',
      criteria: 'jsonb',
      opened: 'jsonb',
      closed: 'jsonb',
    } satisfies Record<keyof CriteriaSheetRow, ColumnType>,
    indexes: [['year']],
  },
  keysOf: ({ data }) => [(data as CriteriaEvent['data']).sheetId],
  evolve: (row, event) => rowAfter(row, event as RecordedEvent<CriteriaEvent>),
};
