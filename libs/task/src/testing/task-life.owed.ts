import { endOfMonth, firstOfMonth } from './task-life.days';
import { UNITS } from './people';
import * as life from './task-life.model';
import type { Act, Rule, TaskLife } from './task-life.model';

/** The second telling goes on: objections, parts, series, counts, and the way into another year. */

const isEarly = (task: TaskLife) => life.isIn(task, 'assigned', 'waiting', 'inProgress');

export const { headedUnit } = life;

export const mayAccept: Rule = (task, act) => {
  const unit = headedUnit(task, act);
  return isEarly(task) && unit !== null && task.answers.get(unit) !== 'accepted';
};

export const mayObject: Rule = (task, act) => {
  const unit = headedUnit(task, act);
  return isEarly(task) && unit !== null && !task.answers.has(unit);
};

/** The model's office answers objections of the first division only. */
export const mayAnswerObjection: Rule = (task, { actor }) =>
  isEarly(task) &&
  life.isJudge(actor) &&
  task.answers.get(UNITS.lead) === 'objected' &&
  !task.leadUnits.includes(UNITS.office);

export const mayCarryOver: Rule = (task, { actor }) =>
  life.isUnfinished(task) && life.isJudge(actor) && !task.isCarriedOver;

export const mayReachMilestone: Rule = (task, { actor }) =>
  task.kind === 'periodic-after-milestone' &&
  life.isAtWork(task) &&
  life.reportsForLead(task, actor) &&
  task.milestoneOn === null;

const isSeries = ({ kind }: TaskLife) =>
  kind === 'recurring' || kind === 'periodic-after-milestone';

const startOf = ({ kind, milestoneOn, assignedOn }: TaskLife) =>
  kind === 'recurring' ? assignedOn : milestoneOn;

export const maySetSeries: Rule = (task, { actor }) =>
  isSeries(task) && life.isUnfinished(task) && life.isJudge(actor) && !task.hasSeries;

export const mayOpenPeriod: Rule<[string]> = (task, { actor, on }, month) => {
  const start = startOf(task);
  return (
    isSeries(task) &&
    life.isUnfinished(task) &&
    life.isJudge(actor) &&
    start !== null &&
    task.hasSeries &&
    !task.periods.has(month) &&
    firstOfMonth(month) <= on &&
    endOfMonth(month) >= start
  );
};

export const mayReportPeriod: Rule<[string]> = (task, { actor, on }, month) => {
  const unit = life.compilerFor(task, actor);
  const reported = task.periods.get(month);
  return (
    life.isUnfinished(task) &&
    unit !== null &&
    reported !== undefined &&
    !reported.has(unit) &&
    on >= firstOfMonth(month)
  );
};

export const maySetCount: Rule<[number]> = (task, { actor }, count) =>
  life.isUnfinished(task) && life.isJudge(actor) && task.countOwed !== count;

export const mayRecordOccurrence: Rule<[string]> = (task, { actor }, id) =>
  life.isAtWork(task) && life.unitFor(task, actor) !== null && !task.occurrences.has(id);

export const mayWithdrawOccurrence: Rule<[string]> = (task, { actor }, id) =>
  life.isUnfinished(task) && life.isJudge(actor) && task.occurrences.get(id)?.counts === true;

const isSameTold = (
  before: { readonly by: readonly string[]; readonly on: string } | null | undefined,
  { actor, on }: Act,
) => before?.on === on && String(before.by) === String(life.idsOf(actor));

export const mayTellPart: Rule = (task, act) => {
  const unit = life.unitFor(task, act.actor);
  return (
    life.isAtWork(task) &&
    task.leadUnits.length > 1 &&
    life.reportsForLead(task, act.actor) &&
    unit !== null &&
    !isSameTold(task.parts.get(unit), act)
  );
};

export const mayPropose: Rule = (task, act) =>
  task.kind === 'ongoing' &&
  life.isAtWork(task) &&
  headedUnit(task, act) !== null &&
  !isSameTold(task.proposal, act);
