import type { Label } from '../label';
import type { Figure } from './numbers/figure';
import type { RatedClass } from './rated-class';
import type { DecreeRuleSet } from './rule-set/rule-set';

/**
 * `CLASSED`: the rules give a class. `NO_CLASS`: they say that there is none (too short a service).
 * `INSUFFICIENT_DATA`: something is missing; never zero, never full marks.
 * `NEEDS_AUTHORITY`: the rules leave the case open; `reasons` names the conditions that failed, and the class further down
 * all of whose conditions hold.
 */
export type RatingStatus = 'CLASSED' | 'NO_CLASS' | 'INSUFFICIENT_DATA' | 'NEEDS_AUTHORITY';

/** Why something is as it is: a stable code, words, the article, and the events behind it. */
export interface RatingReason {
  readonly code: string;
  readonly words: Label;
  readonly article: string;
  readonly eventIds: readonly string[];
}

/** One step from full marks to the final class. Steps that move points have `change` and `after`, the others `class`. */
export interface RatingStep {
  readonly id: string;
  readonly title: Label;
  /** The calculation in symbols; `values` says what they stand for. */
  readonly formula: string;
  readonly values: Readonly<Record<string, Figure>>;
  readonly change: Figure | null;
  /** Points after the step. */
  readonly after: Figure | null;
  readonly class: RatedClass | null;
  readonly article: string;
  readonly eventIds: readonly string[];
}

/** A month's or quarter's score. */
export interface PeriodScore {
  readonly period: string;
  readonly status: 'SCORED' | 'INSUFFICIENT_DATA' | 'NEEDS_AUTHORITY' | 'NOT_SCORED';
  /** Months of the year it stands for in the means. */
  readonly months: number;
  readonly provisional: boolean;
  readonly total: Figure | null;
  /** From full marks down to the total. */
  readonly steps: readonly RatingStep[];
  readonly reasons: readonly RatingReason[];
}

export interface PersonScore {
  readonly personId: string;
  readonly unitId: string;
  readonly groupId: string;
  readonly status: RatingStatus;
  /** Mean of the year; null while a period is missing, and where the rules know no points. */
  readonly year: Figure | null;
  readonly quarters: readonly (Figure | null)[];
  readonly halves: readonly (Figure | null)[];
  readonly serviceMonths: Figure;
  /** How December came into the mean; null when it was not due. */
  readonly december: 'FINAL' | 'PROVISIONAL' | 'LEFT_OUT' | null;
  readonly periods: readonly PeriodScore[];
  /** By points alone. */
  readonly band: RatedClass | null;
  /** After everything; null unless classed. */
  readonly class: RatedClass | null;
  readonly reasons: readonly RatingReason[];
  readonly waterfall: readonly RatingStep[];
}

export interface UnitRating {
  readonly unitId: string;
  readonly groupId: string;
  readonly status: RatingStatus;
  readonly total: Figure | null;
  readonly band: RatedClass | null;
  readonly class: RatedClass | null;
  readonly reasons: readonly RatingReason[];
  readonly waterfall: readonly RatingStep[];
}

/** Who stands where in a group, best first; ties share a rank. */
export interface GroupRank {
  readonly id: string;
  readonly rank: number;
  readonly total: Figure;
}

/** How many of a group may be HTXS, and where the line was cut. */
export interface QuotaGroup {
  readonly groupId: string;
  readonly share: Figure;
  readonly base: 'LITERAL' | 'HTT_OR_ABOVE';
  /** Rated HTT or above before the quota. */
  readonly eligible: number;
  /** Most that may be HTXS. */
  readonly places: number;
  /** HTXS before the quota. */
  readonly candidates: readonly string[];
  readonly admitted: readonly string[];
  readonly dropped: readonly string[];
  /** Equal at the line: the authority has to say who goes first. */
  readonly tied: readonly string[];
  /** Without a class yet: their class may still move the line. */
  readonly pending: readonly string[];
  readonly cutLine: {
    readonly lastAdmitted: Figure | null;
    readonly firstLeftOut: Figure | null;
    readonly words: Label;
  };
  readonly ranking: readonly GroupRank[];
  readonly article: string;
  readonly eventIds: readonly string[];
}

export interface TaskTableRates {
  readonly id: string;
  readonly asOf: string;
  readonly total: number;
  /** Done of what was due (central style); null without a task in the denominator, like every rate here. */
  readonly doneOfDue: Figure | null;
  /** Done of all with a deadline (province style). */
  readonly doneOfAll: Figure | null;
  readonly onTimeOfDone: Figure | null;
  readonly onTimeOfDue: Figure | null;
  readonly overdueOfDue: Figure | null;
  /** Which completion rate the rule set names first. */
  readonly namedFirst: 'DUE' | 'ALL';
  readonly eventIds: readonly string[];
}

/** A year-end sheet: plain JSON in an order of its own. The same facts and rules give the same bytes. */
export interface DecreeSheet {
  readonly format: 'thidua-sheet/1';
  readonly year: number;
  readonly agencyId: string;
  readonly ruleSet: Pick<DecreeRuleSet, 'id' | 'version' | 'subject' | 'title' | 'status'> & {
    readonly hash: string;
    /** Rules that are off until somebody confirms them. */
    readonly switchedOff: readonly { readonly parameter: string; readonly label: Label }[];
  };
  readonly factsHash: string;
  readonly people: readonly PersonScore[];
  readonly units: readonly UnitRating[];
  readonly groups: readonly QuotaGroup[];
  readonly taskTables: readonly TaskTableRates[];
  /** Over the header and the hashes of the parts, so that one person's part can be checked alone. */
  readonly sheetHash: string;
}
