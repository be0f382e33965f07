import type { LocalDate } from '@thidua/kernel';
import type { TaskEvent, TaskEventType } from '@thidua/task';
import type { BoardAssignment, BoardProduct, BoardReport, TaskBoardRow } from './task-board.row';

/** What one event changes on the board. Events not listed change nothing but the last-event columns and the state. */
export type BoardFolds = {
  readonly [Type in TaskEventType]?: (
    row: TaskBoardRow,
    data: Extract<TaskEvent, { type: Type }>['data'],
  ) => Partial<TaskBoardRow>;
};

const including = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids : [...ids, id];
const without = (ids: readonly string[], id: string | null): readonly string[] =>
  ids.filter((other) => other !== id);
const swap = <Value>(was: Value, from: Value, to: Value): Value => (was === from ? to : was);

const assigneesOf = (assignments: readonly BoardAssignment[]): Partial<TaskBoardRow> => ({
  assignments,
  assigneeIds: [...new Set(assignments.map(({ personId }) => personId))],
});

const withProduct = (
  { products }: TaskBoardRow,
  productId: string,
  status: BoardProduct['status'],
): Partial<TaskBoardRow> => ({
  products: products.map((product) =>
    product.productId === productId ? { ...product, status } : product,
  ),
});

const reported = (report: BoardReport): Partial<TaskBoardRow> => ({ lastReport: report });

const backToWork = (): Partial<TaskBoardRow> => ({ resultReportedOn: null, completedOn: null });

const done = (completedOn: LocalDate): Partial<TaskBoardRow> => ({
  completedOn,
  resultReportedOn: null,
});

const workFolds: BoardFolds = {
  TaskAccepted: (row, { unitId }) => ({
    acceptedByUnitIds: including(row.acceptedByUnitIds, unitId),
  }),
  TaskDeclined: (row, { unitId }) => ({
    acceptedByUnitIds: without(row.acceptedByUnitIds, unitId),
  }),
  PersonAssigned: (row, { personId, unitId, subtaskId, what, dueOn }) =>
    assigneesOf([
      ...row.assignments,
      { personId, unitId, subtaskId, what, dueOn, finishedOn: null },
    ]),
  SubtaskFinished: (row, { subtaskId, finishedOn }) => ({
    assignments: row.assignments.map((part) =>
      part.subtaskId === subtaskId ? { ...part, finishedOn } : part,
    ),
  }),
  TaskHandedOver: (row, { from, to }) => handedOver(row, from, to),
  LeadUnitReminded: (_, { remindedOn }) => ({ lastRemindedOn: remindedOn }),
  ObstacleRaised: (row, { obstacleId }) => ({
    openObstacleIds: including(row.openObstacleIds, obstacleId),
  }),
  ObstacleResolved: (row, { obstacleId }) => ({
    openObstacleIds: without(row.openObstacleIds, obstacleId),
  }),
  AuthorityWaitStarted: (row, { waitId }) => ({ openWaitIds: including(row.openWaitIds, waitId) }),
  AuthorityWaitEnded: (row, { waitId }) => ({ openWaitIds: without(row.openWaitIds, waitId) }),
  TaskCarriedOver: (_, { toTaskId }) => ({ carriedOverTo: toTaskId }),
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

type Holder = { readonly unitId: string; readonly personId: string | null };

function handedOver(row: TaskBoardRow, from: Holder, to: Holder): Partial<TaskBoardRow> {
  const leads = row.leads.map((lead) => ({
    ...lead,
    unitId: swap(lead.unitId, from.unitId, to.unitId),
  }));
  const assignments = row.assignments.map((part) =>
    part.personId === from.personId && part.finishedOn === null && to.personId !== null
      ? { ...part, personId: to.personId, unitId: to.unitId }
      : part,
  );
  return {
    leads: leads.filter(
      ({ unitId }, index) => leads.findIndex((lead) => lead.unitId === unitId) === index,
    ),
    ...assigneesOf(assignments),
  };
}

export const boardFolds: BoardFolds = { ...workFolds, ...resultFolds, ...dueFolds };
