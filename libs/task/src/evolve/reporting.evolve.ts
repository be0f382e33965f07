import type { TaskEventType } from '../task.events';
import type { Task, TaskProduct } from '../task.state';
import { noting, type Evolvers } from './evolver';

const withProduct = (task: Task, productId: string, change: Partial<TaskProduct>): Task => ({
  ...task,
  products: task.products.map((product) =>
    product.productId === productId ? { ...product, ...change } : product,
  ),
});

type ReportingEventType = Extract<
  TaskEventType,
  | 'ProgressReported'
  | 'NilReported'
  | 'LeadUnitReminded'
  | 'CoordinationAsked'
  | 'CoordinationAnswered'
  | 'ProductHandedIn'
  | 'ProductAccepted'
  | 'ProductReturned'
  | 'SubmittedUpward'
  | 'IssuedByAuthority'
  | 'MilestoneReached'
>;

export const reportingEvolvers: Evolvers<ReportingEventType> = {
  ProgressReported: (task, { unitId, period }) => ({
    ...task,
    reports: [...task.reports, { unitId, period }],
  }),
  NilReported: (task, { unitId, period }) => ({
    ...task,
    reports: [...task.reports, { unitId, period }],
  }),
  LeadUnitReminded: (task, data) => noting(task, { type: 'LeadUnitReminded', data }),
  CoordinationAsked: (task, data) => ({
    ...task,
    coordination: [...task.coordination, { asked: data, answered: null }],
  }),
  CoordinationAnswered: (task, data) => ({
    ...task,
    coordination: task.coordination.map((request) =>
      request.asked.requestId === data.requestId ? { ...request, answered: data } : request,
    ),
  }),
  ProductHandedIn: (task, data) =>
    withProduct(task, data.productId, {
      attempts: data.attempt,
      verdict: 'awaited',
      handIn: data,
    }),
  ProductAccepted: (task, { productId }) => withProduct(task, productId, { verdict: 'accepted' }),
  ProductReturned: (task, data) =>
    withProduct(task, data.productId, { verdict: 'returned', returned: data }),
  SubmittedUpward: (task, data) => noting(task, { type: 'SubmittedUpward', data }),
  IssuedByAuthority: (task, data) => noting(task, { type: 'IssuedByAuthority', data }),
  MilestoneReached: (task, data) =>
    noting({ ...task, milestoneReachedOn: data.reachedOn }, { type: 'MilestoneReached', data }),
};
