import type { LocalDate } from '@thidua/kernel';
import type { BoardFolds } from './board-folds';
import { handedOver, succeeded } from './hand-over';
import { including, without } from './id-lists';
import { owedFolds } from './owed.folds';
import type { BoardAssignment, BoardProduct, BoardReport, TaskBoardRow } from './task-board.row';

const swap = <Value>(was: Value, from: Value, to: Value): Value => (was === from ? to : was);

const withProduct = (
  { products }: TaskBoardRow,
  productId: string,
  status: BoardProduct['status'],
): Partial<TaskBoardRow> => ({
  products: products.map((product) =>
    product.productId === productId ? { ...product, status } : product,
  ),
});

/** A named part has one holder at a time; the whole task may be given to several people, once each. */
const isSamePart = (
  one: Pick<BoardAssignment, 'subtaskId' | 'personId'>,
  other: Pick<BoardAssignment, 'subtaskId' | 'personId'>,
): boolean =>
  one.subtaskId === other.subtaskId && (one.subtaskId !== null || one.personId === other.personId);

const reported = (report: BoardReport): Partial<TaskBoardRow> => ({ lastReport: report });

const backToWork = (): Partial<TaskBoardRow> => ({ resultReportedOn: null, completedOn: null });

const done = (completedOn: LocalDate): Partial<TaskBoardRow> => ({
  completedOn,
  resultReportedOn: null,
});

const workFolds: BoardFolds = {
  TaskAccepted: (row, { unitId }) => ({
    objectingUnitIds: without(row.objectingUnitIds, unitId),
    acceptedByUnitIds: including(row.acceptedByUnitIds, unitId),
  }),
  TaskDeclined: (row, { unitId }) => ({
    objectingUnitIds: including(row.objectingUnitIds, unitId),
    acceptedByUnitIds: without(row.acceptedByUnitIds, unitId),
  }),
  PersonAssigned: (row, { personId, unitId, subtaskId, what, dueOn }) => {
    const part = { personId, unitId, subtaskId, what, dueOn, finishedOn: null };
    return {
      assignments: [...row.assignments.filter((other) => !isSamePart(other, part)), part],
    };
  },
  SubtaskFinished: (row, { subtaskId, finishedOn }) => ({
    assignments: row.assignments.map((part) =>
      part.subtaskId === subtaskId ? { ...part, finishedOn } : part,
    ),
  }),
  TaskHandedOver: handedOver,
  TaskUnitSucceeded: succeeded,
  LeadUnitReminded: (_, { remindedOn }) => ({ lastRemindedOn: remindedOn }),
  ObstacleRaised: (row, { obstacleId }) => ({
    openObstacleIds: including(row.openObstacleIds, obstacleId),
  }),
  ObstacleResolved: (row, { obstacleId }) => ({
    openObstacleIds: without(row.openObstacleIds, obstacleId),
  }),
  AuthorityWaitStarted: (row, { waitId }) => ({ openWaitIds: including(row.openWaitIds, waitId) }),
  AuthorityWaitEnded: (row, { waitId }) => ({ openWaitIds: without(row.openWaitIds, waitId) }),
  TriggerAwaited: (_, { condition }) => ({ condition }),
  TaskCarriedOver: (_, { toTaskId }) => ({ carriedOverTo: toTaskId }),
  // The counterpart has the same phase, or the migration would have been refused.
  TaskMigrated: (_, { to }) => ({
    workflowId: to.id,
    workflowVersion: to.version,
    state: to.state,
  }),
};

const resultFolds: BoardFolds = {
  ProgressReported: (_, { unitId, period, reportedOn, percent, text }) =>
    reported({ kind: 'progress', unitId, period, reportedOn, percent, text }),
  NilReported: (_, { unitId, period, reportedOn }) =>
    reported({ kind: 'nil', unitId, period, reportedOn, percent: null, text: null }),
  ResultReported: (_, { unitId, reportedOn, summary }) => ({
    ...reported({
      kind: 'result',
      unitId,
      period: null,
      reportedOn,
      percent: null,
      text: summary,
    }),
    resultReportedOn: reportedOn,
  }),
  ResultReturned: backToWork,
  TaskReopened: backToWork,
  TaskCompleted: (_, { completedOn }) => done(completedOn),
  OngoingClosed: (_, { closedOn }) => done(closedOn),
  ProductHandedIn: (row, { productId }) => withProduct(row, productId, 'handedIn'),
  ProductAccepted: (row, { productId }) => withProduct(row, productId, 'accepted'),
  ProductReturned: (row, { productId }) => withProduct(row, productId, 'returned'),
};

const dueFolds: BoardFolds = {
  TriggerReceived: (row, { dueOn }) =>
    dueOn === null ? {} : { dueOn, dueOriginalOn: row.dueOriginalOn ?? dueOn },
  ExtensionRequested: (row, { requestId }) => ({
    openExtensionIds: including(row.openExtensionIds, requestId),
  }),
  ExtensionRefused: (row, { requestId }) => ({
    openExtensionIds: without(row.openExtensionIds, requestId),
  }),
  DeadlineExtended: (row, { requestId, to }) => ({
    openExtensionIds: without(row.openExtensionIds, requestId),
    dueOn: to,
  }),
  // A wrong value is put right wherever it stands; an extension given since keeps the date it set.
  TaskCorrected: (row, { field, was, now }) =>
    field === 'completedOn'
      ? { completedOn: swap(row.completedOn, was, now) }
      : {
          dueOriginalOn: swap(row.dueOriginalOn, was, now),
          dueOn: swap(row.dueOn, was, now),
        },
};

export const boardFolds: BoardFolds = { ...workFolds, ...resultFolds, ...dueFolds, ...owedFolds };
