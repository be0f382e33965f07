import { ask } from './task.fixtures';
import * as life from './task-life.model';
import type { TaskLife } from './task-life.model';
import { foretold, NOTHING_NEW, type MoveOf } from './task-life.move';
import {
  anyTime,
  atWork,
  compiling,
  endedBefore,
  first,
  speaking,
  tooEarly,
} from './task-life.refusals';
import { ASSIGNED_ON } from './sample-work';
import { quarterOf, spanOf } from './task-life.days';

const isSeries = ({ kind }: TaskLife) =>
  kind === 'recurring' || kind === 'periodic-after-milestone';

const startOf = ({ kind, milestoneOn, assignedOn }: TaskLife) =>
  kind === 'recurring' ? assignedOn : milestoneOn;

/** The open period some of whose days the period has too. */
const overlapping = ({ periods }: TaskLife, period: string) =>
  [...periods.keys()].find((open) => {
    const [one, other] = [spanOf(open), spanOf(period)];
    return one.fromOn <= other.toOn && other.fromOn <= one.toOn;
  });

/** Moves about what a task owes more than once: the periods of a series, and the times it has to take place. */
export const seriesMoves = {
  reachMilestone: (task, act) => {
    const refusal = first(
      atWork(task, life.reportsForLead(task, act.actor)),
      task.kind !== 'periodic-after-milestone' && 'NOT_A_MILESTONE_TASK',
      endedBefore(act.on, task.milestoneOn, 'MILESTONE_ALREADY_REACHED'),
    );
    const events = [...life.beginning(task), 'MilestoneReached'] as const;
    return foretold(ask('ReachMilestone'), refusal, events, () => {
      task.milestoneOn = act.on;
      life.begin(task, act);
    });
  },
  setSeries: (task, act, { twist }) => {
    const every = twist === 1 ? 'quarter' : 'month';
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      !isSeries(task) && 'NOT_A_SERIES_TASK',
      task.every === every && NOTHING_NEW,
    );
    const command = ask('SetReportSeries', { every, dueWithinDays: 0 });
    return foretold(command, refusal, ['ReportSeriesSet'], () => {
      task.every = every;
    });
  },
  openPeriod: (task, act, { month, twist }) => {
    const period = twist === 1 ? quarterOf(month) : month;
    const { fromOn, toOn, every } = spanOf(period);
    const start = startOf(task);
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      !isSeries(task) && 'NOT_A_SERIES_TASK',
      start === null && 'MILESTONE_NOT_REACHED',
      task.every === null && 'SERIES_NOT_SET',
      task.periods.has(period) && NOTHING_NEW,
      every !== task.every && 'PERIOD_NOT_OF_SERIES',
      fromOn > act.on && 'SERIES_PERIOD_NOT_BEGUN',
      start !== null && toOn < start && 'PERIOD_BEFORE_SERIES',
      overlapping(task, period) !== undefined && 'PERIOD_ALREADY_COVERED',
    );
    return foretold(ask('OpenSeriesPeriod', { period }), refusal, ['SeriesPeriodOpened'], () => {
      task.periods.set(period, new Map());
    });
  },
  reportPeriod: (task, act, { flag, twist, ...draw }) => {
    // Periods are few and months many, so one that is open is reported on more often than drawn.
    const period = flag ? ([...task.periods.keys()].at(-1) ?? draw.month) : draw.month;
    const nil = twist === 1 || twist === 2;
    const text = twist === 2 ? null : 'Đã hướng dẫn ba xã';
    const unit = life.compilerFor(task, act.actor) ?? '';
    const told = JSON.stringify([text, act.on]);
    const before = task.periods.get(period)?.get(unit);
    const refusal = first(
      anyTime(task, life.reportsForLead(task, act.actor)),
      !task.periods.has(period) && 'PERIOD_NOT_OPENED',
      tooEarly(act, spanOf(period).fromOn),
      twist === 1 && 'TEXT_OR_NIL',
      compiling(task, act),
      before !== undefined && (before === told ? NOTHING_NEW : 'SERIES_PERIOD_ALREADY_REPORTED'),
    );
    const events = [...(nil ? [] : life.beginning(task)), 'SeriesPeriodReported'] as const;
    return foretold(ask('ReportSeriesPeriod', { period, text, nil }), refusal, events, () => {
      task.periods.get(period)?.set(unit, told);
      if (!nil) life.begin(task, act);
    });
  },
  setCount: (task, act, { flag }) => {
    const count = flag ? 1 : 2;
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      task.countOwed === count && NOTHING_NEW,
    );
    return foretold(ask('SetCountTarget', { count }), refusal, ['CountTargetSet'], () => {
      task.countOwed = count;
    });
  },
  /** By the first twist held on whatever day is drawn. */
  recordOccurrence: (task, act, { productId: occurrenceId, day, twist }) => {
    const heldOn = twist === 1 ? day : ASSIGNED_ON;
    const by = life.idsOf(act.actor);
    const told = JSON.stringify([heldOn, life.unitFor(task, act.actor), by, act.on]);
    const before = task.occurrences.get(occurrenceId);
    const refusal = first(
      atWork(task, life.works(task, act.actor)),
      speaking(task, act, task.leadUnits),
      before !== undefined && (before.told === told ? NOTHING_NEW : 'ID_ALREADY_USED'),
      heldOn < task.assignedOn && 'DAY_TOO_EARLY',
      heldOn > act.on && 'DAY_IN_FUTURE',
    );
    const command = ask('RecordOccurrence', { occurrenceId, heldOn });
    return foretold(command, refusal, [...life.beginning(task), 'OccurrenceRecorded'], () => {
      task.occurrences.set(occurrenceId, { by, told, counts: true, withdrawnOn: null });
      life.begin(task, act);
    });
  },
  withdrawOccurrence: (task, act, { productId: occurrenceId }) => {
    const occurrence = task.occurrences.get(occurrenceId);
    const withdrawnOn = occurrence?.withdrawnOn ?? null;
    const refusal = first(
      anyTime(task, life.isJudge(act.actor)),
      occurrence === undefined && 'OCCURRENCE_NOT_FOUND',
      endedBefore(act.on, withdrawnOn, 'OCCURRENCE_ALREADY_WITHDRAWN'),
    );
    const command = ask('WithdrawOccurrence', { occurrenceId });
    return foretold(command, refusal, ['OccurrenceWithdrawn'], () => {
      if (occurrence === undefined) return;
      occurrence.counts = false;
      occurrence.withdrawnOn = act.on;
    });
  },
} as const satisfies Record<string, MoveOf>;
