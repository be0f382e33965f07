import { ask } from './task.fixtures';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';
import { foretold, NOTHING_NEW, type MoveOf } from './task-life.move';
import { anyTime, atWork, first, speaking, tooEarly } from './task-life.refusals';

/** What a month told of has to be, and that the unit has not told of it. */
function monthRefusal(task: TaskLife, act: Act, month: string) {
  const unit = life.unitFor(task, act.actor) ?? '';
  return first(
    anyTime(task, life.reportsForLead(task, act.actor)),
    speaking(task, act, task.leadUnits),
    month > act.on.slice(0, 7) && 'PERIOD_IN_FUTURE',
    month < task.assignedOn.slice(0, 7) && 'PERIOD_BEFORE_ASSIGNMENT',
    task.months.has(`${unit} ${month}`) && 'PERIOD_ALREADY_REPORTED',
  );
}

const noteMonth = (task: TaskLife, act: Act, month: string) =>
  task.months.add(`${life.unitFor(task, act.actor) ?? ''} ${month}`);

const judgedProduct = (task: TaskLife, act: Act, productId: string) => {
  const product = task.products.get(productId);
  const isHandedIn = product?.verdict === 'awaited' || product?.verdict === 'accepted';
  return first(
    !isHandedIn && 'PRODUCT_NOT_HANDED_IN',
    !life.mayJudge(task, act.actor, product?.by ?? []) && 'GUARD_FAILED',
    tooEarly(act, product?.on),
  );
};

/** Moves by which the work itself shows: its months and its products. */
export const workMoves = {
  tellProgress: (task, act, { month }) =>
    foretold(
      ask('ReportProgress', { period: month }),
      monthRefusal(task, act, month),
      [...life.beginning(task), 'ProgressReported'],
      () => {
        noteMonth(task, act, month);
        life.begin(task, act);
      },
    ),
  tellNil: (task, act, { month }) =>
    foretold(
      ask('ReportNil', { period: month }),
      monthRefusal(task, act, month),
      ['NilReported'],
      () => {
        noteMonth(task, act, month);
      },
    ),
  handIn: (task, act, { productId }) => {
    const product = task.products.get(productId);
    const by = life.idsOf(act.actor);
    const isSame = product?.on === act.on && String(product.by) === String(by);
    const refusal = first(
      atWork(task, life.works(task, act.actor)),
      product === undefined && 'PRODUCT_NOT_FOUND',
      product?.verdict === 'accepted' && 'PRODUCT_ALREADY_ACCEPTED',
      product?.verdict === 'awaited' && (isSame ? NOTHING_NEW : 'PRODUCT_ALREADY_HANDED_IN'),
    );
    const command = ask('HandInProduct', { productId });
    return foretold(command, refusal, [...life.beginning(task), 'ProductHandedIn'], () => {
      const returnedOn = product?.returnedOn ?? null;
      task.products.set(productId, { verdict: 'awaited', by, on: act.on, returnedOn });
      life.begin(task, act);
    });
  },
  acceptProduct: (task, act, { productId }) => {
    const product = task.products.get(productId);
    const refusal = first(
      atWork(task, life.isJudge(act.actor)),
      product === undefined && 'PRODUCT_NOT_FOUND',
      judgedProduct(task, act, productId),
      product?.verdict === 'accepted' && NOTHING_NEW,
    );
    return foretold(ask('AcceptProduct', { productId }), refusal, ['ProductAccepted'], () => {
      if (product !== undefined) product.verdict = 'accepted';
    });
  },
  returnProduct: (task, act, { productId }) => {
    const product = task.products.get(productId);
    const isReturned = product?.verdict === 'returned';
    const refusal = first(
      atWork(task, life.isJudge(act.actor)),
      product === undefined && 'PRODUCT_NOT_FOUND',
      product?.verdict === 'accepted' && 'PRODUCT_ALREADY_ACCEPTED',
      isReturned && product?.returnedOn === act.on && NOTHING_NEW,
      judgedProduct(task, act, productId),
    );
    return foretold(ask('ReturnProduct', { productId }), refusal, ['ProductReturned'], () => {
      if (product === undefined) return;
      product.verdict = 'returned';
      product.returnedOn = act.on;
    });
  },
} as const satisfies Record<string, MoveOf>;
