import type {
  CriteriaEvent,
  CriterionStage,
  SheetCriterion,
  CriterionProof,
} from './criteria.events';

type DataOf<Type extends CriteriaEvent['type']> = Extract<CriteriaEvent, { type: Type }>['data'];

/** A criterion with what was recorded of it. */
export interface CriterionState extends SheetCriterion {
  readonly points: Readonly<Partial<Record<CriterionStage, DataOf<'CriterionScored'>>>>;
  readonly evidence: readonly CriterionProof[];
  readonly notArisen: DataOf<'CriterionNotArisen'> | null;
}

/** A criteria sheet as its stream has it. Plain JSON. */
export interface CriteriaSheet {
  readonly opened: DataOf<'CriteriaSheetOpened'> | null;
  readonly criteria: readonly CriterionState[];
  readonly closed: DataOf<'CriteriaSheetClosed'> | null;
}

export const noCriteria: CriteriaSheet = { opened: null, criteria: [], closed: null };

const open = (data: DataOf<'CriteriaSheetOpened'>): CriteriaSheet => ({
  opened: data,
  criteria: data.criteria.map((criterion) => ({
    ...criterion,
    points: {},
    evidence: [],
    notArisen: null,
  })),
  closed: null,
});

/** Refuses nothing: what concerns a criterion the sheet does not have leaves it as it is. */
export function evolveCriteria(sheet: CriteriaSheet, event: CriteriaEvent): CriteriaSheet {
  const change = (
    criterionId: string,
    to: (criterion: CriterionState) => CriterionState,
  ): CriteriaSheet => ({
    ...sheet,
    criteria: sheet.criteria.map((each) => (each.criterionId === criterionId ? to(each) : each)),
  });
  switch (event.type) {
    case 'CriteriaSheetOpened':
      return open(event.data);
    case 'CriterionScored': {
      const { criterionId, stage } = event.data;
      return change(criterionId, (each) => ({
        ...each,
        points: { ...each.points, [stage]: event.data },
      }));
    }
    case 'EvidenceLinked': {
      const { criterionId, evidence } = event.data;
      return change(criterionId, (each) => ({ ...each, evidence: [...each.evidence, evidence] }));
    }
    case 'CriterionNotArisen':
      return change(event.data.criterionId, (each) => ({ ...each, notArisen: event.data }));
    case 'CriteriaSheetClosed':
      return { ...sheet, closed: event.data };
  }
}
