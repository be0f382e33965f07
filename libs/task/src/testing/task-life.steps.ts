import { localDate } from '@thidua/kernel';
import type { TaskCommand } from '../task.commands';
import { ask } from './task.fixtures';
import * as life from './task-life.model';
import type { Act, TaskLife } from './task-life.model';
import type { Drawn, MoveOf } from './task-life.move';
import { owedMoves } from './task-life.owed-steps';
import { aroundMoves } from './task-life.around-steps';
import { handedMoves } from './task-life.handed-steps';
import { orderMoves } from './task-life.order-steps';

/** What is drawn at random for one act. */
export interface Draw extends Drawn {
  readonly what: keyof typeof moves;
}

const ended =
  (command: TaskCommand, rule: (task: TaskLife, act: Act) => boolean, state: string): MoveOf =>
  (task, act) => ({
    command,
    allowed: rule(task, act),
    apply: () => {
      life.moveTo(task, state, act.on);
    },
  });

const monthTold =
  (type: 'ReportProgress' | 'ReportNil'): MoveOf =>
  (task, act, { month }) => ({
    command: ask(type, { period: month }),
    allowed: life.mayTellMonth(task, act, month),
    apply: () => {
      task.months.add(`${life.unitFor(task, act.actor) ?? ''} ${month}`);
      if (type === 'ReportProgress') life.begin(task);
    },
  });

const sentBack =
  (command: TaskCommand, rule: (task: TaskLife, act: Act) => boolean): MoveOf =>
  (task, act) => ({
    command,
    allowed: rule(task, act),
    apply: () => {
      life.forgetResult(task);
      task.completedOn = null;
      task.around.owedSince = act.on;
      life.moveTo(task, 'inProgress', act.on);
    },
  });

export const moves = {
  start: (task, act) => ({
    command: ask('StartWork'),
    allowed: life.mayStart(task, act),
    apply: () => {
      life.begin(task);
    },
  }),
  report: (task, act) => ({
    command: ask('ReportResult'),
    allowed: life.mayReport(task, act),
    apply: () => {
      task.reporters = life.idsOf(act.actor);
      task.reportedOn = act.on;
      life.moveTo(task, 'reported', act.on);
    },
  }),
  sendBack: sentBack(ask('ReturnResult'), life.mayReturn),
  reopen: sentBack(ask('ReopenTask'), life.mayReopen),
  verify: (task, act, { flag }) => ({
    command: ask('VerifyResult', { belowTargetReason: flag ? 'Đã đủ yêu cầu' : null }),
    allowed: life.mayVerify(task, act, flag),
    apply: () => {
      task.completedOn = task.reportedOn;
      for (const product of task.products.values()) product.verdict = 'accepted';
      life.moveTo(task, 'completed', act.on);
    },
  }),
  close: (task, act) => ({
    command: ask('CloseOngoing'),
    allowed: life.mayClose(task, act),
    apply: () => {
      task.completedOn = act.on;
      life.moveTo(task, 'completed', act.on);
    },
  }),
  drop: ended(ask('MarkNotArisen'), life.mayDrop, 'notArisen'),
  cancel: ended(ask('CancelTask'), life.mayCancel, 'cancelled'),
  receive: (task, act, { day, flag }) => ({
    command: ask('ReceiveTrigger', { dueOn: flag ? day : null }),
    allowed: life.mayReceive(task, act, flag ? day : null),
    apply: () => {
      if (flag) task.dueOn = day;
      task.around.owedSince = act.on;
      life.moveTo(task, 'inProgress', act.on);
    },
  }),
  extend: (task, act, { day }) => ({
    command: ask('ExtendDeadline', { dueOn: day }),
    allowed: life.mayExtend(task, act, day),
    apply: () => {
      task.dueOn = day;
      task.around.owedSince = act.on;
    },
  }),
  amendDueDate: (task, act, { day, flag }) => ({
    command: ask('AmendTask', { title: null, dueOn: { to: flag ? day : null } }),
    allowed: life.mayAmend(task, act, flag ? day : null),
    apply: () => {
      task.dueOn = flag ? day : null;
      task.around.owedSince = act.on;
    },
  }),
  tellProgress: monthTold('ReportProgress'),
  tellNil: monthTold('ReportNil'),
  handIn: (task, act, { productId }) => ({
    command: ask('HandInProduct', { productId }),
    allowed: life.mayHandIn(task, act, productId),
    apply: () => {
      const by = life.idsOf(act.actor);
      task.products.set(productId, { verdict: 'awaited', by, on: act.on });
      life.begin(task);
    },
  }),
  returnProduct: (task, act, { productId }) => ({
    command: ask('ReturnProduct', { productId }),
    allowed: life.mayReturnProduct(task, act, productId),
    apply: () => {
      const product = task.products.get(productId);
      if (product !== undefined) product.verdict = 'returned';
    },
  }),
  ...owedMoves,
  ...aroundMoves,
  ...handedMoves,
  ...orderMoves,
} as const satisfies Record<string, MoveOf>;

export const FIRST_DAY = localDate('2026-01-15');
