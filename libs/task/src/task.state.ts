import type { LocalDate, LocalMonth, PersonId, TaskId, UnitId } from '@thidua/kernel';
import type { TaskEvent, TaskFacts } from './task.events';

export type LeadUnit = TaskFacts<'TaskAssigned'>['leads'][number];

/** How a lead unit answered the assignment; the last answer counts. */
export interface UnitAnswer {
  readonly unitId: UnitId;
  readonly accepted: boolean;
}

/** An objection of a lead unit and what was decided about it; null while it waits. */
export interface Decline {
  readonly unitId: UnitId;
  readonly answered: TaskFacts<'DeclineAnswered'> | null;
}

/** One time a task took place; a withdrawn one does not count. */
export interface Occurrence {
  readonly recorded: TaskFacts<'OccurrenceRecorded'>;
  readonly withdrawn: TaskFacts<'OccurrenceWithdrawn'> | null;
}

/** A period of the series that is owed, with the reports on it. */
export interface SeriesPeriod {
  readonly period: string;
  readonly reportDueOn: LocalDate;
  readonly reports: readonly TaskFacts<'SeriesPeriodReported'>[];
}

/** A person who has the task, or with a `subtaskId` a part of it. */
export interface Assignment {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly subtaskId: string | null;
  readonly what: string | null;
  readonly dueOn: LocalDate | null;
  readonly finishedOn: LocalDate | null;
}

export interface TaskProduct {
  readonly productId: string;
  readonly title: string;
  /** How often it was handed in. */
  readonly attempts: number;
  readonly verdict: 'none' | 'awaited' | 'accepted' | 'returned';
  /** The last hand-in; null before the first. */
  readonly handIn: TaskFacts<'ProductHandedIn'> | null;
  /** The last return; null before the first. */
  readonly returned: TaskFacts<'ProductReturned'> | null;
}

export interface CoordinationRequest {
  readonly asked: TaskFacts<'CoordinationAsked'>;
  readonly answered: TaskFacts<'CoordinationAnswered'> | null;
}

export interface Obstacle {
  readonly raised: TaskFacts<'ObstacleRaised'>;
  readonly resolved: TaskFacts<'ObstacleResolved'> | null;
}

export interface AuthorityWait {
  readonly started: TaskFacts<'AuthorityWaitStarted'>;
  readonly ended: TaskFacts<'AuthorityWaitEnded'> | null;
  /** True once somebody above the lead unit confirmed it. */
  readonly isConfirmed: boolean;
}

export interface ExtensionRequest {
  readonly requested: TaskFacts<'ExtensionRequested'>;
  /** The event that answered it; null while it is open. */
  readonly decided: TaskFacts<'DeadlineExtended'> | TaskFacts<'ExtensionRefused'> | null;
}

/** Facts without an id of their own, remembered so that saying the same thing again on the same day records nothing. */
export type NotedEvent = Extract<
  TaskEvent,
  {
    type:
      | 'TaskDeclined'
      | 'LeadUnitReminded'
      | 'SolutionProposed'
      | 'DirectionGiven'
      | 'SubmittedUpward'
      | 'IssuedByAuthority'
      | 'MilestoneReached'
      | 'DelayCauseConfirmed'
      | 'TaskHandedOver'
      | 'DeadlineDerived';
  }
>;

/** What the timers of the flow go by, and what they did. */
export interface TaskUrging {
  /** Since when work is owed to the due date in force: a timer due for an earlier day, or for this one, never strikes. */
  readonly owedSince: LocalDate;
  /** The day the task came into its state; null where the step does not say it. */
  readonly enteredOn: LocalDate | null;
  /** Reminders and escalations, by the timer and the day it counted from: each happens once. */
  readonly struck: readonly { readonly timer: string; readonly countedFrom: LocalDate }[];
}

/** Events that took a transition of the flow. */
export type StepEvent = Extract<TaskEvent, { data: { transition: string } }>;

/** What decisions need to know of a task. Read models are made from the log, never from this. */
export interface Task {
  readonly taskId: TaskId;
  /** As first assigned: the original due date, leads and title never change. */
  readonly assignment: TaskFacts<'TaskAssigned'>;
  /** The flow the task is pinned to now: as assigned, or as it was last migrated. */
  readonly workflow: TaskFacts<'TaskAssigned'>['workflow'];
  readonly state: string;
  /** The event by which the task came into its state; null while it is as assigned. */
  readonly enteredBy: StepEvent | null;
  readonly title: string;
  readonly leads: readonly LeadUnit[];
  readonly coordinatingUnitIds: readonly UnitId[];
  /** The due date in force. */
  readonly dueOn: LocalDate | null;
  readonly condition: string | null;
  readonly products: readonly TaskProduct[];
  readonly answers: readonly UnitAnswer[];
  /** At most one a unit: the last one. */
  readonly declines: readonly Decline[];
  readonly assignments: readonly Assignment[];
  readonly coordination: readonly CoordinationRequest[];
  /** Months reported, by progress or nil. */
  readonly reports: readonly { readonly unitId: UnitId; readonly period: LocalMonth }[];
  readonly obstacles: readonly Obstacle[];
  readonly waits: readonly AuthorityWait[];
  readonly extensions: readonly ExtensionRequest[];
  /** The reported result under judgement, or the accepted one; null before a report and after a return. */
  readonly result: TaskFacts<'ResultReported'> | null;
  readonly resultAttempts: number;
  readonly completedOn: LocalDate | null;
  /** The last report of each lead unit on its own part. */
  readonly leadParts: readonly TaskFacts<'LeadPartReported'>[];
  /** How the unit proposes to assess its ongoing work; the last proposal counts. */
  readonly closingProposal: TaskFacts<'OngoingClosingProposed'> | null;
  readonly priority: TaskFacts<'TaskPrioritised'>['priority'];
  readonly supervisingLeaderId: PersonId | null;
  readonly series: TaskFacts<'ReportSeriesSet'> | null;
  readonly periods: readonly SeriesPeriod[];
  readonly countTarget: TaskFacts<'CountTargetSet'> | null;
  readonly occurrences: readonly Occurrence[];
  readonly predecessorIds: readonly TaskId[];
  readonly milestoneReachedOn: LocalDate | null;
  readonly carriedOver: TaskFacts<'TaskCarriedOver'> | null;
  readonly noted: readonly NotedEvent[];
  readonly urging: TaskUrging;
}

/** Null before the assignment. */
export type TaskState = Task | null;
