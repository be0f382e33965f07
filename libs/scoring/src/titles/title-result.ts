import type { Label } from '../label';
import type { Figure } from '../nd335/numbers/figure';
import type { Condition } from './conditions';
import type { TitleRules } from './title-rules';

/** In the order in which each rests on those before it. */
export const TITLES = ['LDTT', 'CSTDCS', 'TTLDTT', 'TTLDXS', 'CO'] as const;
export type Title = (typeof TITLES)[number];

export const TITLE_NAMES: Readonly<Record<Title, Label>> = {
  LDTT: { vi: 'Lao động tiên tiến', en: 'Progressive worker' },
  CSTDCS: { vi: 'Chiến sĩ thi đua cơ sở', en: 'Grassroots emulation fighter' },
  TTLDTT: { vi: 'Tập thể lao động tiên tiến', en: 'Progressive collective' },
  TTLDXS: { vi: 'Tập thể lao động xuất sắc', en: 'Outstanding collective' },
  CO: { vi: 'Cờ thi đua', en: 'Emulation flag' },
};

/**
 * `ELIGIBLE`: every condition holds; the council and the authority still decide. `NOT_ELIGIBLE`: one fails.
 * `NEEDS_AUTHORITY`: none fails, but the law leaves one open. `INSUFFICIENT_DATA`: nobody said.
 */
export type TitleStatus = 'ELIGIBLE' | 'NOT_ELIGIBLE' | 'NEEDS_AUTHORITY' | 'INSUFFICIENT_DATA';

export interface TitleResult {
  /** A person for LDTT and CSTDCS, a unit for the others. */
  readonly id: string;
  readonly title: Title;
  readonly status: TitleStatus;
  /** Everything but what holds. */
  readonly conditions: readonly Condition[];
  /** An earlier title that this one rests on, where it is not eligible; else null. */
  readonly restsOn: { readonly title: Title; readonly status: TitleStatus } | null;
  /** Award money in multiples of the base salary, for whoever is eligible; null where no number holds. */
  readonly awardMoney: Figure | null;
  readonly eventIds: readonly string[];
}

/** How many may be CSTĐCS. */
export interface TitleQuota {
  readonly ldtt: number;
  readonly candidates: number;
  /** Null as long as the share is not confirmed. */
  readonly places: number | null;
  readonly isOver: boolean;
  readonly article: string;
  readonly words: Label;
}

export interface TitleSheet {
  readonly format: 'thidua-title-sheet/1';
  readonly year: number;
  readonly agencyId: string;
  readonly receivedOn: string;
  readonly ruleSet: Pick<TitleRules, 'id' | 'version' | 'subject' | 'title' | 'status'> & {
    readonly hash: string;
    readonly switchedOff: readonly { readonly parameter: string; readonly label: Label }[];
  };
  readonly factsHash: string;
  readonly results: readonly TitleResult[];
  readonly quota: TitleQuota;
  readonly sheetHash: string;
}
