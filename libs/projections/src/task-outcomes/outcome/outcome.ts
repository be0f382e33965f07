import { daysBetween, type LocalDate } from '@thidua/kernel';
import type { TaskOutcomeRow } from '../task-outcome-row';
import {
  authorityWaitsOf,
  daysWaited,
  lateDaysWaited,
  type AuthorityWait,
} from './authority-waits';
import { deliveriesOf, returnsOf, type Delivery, type Return } from './deliveries';
import {
  dueDatesOf,
  lateOccurrences,
  originalDueDate,
  type DueDate,
  type LateOccurrence,
} from './due-dates';
import {
  factsInView,
  idsBehind,
  mergeIds,
  type OutcomeView,
  type ViewedFact,
} from './facts-in-view';
import { idsBehindLeads, leadsOn, type Lead } from './leads';
import {
  factBehindPhase,
  idsBehindLife,
  idsBehindPhase,
  leftAs,
  lifeOf,
  phaseOn,
  type LeftAs,
  type LifePhase,
  type TaskLife,
} from './life';
import { countOf, type CountOutcome } from './count';
import { owedReports, type OwedReport } from './reports';
import { owedPeriods, type OwedPeriod } from './series';
import {
  coordinationsOf,
  extensionsOf,
  obstaclesOf,
  remindersOf,
  type Coordination,
  type Extensions,
  type Obstacle,
  type Reminder,
} from './side-facts';

/**
 * The seven buckets; every assigned task is in exactly one. The first four are the states of the task table for the
 * provincial committee; `noDate` holds tasks without a due date, done or not; `notArisen` holds what left the plan.
 */
export const BUCKETS = [
  'doneOnTime',
  'doneLate',
  'openInTime',
  'openOverdue',
  'noDate',
  'waiting',
  'notArisen',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The bucket by one of the two due dates. */
export interface Placed {
  readonly bucket: Bucket;
  /** The due date; the day itself still counts as on time. */
  readonly dueOn: LocalDate | null;
  /** Calendar days after the due date: 0 when done on time, null where nothing can be late (yet). */
  readonly daysLate: number | null;
  /** Of these, days spent waiting for a higher authority. */
  readonly daysLateWaiting: number | null;
}

/** The bucket, and the events that put the task there. */
export interface Placement extends Placed {
  readonly eventIds: readonly string[];
}

/** What became of a task, as of a day and as known at a moment. */
export interface TaskOutcome {
  readonly taskId: string;
  readonly planId: string;
  readonly year: number;
  readonly no: string;
  readonly title: string;
  readonly kind: TaskOutcomeRow['kind'];
  readonly asOf: LocalDate;
  readonly assignedOn: LocalDate;
  readonly assignedEventId: string;
  /** The units leading on the day of completion, or on the day asked about: later hand-overs do not move a result. */
  readonly leads: readonly Lead[];
  readonly byOriginalDate: Placement;
  readonly byDateInForce: Placement;
  readonly isDone: boolean;
  readonly leftAs: LeftAs | null;
  readonly completedOn: LocalDate | null;
  /** The assessment of an ongoing task closed at the end of its year. */
  readonly grade: 'good' | 'fair' | 'poor' | null;
  readonly dueDates: readonly DueDate[];
  readonly lateOccurrences: readonly LateOccurrence[];
  readonly authorityWaits: readonly AuthorityWait[];
  /** Days spent waiting for a higher authority since the assignment; shown apart, they stop no clock. */
  readonly daysWaitingForAuthority: number;
  readonly extensions: Extensions;
  readonly deliveries: readonly Delivery[];
  readonly returns: readonly Return[];
  /** True when the task was verified without ever being sent back or reopened; null while it is not verified. */
  readonly isAcceptedFirstTime: boolean | null;
  readonly reports: readonly OwedReport[];
  /** The periods of its series, for a task that goes on with reports. */
  readonly series: readonly OwedPeriod[];
  /** Null for a task that need not take place any number of times. */
  readonly count: CountOutcome | null;
  readonly coordinations: readonly Coordination[];
  readonly obstacles: readonly Obstacle[];
  readonly reminders: readonly Reminder[];
  /** Days on which the department submitted it upward and the authority issued it; which one counts is a rule. */
  readonly submittedUpwardOn: LocalDate | null;
  readonly issuedOn: LocalDate | null;
  /** The events that decide the task's phase on any day, its leads, and what was corrected: they stand behind every number of the task. */
  readonly lifeEventIds: readonly string[];
}

function bucketOf(phase: LifePhase, dueOn: LocalDate | null, endedOn: LocalDate): Bucket {
  if (phase === 'outside') return 'notArisen';
  if (phase === 'waiting') return 'waiting';
  if (dueOn === null) return 'noDate';
  if (phase === 'done') return endedOn <= dueOn ? 'doneOnTime' : 'doneLate';
  return endedOn <= dueOn ? 'openInTime' : 'openOverdue';
}

function daysLateOf(bucket: Bucket, dueOn: LocalDate | null, endedOn: LocalDate): number | null {
  if (bucket === 'doneOnTime') return 0;
  const isLate = bucket === 'doneLate' || bucket === 'openOverdue';
  return isLate && dueOn !== null ? daysBetween(dueOn, endedOn) : null;
}

interface Reading {
  readonly facts: readonly ViewedFact[];
  readonly life: TaskLife;
  readonly phase: LifePhase;
  readonly assigned: ViewedFact;
  /** The fact behind the phase on the day asked about. */
  readonly last: ViewedFact;
  /** The day of completion, or the day asked about when the task is not done. */
  readonly endedOn: LocalDate;
  readonly waits: readonly AuthorityWait[];
}

function readingOf(row: TaskOutcomeRow, view: OutcomeView): Reading | null {
  const facts = factsInView(row.facts, view);
  const life = lifeOf(facts);
  const assigned = facts.find(({ type }) => type === 'TaskAssigned');
  const [phase, last] = [phaseOn(life, view.asOf), factBehindPhase(life, view.asOf)];
  if (assigned === undefined || phase === null || last === null) return null;
  const endedOn = phase === 'done' ? last.on : view.asOf;
  return { facts, life, phase, assigned, last, endedOn, waits: authorityWaitsOf(facts) };
}

function place(due: DueDate | null, { phase, endedOn, waits }: Reading): Placed {
  const dueOn = due?.dueOn ?? null;
  const bucket = bucketOf(phase, dueOn, endedOn);
  const daysLate = daysLateOf(bucket, dueOn, endedOn);
  return {
    bucket,
    dueOn,
    daysLate,
    daysLateWaiting:
      daysLate === null || dueOn === null ? null : lateDaysWaited(waits, dueOn, endedOn),
  };
}

const placement = (due: DueDate | null, reading: Reading): Placement => ({
  ...place(due, reading),
  eventIds: mergeIds(
    idsBehind(reading.assigned),
    due?.eventIds ?? [],
    idsBehindPhase(reading.life),
  ),
});

const dayOf = (facts: readonly ViewedFact[], type: ViewedFact['type']): LocalDate | null =>
  facts.findLast((fact) => fact.type === type)?.on ?? null;

const wasNeverSentBack = (facts: readonly ViewedFact[]): boolean =>
  returnsOf(facts).length === 0 && !facts.some(({ type }) => type === 'TaskReopened');

const idsBehindCorrections = (facts: readonly ViewedFact[]): readonly string[] =>
  mergeIds(...facts.filter(({ correction }) => correction !== null).map(idsBehind));

/** What the facts say beside the bucket. */
function particulars({ facts, life, waits, assigned, endedOn }: Reading, asOf: LocalDate) {
  return {
    dueDates: dueDatesOf(facts),
    lateOccurrences: lateOccurrences(facts, life, endedOn),
    authorityWaits: waits,
    daysWaitingForAuthority: daysWaited(waits, assigned.on, endedOn),
    extensions: extensionsOf(facts),
    deliveries: deliveriesOf(facts),
    returns: returnsOf(facts),
    coordinations: coordinationsOf(facts, asOf),
    obstacles: obstaclesOf(facts),
    reminders: remindersOf(facts),
    submittedUpwardOn: dayOf(facts, 'SubmittedUpward'),
    issuedOn: dayOf(facts, 'IssuedByAuthority'),
  };
}

/**
 * The outcome of a task, or null when it was not assigned yet on that day, or not known to be. Pure: the order of the
 * row's facts does not matter, their positions do.
 */
export function taskOutcome(row: TaskOutcomeRow, view: OutcomeView): TaskOutcome | null {
  const reading = readingOf(row, view);
  if (reading === null) return null;
  const { facts, life } = reading;
  return {
    ...outcomeFrom(row, reading, view.asOf),
    reports: owedReports(facts, life, view),
    series: owedPeriods(facts, life, view.asOf),
    count: countOf(facts),
  };
}

/**
 * What is counted of an outcome, apart from reports, which come due without any event. The events behind the placements
 * are left out as well: sums are taken of every task on many days, and gathering them would be most of the work.
 */
export interface CountedOutcome extends Pick<
  TaskOutcome,
  | 'leads'
  | 'isDone'
  | 'leftAs'
  | 'extensions'
  | 'deliveries'
  | 'returns'
  | 'coordinations'
  | 'obstacles'
  | 'reminders'
> {
  readonly byOriginalDate: Placed;
  readonly byDateInForce: Placed;
}

/** The same figures as `taskOutcome` gives, without what leads back to the events. */
export function countedOutcome(row: TaskOutcomeRow, view: OutcomeView): CountedOutcome | null {
  const reading = readingOf(row, view);
  if (reading === null) return null;
  const { facts, life, phase, endedOn } = reading;
  const dueDates = dueDatesOf(facts);
  return {
    leads: leadsOn(facts, endedOn),
    byOriginalDate: place(originalDueDate(dueDates), reading),
    byDateInForce: place(dueDates.at(-1) ?? null, reading),
    isDone: phase === 'done',
    leftAs: leftAs(life, view.asOf),
    extensions: extensionsOf(facts),
    deliveries: deliveriesOf(facts),
    returns: returnsOf(facts),
    coordinations: coordinationsOf(facts, view.asOf),
    obstacles: obstaclesOf(facts),
    reminders: remindersOf(facts),
  };
}

function outcomeFrom(
  row: TaskOutcomeRow,
  reading: Reading,
  asOf: LocalDate,
): Omit<TaskOutcome, 'reports' | 'series' | 'count'> {
  const { facts, life, phase, last, endedOn } = reading;
  const { taskId, planId, year, no, title, kind } = row;
  const more = particulars(reading, asOf);
  const isDone = phase === 'done';
  return {
    ...{ taskId, planId, year, no, title, kind },
    asOf,
    assignedOn: reading.assigned.on,
    assignedEventId: reading.assigned.eventId,
    leads: leadsOn(facts, endedOn),
    byOriginalDate: placement(originalDueDate(more.dueDates), reading),
    byDateInForce: placement(more.dueDates.at(-1) ?? null, reading),
    isDone,
    leftAs: leftAs(life, asOf),
    completedOn: isDone ? endedOn : null,
    grade: last.type === 'OngoingClosed' && isDone ? last.data.grade : null,
    isAcceptedFirstTime: last.type === 'TaskCompleted' && isDone ? wasNeverSentBack(facts) : null,
    ...more,
    lifeEventIds: mergeIds(idsBehindLife(life), idsBehindLeads(facts), idsBehindCorrections(facts)),
  };
}
