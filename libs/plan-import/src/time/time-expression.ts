import type { LocalDate } from '@thidua/kernel';
import type { TaskKind } from '../plan-draft';

/**
 * Where the words stand. Only a time line (`task-time`) or a duty in prose (`obligation`) can set a limit; words in a
 * title or product (`inline`) and dates of documents or past events (`reference`) never become a deadline.
 */
export type TimeRole = 'task-time' | 'obligation' | 'inline' | 'reference';

export interface TimeContext {
  /** The year of the plan, from its title; null where unknown. Never the year of a clock. */
  readonly planYear: number | null;
  /** Day the plan was issued, the start of limits counted "kể từ ngày ban hành"; calendar day in Asia/Ho_Chi_Minh. */
  readonly issuedOn?: LocalDate | null;
  /** A span with a product to hand in is a task with an end; without one it is work that lasts. */
  readonly hasProduct?: boolean;
  /** `task-time` when left out. */
  readonly role?: TimeRole;
}

/** A limit counted from an event: `offset` days after `from`; the day of the event is not counted. */
export interface OffsetRule {
  readonly offset: number;
  readonly unit: 'calendar-day' | 'working-day';
  readonly from: string;
  readonly countFirstDay: false;
}

export interface DateWindow {
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

/** A stage of the work: this much of it by that day. */
export interface TimeMilestone {
  readonly due: LocalDate | null;
  /** Decimal text in `unit`. */
  readonly value: string;
  readonly unit: '%';
}

/** Doubts about the reading, for the person who confirms it. */
export type TimeNote =
  /** No year written: the plan year was used. */
  | 'YEAR_FROM_PLAN'
  /** No year written and the plan has none. */
  | 'YEAR_UNKNOWN'
  /** Nothing in the text was understood as a limit. */
  | 'UNREADABLE'
  /** A day that no calendar has, such as 30/02. */
  | 'IMPOSSIBLE_DATE'
  /** A convention decided: part of a month, "trước" a last day of a month, "sau" a number of days. */
  | 'CONVENTION'
  /** The text states an extended date; the first one is in the window. */
  | 'EXTENDED';

/** What a time line says. Every date is a calendar day in Asia/Ho_Chi_Minh; a due date is in time to its end. */
export interface TimeExpression {
  /** Null where the words set no limit and start no series. */
  readonly kind: TaskKind | null;
  readonly due: LocalDate | null;
  readonly notBefore: LocalDate | null;
  readonly window: DateWindow;
  readonly recurrence: string | null;
  /** RFC 5545 recurrence rule, or days counted from an event. */
  readonly rule: string | OffsetRule | null;
  readonly conditional: string | null;
  readonly quantity: {
    readonly exact?: number;
    readonly min?: number;
    readonly per: 'YEAR';
  } | null;
  readonly milestones: readonly TimeMilestone[] | null;
  readonly notes: readonly TimeNote[];
}

export const NO_WINDOW: DateWindow = { start: null, end: null };

export const NOTHING_SAID: TimeExpression = {
  kind: 'one-off',
  due: null,
  notBefore: null,
  window: NO_WINDOW,
  recurrence: null,
  rule: null,
  conditional: null,
  quantity: null,
  milestones: null,
  notes: [],
};
