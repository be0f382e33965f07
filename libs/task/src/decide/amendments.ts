import type { LocalDate } from '@thidua/kernel';
import { actingIds } from '../roles-of';
import { sameFacts } from '../same-facts';
import type { Asked } from '../task.commands';
import type { Acting } from '../task.context';
import type { TaskEvent, TaskFacts } from '../task.events';
import { reject } from '../task.rejections';
import type { Task } from '../task.state';
import { requireDistinctProducts, requireLeads } from './assign-task';
import { requireDayFrom, requirePerson } from '../rules/checks';
import { recordedDay } from '../rules/recorded-day';
import type { Decisions } from './decisions';

type Changes = Pick<TaskFacts<'TaskAmended'>, 'title' | 'dueOn' | 'leads' | 'products'>;
type AskedChanges = Pick<Asked<'AmendTask'>, keyof Changes>;
type Grounds = Pick<TaskFacts<'TaskAmended'>, 'reason' | 'authority'>;

/** Only what really changes; null where the amendment leaves things as they are. */
function changesIn({ title, dueOn, leads, products }: AskedChanges, task: Task): Changes {
  const current = task.products.map((product) => ({
    productId: product.productId,
    title: product.title,
  }));
  return {
    title: title === task.title ? null : title,
    dueOn: dueOn === null || dueOn.to === task.dueOn ? null : { from: task.dueOn, to: dueOn.to },
    leads:
      leads === null || sameFacts(leads, task.leads) ? null : { from: [...task.leads], to: leads },
    products: products === null || sameFacts(products, current) ? null : products,
  };
}

const saysNothing = (facts: object): boolean =>
  Object.values(facts).every((value) => value === null);

/**
 * What an amendment records; nothing when everything is so already. By order of an authority the due date may also move
 * earlier: that is no extension and no favour.
 */
export function amendment(
  { task, context }: Acting,
  asked: AskedChanges,
  grounds: Grounds,
): readonly TaskEvent[] {
  if (asked.leads !== null) requireLeads(context, asked.leads);
  if (asked.products !== null) requireDistinctProducts(asked.products);
  const changes = changesIn(asked, task);
  if (saysNothing(changes)) return [];
  const { taskId } = task;
  return [{ type: 'TaskAmended', data: { taskId, ...changes, ...grounds, amendedOn: context.on } }];
}

function amendTask(data: Asked<'AmendTask'>, acting: Acting): readonly TaskEvent[] {
  const { reason, authority, ...asked } = data;
  if (saysNothing(asked)) return reject('AMENDMENT_IS_EMPTY');
  return amendment(acting, asked, { reason, authority });
}

/** A completion lies between the assignment and the day of the correction. */
function requireCompletionDay({ task, context }: Acting, now: LocalDate | null): void {
  if (task.completedOn === null) reject('TASK_NOT_COMPLETED');
  if (now === null) return reject('COMPLETION_DAY_REQUIRED');
  requireDayFrom(now, 'now', task.assignment.assignedOn);
  if (now > context.on) {
    reject('DAY_IN_FUTURE', { field: 'now', day: now, latestOn: context.on });
  }
}

function correctTask(data: Asked<'CorrectTask'>, acting: Acting): readonly TaskEvent[] {
  const { task, context } = acting;
  const { field, now, agreedBy } = data;
  requirePerson(context, agreedBy, 'agreedBy');
  if (actingIds(context.actor).includes(agreedBy)) {
    return reject('SECOND_PERSON_REQUIRED', { field: 'agreedBy' });
  }
  if (field === 'completedOn') requireCompletionDay(acting, now);
  const was = recordedDay(acting, data);
  if (was === now) return [];
  return [
    {
      type: 'TaskCorrected',
      data: { taskId: task.taskId, ...data, was, correctedOn: context.on },
    },
  ];
}

export const amendmentDecisions: Decisions<'AmendTask' | 'CorrectTask'> = {
  AmendTask: amendTask,
  CorrectTask: correctTask,
};
