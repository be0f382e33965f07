import { compareRational, rational, type Rational } from '@thidua/kernel';
import { uniqueSorted } from '../nd335/event-ids';
import { isAtLeast, type RatedClass } from '../nd335/rated-class';
import type { Label } from '../label';
import type { TitleParameter, TitleRules } from './title-rules';

/** OPEN: the law or an earlier title leaves it open. MISSING: nobody said. */
export type Verdict = 'HOLDS' | 'FAILS' | 'OPEN' | 'MISSING';

/** One condition of a title with what it rests on. */
export interface Condition {
  readonly parameter: TitleParameter;
  readonly verdict: Verdict;
  readonly words: Label;
  readonly article: string;
  readonly eventIds: readonly string[];
}

interface WithEvents {
  readonly eventIds: readonly string[];
}

export interface Asked {
  readonly parameter: TitleParameter;
  readonly verdict: Verdict;
  readonly eventIds?: readonly string[];
}

const AMENDED: Label = {
  vi: 'luật đã sửa đổi, tiêu chuẩn mới cần xác nhận',
  en: 'the law was amended, the new standard is to be confirmed',
};

/** Conditions of the rules as they stood on a day: what is off or not in force then decides nothing. */
export class Conditions {
  constructor(
    readonly rules: TitleRules,
    private readonly on: string,
  ) {}

  isInForce(name: TitleParameter): boolean {
    const { enabled, validFrom, validUntil } = this.rules.parameters[name];
    return enabled && validFrom <= this.on && (validUntil === null || this.on <= validUntil);
  }

  condition({ parameter, verdict, eventIds = [] }: Asked): Condition {
    const { meaning, article, enabled } = this.rules.parameters[parameter];
    const isOpen = !this.isInForce(parameter);
    const isAmended = isOpen && enabled;
    return {
      parameter,
      verdict: isOpen ? 'OPEN' : verdict,
      words: isAmended
        ? { vi: `${meaning.vi}: ${AMENDED.vi}`, en: `${meaning.en}: ${AMENDED.en}` }
        : meaning,
      article,
      eventIds: uniqueSorted(eventIds),
    };
  }

  found(
    parameter: TitleParameter,
    ...facts: readonly (({ holds: boolean } & WithEvents) | null)[]
  ) {
    const eventIds = facts.flatMap((fact) => fact?.eventIds ?? []);
    const verdict = facts.some((fact) => fact?.holds === false)
      ? 'FAILS'
      : facts.includes(null)
        ? 'MISSING'
        : 'HOLDS';
    return this.condition({ parameter, verdict, eventIds });
  }

  /** Whether the class of the year reaches what the rule asks. */
  reaches(
    parameter: 'ldttClass' | 'ttldttClass' | 'ttldxsClass',
    yearClass: ({ readonly class: RatedClass } & WithEvents) | null,
  ) {
    const bar = this.rules.parameters[parameter].value;
    const verdict =
      yearClass === null ? 'MISSING' : isAtLeast(yearClass.class, bar) ? 'HOLDS' : 'FAILS';
    return this.condition({ parameter, verdict, eventIds: yearClass?.eventIds ?? [] });
  }
}

export const holding = (holds: boolean): Verdict => (holds ? 'HOLDS' : 'FAILS');

/** How many of a whole are sure to count, and how many may. */
export interface Tally {
  readonly sure: number;
  readonly possible: number;
  readonly of: number;
}

/** Whether a share reaches its bar whatever becomes of the open cases, cannot reach it, or hangs on them. */
export function shareVerdict(
  { sure, possible, of }: Tally,
  reaches: (share: Rational) => boolean,
): Verdict {
  if (of === 0) return 'MISSING';
  if (reaches(rational(sure, of))) return 'HOLDS';
  return reaches(rational(possible, of)) ? 'OPEN' : 'FAILS';
}

export const isOver = (share: Rational, bar: Rational): boolean => compareRational(share, bar) > 0;
export const isNotUnder = (share: Rational, bar: Rational): boolean =>
  compareRational(share, bar) >= 0;
