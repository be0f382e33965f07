import type { Label } from '../../label';
import type { Figure } from '../../nd335/numbers/figure';
import type { EvidenceFacts, MarkFacts, Stage } from '../facts/table-facts';
import type { TableRules } from '../rules/table-rules';

export type MarkStage = MarkFacts['stage'];

/**
 * `SCORED`: every item has a number. `INSUFFICIENT_DATA`: one is missing, which is never zero.
 * `NEEDS_AUTHORITY`: the table does not say what becomes of a case.
 */
export type TableStatus = 'SCORED' | 'INSUFFICIENT_DATA' | 'NEEDS_AUTHORITY';

export interface TableReason {
  readonly code: 'NOT_MARKED' | 'NOT_ARISEN_OPEN' | 'NO_EVIDENCE' | 'NOT_ARISEN';
  readonly itemId: string;
  readonly words: Label;
  readonly article: string;
}

/** What one stage gave an item. */
export interface StagePoints {
  readonly points: Figure;
  /** As marked, before the rule about evidence; differs only where that took it away. */
  readonly marked: Figure;
  readonly formula: string;
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
  readonly eventIds: readonly string[];
}

export type Side = 'ITEM' | 'BONUS' | 'PENALTY';

/** One item with the numbers of every stage side by side. */
export interface ItemResult {
  readonly itemId: string;
  readonly side: Side;
  readonly title: Label;
  readonly max: Figure;
  readonly unitId: string | null;
  readonly article: string;
  readonly notArisen: { readonly reason: string; readonly decidedBy: string } | null;
  readonly stages: Readonly<Partial<Record<MarkStage, StagePoints>>>;
  readonly evidence: readonly EvidenceFacts[];
}

/** A stage added up. */
export interface StageTotal {
  readonly stage: Stage;
  readonly status: TableStatus;
  readonly items: Figure | null;
  /** Null on a sheet without bonuses and penalties. */
  readonly bonus: Figure | null;
  readonly penalty: Figure | null;
  readonly survey: Figure | null;
  /** Maximum of the items that apply. */
  readonly maximum: Figure | null;
  /** `Σ items + min(bonus, cap) − penalty`, or the index of a reform sheet; null unless scored. */
  readonly total: Figure | null;
  readonly reasons: readonly TableReason[];
}

export interface EntryResult {
  readonly id: string;
  readonly groupId: string;
  /** The last stage at which every item has a number; null before the first. */
  readonly reached: Stage | null;
  readonly totals: readonly StageTotal[];
  readonly items: readonly ItemResult[];
  readonly eventIds: readonly string[];
}

export interface BlocRanking {
  readonly groupId: string;
  /** The stage by which the group is ranked: the last that everybody reached. Anything before FINAL is provisional. */
  readonly stage: Stage | null;
  readonly ranks: readonly { readonly id: string; readonly rank: number; readonly total: Figure }[];
  /** Equal totals that nobody decided on: the authority says who goes first. */
  readonly tied: readonly (readonly string[])[];
  readonly unranked: readonly string[];
  readonly tieBreak: { readonly reason: string; readonly decidedBy: string } | null;
}

/** Scores on a local table: plain JSON in an order of its own. The same facts and table give the same bytes. */
export interface TableSheet {
  readonly format: 'thidua-table-sheet/1';
  readonly year: number;
  readonly agencyId: string;
  readonly ruleSet: Pick<TableRules, 'id' | 'version' | 'subject' | 'title' | 'status'> & {
    readonly hash: string;
    readonly switchedOff: readonly { readonly parameter: string; readonly label: Label }[];
  };
  readonly factsHash: string;
  readonly entries: readonly EntryResult[];
  readonly groups: readonly BlocRanking[];
  /** Over everything above. */
  readonly sheetHash: string;
}
