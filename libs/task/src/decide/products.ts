import { actingIds } from '../roles-of';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import type { TaskProduct } from '../task.state';
import { once, requireNotBefore } from '../rules/checks';
import type { Decisions } from './decisions';
import { requireImpartialJudge } from '../rules/guards';
import { beginWork } from '../rules/take-step';

function requireProduct({ task }: Acting, productId: string): TaskProduct {
  const product = task.products.find((candidate) => candidate.productId === productId);
  return product ?? reject('PRODUCT_NOT_FOUND', { field: 'productId', productId });
}

function handInProduct(data: Asked<'HandInProduct'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { productId, evidence } = data;
  const { verdict, handIn, attempts } = requireProduct(acting, productId);
  if (verdict === 'accepted') return reject('PRODUCT_ALREADY_ACCEPTED', { productId });
  const facts: TaskFacts<'ProductHandedIn'> = {
    taskId: task.taskId,
    productId,
    evidence,
    handedInOn: context.on,
    handedInBy: actingIds(context.actor),
    attempt: attempts + 1,
  };
  if (verdict === 'awaited' && handIn !== null) {
    const { handedInOn } = handIn;
    return sameFacts({ ...facts, attempt: attempts }, handIn)
      ? []
      : reject('PRODUCT_ALREADY_HANDED_IN', { productId, handedInOn });
  }
  return [...beginWork(acting), { type: 'ProductHandedIn', data: facts }];
}

/** The hand-in under judgement, after the rules about who may judge it and when. */
function requireHandIn(acting: Acting, command: string, product: TaskProduct) {
  const { productId, handIn, verdict } = product;
  if (handIn === null || verdict === 'returned') {
    return reject('PRODUCT_NOT_HANDED_IN', { productId });
  }
  requireImpartialJudge(acting, command, handIn.handedInBy);
  requireNotBefore(acting.context, handIn.handedInOn);
  return handIn;
}

function acceptProduct(data: Asked<'AcceptProduct'>, acting: Acting): readonly TaskEvent[] {
  const product = requireProduct(acting, data.productId);
  const { productId, attempt } = requireHandIn(acting, 'AcceptProduct', product);
  if (product.verdict === 'accepted') return [];
  const { taskId } = acting.task;
  const acceptedOn = acting.context.on;
  return [{ type: 'ProductAccepted', data: { taskId, productId, attempt, acceptedOn } }];
}

function returnProduct(data: Asked<'ReturnProduct'>, acting: Acting): readonly TaskEvent[] {
  const { productId } = data;
  const product = requireProduct(acting, productId);
  const facts: TaskFacts<'ProductReturned'> = {
    taskId: acting.task.taskId,
    ...data,
    attempt: product.attempts,
    returnedOn: acting.context.on,
  };
  if (product.verdict === 'accepted') return reject('PRODUCT_ALREADY_ACCEPTED', { productId });
  if (product.verdict === 'returned' && sameFacts(product.returned, facts)) return [];
  requireHandIn(acting, 'ReturnProduct', product);
  return [{ type: 'ProductReturned', data: facts }];
}

function submitUpward({ document }: Asked<'SubmitUpward'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const submitted = once(task, {
    type: 'SubmittedUpward',
    data: { taskId: task.taskId, document, submittedOn: context.on },
  });
  return submitted.length === 0 ? [] : [...beginWork(acting), ...submitted];
}

const recordIssue = (
  { document }: Asked<'RecordIssue'>,
  { task, context }: Acting,
): readonly TaskEvent[] =>
  once(task, {
    type: 'IssuedByAuthority',
    data: { taskId: task.taskId, document, issuedOn: context.on },
  });

function reachMilestone(data: Asked<'ReachMilestone'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  if (task.assignment.kind !== 'periodic-after-milestone') return reject('NOT_A_MILESTONE_TASK');
  const reached = once(task, {
    type: 'MilestoneReached',
    data: { taskId: task.taskId, ...data, reachedOn: context.on },
  });
  if (reached.length === 0) return [];
  return task.milestoneReachedOn === null
    ? [...beginWork(acting), ...reached]
    : reject('MILESTONE_ALREADY_REACHED', { reachedOn: task.milestoneReachedOn });
}

export const productDecisions: Decisions<
  | 'HandInProduct'
  | 'AcceptProduct'
  | 'ReturnProduct'
  | 'SubmitUpward'
  | 'RecordIssue'
  | 'ReachMilestone'
> = {
  HandInProduct: handInProduct,
  AcceptProduct: acceptProduct,
  ReturnProduct: returnProduct,
  SubmitUpward: submitUpward,
  RecordIssue: recordIssue,
  ReachMilestone: reachMilestone,
};
