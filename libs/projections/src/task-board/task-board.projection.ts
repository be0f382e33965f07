import { foldForComparison, numberingKey, type RecordedEvent } from '@thidua/kernel';
import { taskEvents, type TaskEvent, type TaskFacts } from '@thidua/task';
import type { ColumnType, Projection } from '../runtime/projection';
import { phaseAfter } from './board-phase';
import { boardFolds } from './task-board.folds';
import type { BoardProduct, TaskBoardRow } from './task-board.row';

type Assigned = TaskFacts<'TaskAssigned'>;
type Amended = TaskFacts<'TaskAmended'>;

const owed = (products: Assigned['products']): readonly BoardProduct[] =>
  products.map(({ productId, title }) => ({ productId, title, status: 'owed' }));

const NOTHING_YET = {
  assignments: [],
  assigneeIds: [],
  acceptedByUnitIds: [],
  lastReport: null,
  resultReportedOn: null,
  completedOn: null,
  lastRemindedOn: null,
  openObstacleIds: [],
  openExtensionIds: [],
  openWaitIds: [],
  carriedOverTo: null,
  predecessorIds: [],
  priority: 'normal',
  objectingUnitIds: [],
  partReportedByUnitIds: [],
  milestoneReachedOn: null,
  periods: [],
  count: { target: null, what: null, occurrenceIds: [] },
  proposedGrade: null,
} as const;

function assigned(data: Assigned, event: RecordedEvent): TaskBoardRow {
  const flow = { workflowId: data.workflow.id, workflowVersion: data.workflow.version };
  return {
    ...flow,
    ...NOTHING_YET,
    planId: data.planId,
    year: data.year,
    no: data.no,
    noFolded: foldForComparison(data.no),
    noOrder: numberingKey(data.no),
    title: data.title,
    titleFolded: foldForComparison(data.title),
    kind: data.kind,
    state: data.state,
    phase: phaseAfter(flow, data.state, 'TaskAssigned'),
    leads: data.leads,
    leadUnitIds: data.leads.map(({ unitId }) => unitId),
    coordinatingUnitIds: data.coordinatingUnitIds,
    openPartners: data.openPartners,
    supervisingLeaderId: data.supervisingLeaderId,
    assignedOn: data.assignedOn,
    dueOriginalOn: data.dueOn,
    dueOn: data.dueOn,
    notBefore: data.notBefore,
    recurrence: data.recurrence,
    condition: data.condition,
    timeText: data.timeText,
    products: owed(data.products),
    ...lastEvent(event),
  };
}

/** The original due date stays: an amendment by order is a change of the plan, and both dates are reported. */
function amended(row: TaskBoardRow, data: Amended): Partial<TaskBoardRow> {
  const title = data.title ?? row.title;
  const dueOn = data.dueOn === null ? row.dueOn : data.dueOn.to;
  const leads = data.leads?.to ?? row.leads;
  const leadUnitIds = leads.map(({ unitId }) => unitId);
  return {
    title,
    titleFolded: foldForComparison(title),
    dueOn,
    dueOriginalOn: row.dueOriginalOn ?? dueOn,
    leads,
    coordinatingUnitIds: row.coordinatingUnitIds.filter((unit) => !leadUnitIds.includes(unit)),
    // Open parts end with the lead of their unit; finished parts stay with who did them.
    assignments: row.assignments.filter(
      ({ unitId, finishedOn }) => finishedOn !== null || leadUnitIds.includes(unitId),
    ),
    products: data.products === null ? row.products : keepStatus(row, owed(data.products)),
  };
}

const keepStatus = (row: TaskBoardRow, products: readonly BoardProduct[]): BoardProduct[] =>
  products.map((product) => {
    const known = row.products.find(({ productId }) => productId === product.productId);
    return known === undefined ? product : { ...product, status: known.status };
  });

const lastEvent = ({ revision, type, metadata }: RecordedEvent) => ({
  revision,
  lastEventType: type,
  lastOccurredAt: metadata.occurredAt,
});

/** The state after a step of the flow; events that are no step leave it. */
function stepped(row: TaskBoardRow, { type, data }: TaskEvent): Partial<TaskBoardRow> {
  if (!('transition' in data)) return {};
  const phase = type === 'StepApproved' ? data.phase : phaseAfter(row, data.to, type);
  return { state: data.to, phase };
}

function changed(row: TaskBoardRow, event: TaskEvent): Partial<TaskBoardRow> {
  if (event.type === 'TaskAmended') return amended(row, event.data);
  // The table pairs each type with its own data; the compiler cannot follow that through a look-up.
  const fold = boardFolds[event.type] as
    ((row: TaskBoardRow, data: TaskEvent['data']) => Partial<TaskBoardRow>) | undefined;
  return fold?.(row, event.data) ?? {};
}

/** The current state of every task, one row a task. The key is the task id. */
export const taskBoard: Projection<TaskBoardRow> = {
  name: 'task_board',
  version: 3,
  types: Object.keys(taskEvents),
  poison: 'park-key',
  table: {
    columns: {
      planId: 'text collate "C"',
      year: 'integer',
      no: 'text',
      noFolded: 'text',
      noOrder: 'text collate "C"',
      title: 'text',
      titleFolded: 'text',
      kind: 'text',
      workflowId: 'text',
      workflowVersion: 'integer',
      state: 'text',
      phase: 'text',
      leads: 'jsonb',
      leadUnitIds: 'text[]',
      coordinatingUnitIds: 'text[]',
      openPartners: 'text[]',
      supervisingLeaderId: 'text',
      assignedOn: 'date',
      dueOriginalOn: 'date',
      dueOn: 'date',
      notBefore: 'date',
      recurrence: 'text',
      condition: 'text',
      timeText: 'text',
      products: 'jsonb',
      assignments: 'jsonb',
      assigneeIds: 'text[]',
      acceptedByUnitIds: 'text[]',
      lastReport: 'jsonb',
      resultReportedOn: 'date',
      completedOn: 'date',
      lastRemindedOn: 'date',
      openObstacleIds: 'text[]',
      openExtensionIds: 'text[]',
      openWaitIds: 'text[]',
      carriedOverTo: 'text',
      predecessorIds: 'text[]',
      priority: 'text',
      objectingUnitIds: 'text[]',
      partReportedByUnitIds: 'text[]',
      milestoneReachedOn: 'date',
      periods: 'jsonb',
      count: 'jsonb',
      proposedGrade: 'text',
      revision: 'integer',
      lastEventType: 'text',
      lastOccurredAt: 'timestamptz',
    } satisfies Record<keyof TaskBoardRow, ColumnType>,
    indexes: [
      ['planId', 'noFolded'],
      ['planId', 'noOrder'],
      ['year', 'phase'],
      ['noFolded'],
      ['leadUnitIds'],
      ['dueOn'],
    ],
  },
  keysOf: ({ data }) => [(data as TaskEvent['data']).taskId],
  evolve: (row, recorded) => {
    // The types above are those of the catalogue, whose data was checked when it was appended.
    const event = recorded as RecordedEvent<TaskEvent>;
    if (event.type === 'TaskAssigned') return assigned(event.data as Assigned, recorded);
    if (row === null) throw new Error(`The task was never assigned, yet ${event.type} follows`);
    const step = { type: event.type, data: event.data } as TaskEvent;
    const next = { ...row, ...changed(row, step), ...stepped(row, step), ...lastEvent(recorded) };
    return {
      ...next,
      leadUnitIds: next.leads.map(({ unitId }) => unitId),
      assigneeIds: [...new Set(next.assignments.map(({ personId }) => personId))],
    };
  },
};
