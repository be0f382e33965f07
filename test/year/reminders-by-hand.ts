import type { Act } from './act';
import { DEPUTIES, DIRECTOR, HEADS } from './people';
import { dayAfter, isWorked, lastDayOf, workedFrom } from './working-days-by-hand';

/** A task as it was assigned, before anything happens to it. */
export interface AssignedTask {
  readonly no: string;
  readonly unitIds: readonly string[];
  readonly assignedOn: string;
  readonly dueOn: string | null;
  readonly isWaiting: boolean;
}

/** Where a task stands on a day, told anew from the script alone. */
interface Standing {
  readonly no: string;
  readonly assignedOn: string;
  unitIds: readonly string[];
  dueOn: string | null;
  isOpen: boolean;
  owedSince: string;
  assignees: readonly string[];
  readonly reported: Set<string>;
}

/** Steps of the ladder in working days after the due date: name, days, who is told. */
const LADDER = [
  ['dueInFiveDays', -5, 'doer'],
  ['dueTomorrow', -1, 'doer'],
  ['dueToday', 0, 'doer'],
  ['oneDayOverdue', 1, 'doer'],
  ['overdueToHead', 3, 'head'],
  ['overdueToDeputy', 7, 'deputies'],
  ['overdueToDirector', 15, 'director'],
] as const;

const REPORT_STEPS = [
  ['reportDueSoon', -2],
  ['reportMissing', 1],
] as const;

/** The step that the office adds to its flow in the middle of the year. */
export const ADDED_STEP = ['dueInTenDays', -10, 'doer'] as const;

const headOf = (unitId: string, on: string): string =>
  HEADS[unitId]?.filter(([from]) => from <= on).at(-1)?.[1] ?? `nobody leads ${unitId}`;

type Who = (typeof LADDER)[number][2];

function toldOf(who: Who, { unitIds, assignees }: Standing, on: string): readonly string[] {
  const heads = unitIds.map((unitId) => headOf(unitId, on));
  if (who === 'deputies') return DEPUTIES;
  if (who === 'director') return [DIRECTOR];
  return who === 'doer' && assignees.length > 0 ? assignees : heads;
}

type Body = Readonly<Record<string, never>> & {
  readonly period?: string;
  readonly unitId?: string;
  readonly dueOn?: string;
  readonly personId?: string;
  readonly leads?: readonly { readonly unitId: string }[];
};

/** What an act on a task changes for its timers; every other command changes nothing. */
const CHANGES: Readonly<Record<string, (task: Standing, body: Body, on: string) => void>> = {
  'report-progress': (task, body) => task.reported.add(reportOf(task, body)),
  'report-nil': (task, body) => task.reported.add(reportOf(task, body)),
  'report-result': (task) => (task.isOpen = false),
  'return-result': (task, _body, on) => Object.assign(task, { isOpen: true, owedSince: on }),
  'mark-not-arisen': (task) => (task.isOpen = false),
  'close-ongoing': (task) => (task.isOpen = false),
  'carry-over-task': (task) => (task.isOpen = false),
  'receive-trigger': (task, { dueOn }, on) =>
    Object.assign(task, { isOpen: true, owedSince: on, dueOn: dueOn ?? task.dueOn }),
  'extend-deadline': (task, { dueOn }, on) => Object.assign(task, { owedSince: on, dueOn }),
  'amend-task': (task, { leads }) => (task.unitIds = (leads ?? []).map(({ unitId }) => unitId)),
  'assign-person': (task, { personId }) => (task.assignees = [personId ?? '']),
};

const reportOf = ({ unitIds }: Standing, { period, unitId }: Body): string =>
  `${unitId ?? unitIds[0] ?? ''} ${period ?? ''}`;

/** What happens beside the tasks: a hand-over of all work of a person, and a merger. */
function followOthers(tasks: readonly Standing[], { path, body }: Act): void {
  const [topic, id = '', command] = path.split('/');
  if (topic === 'people' && command === 'hand-over') {
    const heir = (body as { to: readonly { personId: string }[] }).to[0]?.personId ?? '';
    for (const task of tasks)
      task.assignees = task.assignees.map((personId) => (personId === id ? heir : personId));
  }
  if (command !== 'merge-units') return;
  const { mergedUnitIds } = body as { readonly mergedUnitIds: readonly string[] };
  for (const task of tasks.filter(({ isOpen }) => isOpen)) {
    task.unitIds = task.unitIds.map((unitId) => (mergedUnitIds.includes(unitId) ? id : unitId));
  }
}

function follow(tasks: readonly Standing[], act: Act): void {
  const [topic, no, command = ''] = act.path.split('/');
  if (topic !== 'tasks') {
    followOthers(tasks, act);
    return;
  }
  const task = tasks.find((each) => each.no === no);
  if (task !== undefined) CHANGES[command]?.(task, act.body as Body, act.on);
}

const monthsUpTo = (task: Standing, day: string): readonly string[] => {
  const months = [];
  for (let month = task.assignedOn.slice(0, 7); month <= day.slice(0, 7);) {
    months.push(month);
    month = dayAfter(lastDayOf(month)).slice(0, 7);
  }
  return months;
};

function dueSteps(task: Standing, on: string, isMigrated: boolean): readonly string[] {
  const { no, dueOn } = task;
  const steps = isMigrated ? [ADDED_STEP, ...LADDER] : LADDER;
  const ofTask = steps
    .filter(([, days]) => dueOn !== null && workedFrom(dueOn, days) === on)
    .map(([name, , who]) => `${on} ${no} ${name} ${[...toldOf(who, task, on)].sort().join()}`);
  const ofReports = monthsUpTo(task, on).flatMap((month) => {
    const missing = task.unitIds.filter((unitId) => !task.reported.has(`${unitId} ${month}`));
    const heads = missing.map((unitId) => headOf(unitId, on)).sort();
    if (missing.length === 0) return [];
    return REPORT_STEPS.filter(([, days]) => workedFrom(lastDayOf(month), days) === on).map(
      ([name]) => `${on} ${no} ${name} ${heads.join()}`,
    );
  });
  return on > task.owedSince ? [...ofTask, ...ofReports] : [];
}

/**
 * Every reminder and escalation of the year, from the script and the announced days off alone: day, task, step, persons.
 * A look comes before the acts of its day.
 */
export function remindersByHand(
  assigned: readonly AssignedTask[],
  acts: readonly Act[],
  { days, migratedOn }: { readonly days: readonly string[]; readonly migratedOn: string },
): readonly string[] {
  const tasks = assigned.map(({ isWaiting, ...task }): Standing => ({
    ...task,
    isOpen: !isWaiting,
    owedSince: task.assignedOn,
    assignees: [],
    reported: new Set(),
  }));
  return days.flatMap((on) => {
    const told = isWorked(on)
      ? tasks
          .filter(({ isOpen, assignedOn }) => isOpen && assignedOn < on)
          .flatMap((task) => dueSteps(task, on, on > migratedOn))
      : [];
    for (const act of acts.filter((each) => each.on === on)) follow(tasks, act);
    return told;
  });
}
