import { ask } from './task.fixtures';
import * as life from './task-life.model';
import * as owed from './task-life.owed';
import type { MoveOf } from './task-life.move';
import { ASSIGNED_ON } from './sample-work';
import { UNITS } from './people';

/** Moves about what both sides owe each other, beside the course of the work itself. */
export const owedMoves = {
  accept: (task, act) => ({
    command: ask('AcceptTask'),
    allowed: owed.mayAccept(task, act),
    apply: () => {
      task.answers.set(owed.headedUnit(task, act) ?? '', 'accepted');
    },
  }),
  object: (task, act) => ({
    command: ask('DeclineTask'),
    allowed: owed.mayObject(task, act),
    apply: () => {
      task.answers.set(owed.headedUnit(task, act) ?? '', 'objected');
    },
  }),
  answerObjection: (task, act) => ({
    command: ask('AnswerDecline'),
    allowed: owed.mayAnswerObjection(task, act),
    apply: () => {
      task.answers.set(UNITS.lead, 'toldToGoOn');
    },
  }),
  // Seldom into another task, for a course is over with it; otherwise into itself, which never goes.
  carryOver: (task, act, { flag, productId }) => ({
    command: ask('CarryOverTask', flag && productId === 'sp-la' ? {} : { toTaskId: 'nv-1' }),
    allowed: flag && productId === 'sp-la' && owed.mayCarryOver(task, act),
    apply: () => {
      task.isCarriedOver = true;
    },
  }),
  reachMilestone: (task, act) => ({
    command: ask('ReachMilestone'),
    allowed: owed.mayReachMilestone(task, act),
    apply: () => {
      task.milestoneOn = act.on;
      life.begin(task);
    },
  }),
  setSeries: (task, act) => ({
    command: ask('SetReportSeries', { every: 'month', dueWithinDays: 0 }),
    allowed: owed.maySetSeries(task, act),
    apply: () => {
      task.hasSeries = true;
    },
  }),
  openPeriod: (task, act, { month }) => ({
    command: ask('OpenSeriesPeriod', { period: month }),
    allowed: owed.mayOpenPeriod(task, act, month),
    apply: () => {
      task.periods.set(month, new Set());
    },
  }),
  reportPeriod: (task, act, { flag, ...draw }) => {
    // Periods are few and months many, so one that is open is reported on more often than drawn.
    const month = flag ? ([...task.periods.keys()].at(-1) ?? draw.month) : draw.month;
    return {
      command: ask('ReportSeriesPeriod', { period: month }),
      allowed: owed.mayReportPeriod(task, act, month),
      apply: () => {
        task.periods.get(month)?.add(life.compilerFor(task, act.actor) ?? '');
        life.begin(task);
      },
    };
  },
  setCount: (task, act, { flag }) => ({
    command: ask('SetCountTarget', { count: flag ? 1 : 2 }),
    allowed: owed.maySetCount(task, act, flag ? 1 : 2),
    apply: () => {
      task.countOwed = flag ? 1 : 2;
    },
  }),
  recordOccurrence: (task, act, { productId: occurrenceId }) => ({
    command: ask('RecordOccurrence', { occurrenceId, heldOn: ASSIGNED_ON }),
    allowed: owed.mayRecordOccurrence(task, act, occurrenceId),
    apply: () => {
      task.occurrences.set(occurrenceId, { by: life.idsOf(act.actor), counts: true });
      life.begin(task);
    },
  }),
  withdrawOccurrence: (task, act, { productId: occurrenceId }) => ({
    command: ask('WithdrawOccurrence', { occurrenceId }),
    allowed: owed.mayWithdrawOccurrence(task, act, occurrenceId),
    apply: () => {
      const by = task.occurrences.get(occurrenceId)?.by ?? [];
      task.occurrences.set(occurrenceId, { by, counts: false });
    },
  }),
  tellPart: (task, act) => ({
    command: ask('ReportLeadPart'),
    allowed: owed.mayTellPart(task, act),
    apply: () => {
      const unit = life.unitFor(task, act.actor) ?? '';
      task.parts.set(unit, { by: life.idsOf(act.actor), on: act.on });
      life.begin(task);
    },
  }),
  propose: (task, act) => ({
    command: ask('ProposeClosing'),
    allowed: owed.mayPropose(task, act),
    apply: () => {
      task.proposal = { by: life.idsOf(act.actor), on: act.on };
    },
  }),
} as const satisfies Record<string, MoveOf>;
