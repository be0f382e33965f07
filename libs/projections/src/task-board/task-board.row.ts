import type { StatePhase } from '@thidua/workflow';
import type { Instant, LocalDate, LocalMonth } from '@thidua/kernel';

export interface BoardLead {
  readonly unitId: string;
  readonly role: 'lead' | 'focal';
}

export interface BoardAssignment {
  readonly personId: string;
  readonly unitId: string;
  /** Null when the whole task was given. */
  readonly subtaskId: string | null;
  readonly what: string | null;
  readonly dueOn: LocalDate | null;
  readonly finishedOn: LocalDate | null;
}

export interface BoardProduct {
  readonly productId: string;
  readonly title: string;
  readonly status: 'owed' | 'handedIn' | 'accepted' | 'returned';
}

/** The last report on the task; `result` asks for verification. */
export interface BoardReport {
  readonly kind: 'progress' | 'nil' | 'result';
  readonly unitId: string;
  /** The month reported on; null for a result. */
  readonly period: LocalMonth | null;
  readonly reportedOn: LocalDate;
  readonly percent: number | null;
  readonly text: string | null;
}

/** A period of the series that was opened, and who has reported on it. */
export interface BoardPeriod {
  readonly period: string;
  readonly reportDueOn: LocalDate;
  readonly reportedByUnitIds: readonly string[];
}

/** How often the task has to take place, as set since the assignment, and the occurrences that count. */
export interface BoardCount {
  /** Null while only the plan's own wording says how often. */
  readonly target: number | null;
  readonly what: string | null;
  readonly occurrenceIds: readonly string[];
}

/** A task as it stands now. */
export interface TaskBoardRow {
  readonly planId: string;
  readonly year: number;
  readonly no: string;
  /** The number in the form in which numbers are compared. */
  readonly noFolded: string;
  /** Text by which numbers are ordered as people count, byte by byte. */
  readonly noOrder: string;
  readonly title: string;
  /** The title in the form in which texts are searched. */
  readonly titleFolded: string;
  readonly kind: string;
  readonly workflowId: string;
  readonly workflowVersion: number;
  readonly state: string;
  readonly phase: StatePhase;
  readonly leads: readonly BoardLead[];
  readonly leadUnitIds: readonly string[];
  readonly coordinatingUnitIds: readonly string[];
  readonly openPartners: readonly string[];
  readonly supervisingLeaderId: string | null;
  readonly assignedOn: LocalDate;
  /** The first due date the task ever had, corrected only when it was recorded wrongly. */
  readonly dueOriginalOn: LocalDate | null;
  /** The due date in force. */
  readonly dueOn: LocalDate | null;
  readonly notBefore: LocalDate | null;
  readonly recurrence: string | null;
  readonly condition: string | null;
  readonly timeText: string | null;
  readonly products: readonly BoardProduct[];
  readonly assignments: readonly BoardAssignment[];
  readonly assigneeIds: readonly string[];
  readonly acceptedByUnitIds: readonly string[];
  readonly lastReport: BoardReport | null;
  /** Day on which the result now awaiting verification was reported; null when none is. */
  readonly resultReportedOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly lastRemindedOn: LocalDate | null;
  readonly openObstacleIds: readonly string[];
  readonly openExtensionIds: readonly string[];
  readonly openWaitIds: readonly string[];
  /** The task of a later plan in which this one goes on. */
  readonly carriedOverTo: string | null;
  /** Tasks of earlier plans that went on as this one. */
  readonly predecessorIds: readonly string[];
  readonly priority: 'normal' | 'high' | 'urgent';
  /** Lead units whose objection waits for an answer. */
  readonly objectingUnitIds: readonly string[];
  /** Lead units that have reported their own part. */
  readonly partReportedByUnitIds: readonly string[];
  readonly milestoneReachedOn: LocalDate | null;
  readonly periods: readonly BoardPeriod[];
  readonly count: BoardCount;
  /** How the unit proposes to assess its ongoing work; null while it has not. */
  readonly proposedGrade: 'good' | 'fair' | 'poor' | null;
  /** Revision of the task's stream, for a command that expects it. */
  readonly revision: number;
  readonly lastEventType: string;
  readonly lastOccurredAt: Instant;
}
