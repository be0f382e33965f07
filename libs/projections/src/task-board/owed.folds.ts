import type { BoardFolds } from './board-folds';
import { including, without } from './id-lists';

/** What both sides owe each other beside the work itself: answers, parts, periods, occurrences, the way on. */
export const owedFolds: BoardFolds = {
  DeclineAnswered: (row, { unitId }) => ({
    objectingUnitIds: without(row.objectingUnitIds, unitId),
  }),
  TaskPrioritised: (_, { priority }) => ({ priority }),
  SupervisorNamed: (_, { leaderId }) => ({ supervisingLeaderId: leaderId }),
  LeadPartReported: (row, { unitId }) => ({
    partReportedByUnitIds: including(row.partReportedByUnitIds, unitId),
  }),
  OngoingClosingProposed: (_, { grade }) => ({ proposedGrade: grade }),
  PredecessorNamed: (row, { fromTaskId }) => ({
    predecessorIds: including(row.predecessorIds, fromTaskId),
  }),
  MilestoneReached: (_, { reachedOn }) => ({ milestoneReachedOn: reachedOn }),
  SeriesPeriodOpened: (row, { period, reportDueOn }) => ({
    periods: [...row.periods, { period, reportDueOn, reportedByUnitIds: [] }],
  }),
  SeriesPeriodReported: (row, { period, unitId }) => ({
    periods: row.periods.map((owed) =>
      owed.period === period
        ? { ...owed, reportedByUnitIds: including(owed.reportedByUnitIds, unitId) }
        : owed,
    ),
  }),
  CountTargetSet: ({ count }, { count: target, what }) => ({ count: { ...count, target, what } }),
  OccurrenceRecorded: ({ count }, { occurrenceId }) => ({
    count: { ...count, occurrenceIds: including(count.occurrenceIds, occurrenceId) },
  }),
  OccurrenceWithdrawn: ({ count }, { occurrenceId }) => ({
    count: { ...count, occurrenceIds: without(count.occurrenceIds, occurrenceId) },
  }),
};
