import type { TaskEventType, TaskFacts } from '../task.events';
import type { ExtensionRequest, Task, TaskProduct } from '../task.state';
import { noting, type Evolvers } from './evolver';

const decided = (
  task: Task,
  requestId: string | null,
  decision: ExtensionRequest['decided'],
): readonly ExtensionRequest[] =>
  task.extensions.map((request) =>
    request.requested.requestId === requestId ? { ...request, decided: decision } : request,
  );

/** Products that stay in the list keep what happened to them; their titles follow the amendment. */
const amendedProducts = (
  task: Task,
  products: NonNullable<TaskFacts<'TaskAmended'>['products']>,
): readonly TaskProduct[] =>
  products.map(({ productId, title }) => ({
    ...(task.products.find((product) => product.productId === productId) ?? {
      attempts: 0,
      verdict: 'none',
      handIn: null,
      returned: null,
    }),
    productId,
    title,
  }));

function amended(task: Task, { title, dueOn, leads, products }: TaskFacts<'TaskAmended'>): Task {
  const leadsNow = leads?.to ?? task.leads;
  const unitIds = leadsNow.map(({ unitId }) => unitId);
  return {
    ...task,
    title: title ?? task.title,
    dueOn: dueOn === null ? task.dueOn : dueOn.to,
    leads: leadsNow,
    coordinatingUnitIds: task.coordinatingUnitIds.filter((unit) => !unitIds.includes(unit)),
    // Open parts end with the lead of their unit; finished parts stay with who did them.
    assignments: task.assignments.filter(
      ({ unitId, finishedOn }) => finishedOn !== null || unitIds.includes(unitId),
    ),
    products: products === null ? task.products : amendedProducts(task, products),
  };
}

type SteeringEventType = Extract<
  TaskEventType,
  | 'ObstacleRaised'
  | 'SolutionProposed'
  | 'DirectionGiven'
  | 'ObstacleResolved'
  | 'AuthorityWaitStarted'
  | 'AuthorityWaitEnded'
  | 'ExtensionRequested'
  | 'DeadlineExtended'
  | 'ExtensionRefused'
  | 'DeadlineDerived'
  | 'TaskAmended'
  | 'DelayCauseConfirmed'
  | 'TaskCorrected'
>;

export const steeringEvolvers: Evolvers<SteeringEventType> = {
  ObstacleRaised: (task, data) => ({
    ...task,
    obstacles: [...task.obstacles, { raised: data, resolved: null }],
  }),
  SolutionProposed: (task, data) => noting(task, { type: 'SolutionProposed', data }),
  DirectionGiven: (task, data) => noting(task, { type: 'DirectionGiven', data }),
  ObstacleResolved: (task, data) => ({
    ...task,
    obstacles: task.obstacles.map((obstacle) =>
      obstacle.raised.obstacleId === data.obstacleId ? { ...obstacle, resolved: data } : obstacle,
    ),
  }),
  AuthorityWaitStarted: (task, data) => ({
    ...task,
    waits: [...task.waits, { started: data, ended: null, isConfirmed: false }],
  }),
  AuthorityWaitEnded: (task, data) => ({
    ...task,
    waits: task.waits.map((wait) =>
      wait.started.waitId === data.waitId ? { ...wait, ended: data } : wait,
    ),
  }),
  ExtensionRequested: (task, data) => ({
    ...task,
    extensions: [...task.extensions, { requested: data, decided: null }],
  }),
  DeadlineExtended: (task, data) => ({
    ...task,
    dueOn: data.to,
    extensions: decided(task, data.requestId, data),
  }),
  ExtensionRefused: (task, data) => ({
    ...task,
    extensions: decided(task, data.requestId, data),
  }),
  DeadlineDerived: (task, data) => noting(task, { type: 'DeadlineDerived', data }),
  TaskAmended: amended,
  DelayCauseConfirmed: (task, data) => noting(task, { type: 'DelayCauseConfirmed', data }),
  // A corrected day that another event has replaced since is history: what is in force stays.
  TaskCorrected: (task, { field, was, now }) =>
    task[field] === was ? { ...task, [field]: now } : task,
};
