import {
  ONE,
  ZERO,
  compareRational,
  dividedBy,
  larger,
  minus,
  rational,
  smaller,
  sum,
  times,
  type Rational,
} from '@thidua/kernel';
import type { Label } from '../label';
import type { Because, Measure, MeasureEntry, UnitFacts } from '../measures/unit-facts';
import { numberText, toPoints, type Points } from '../points';
import type { LegalBasis, RuleItem, RuleSet } from '../rule-set';
import { amountOf } from '../validate-rule-set';

/**
 * `INSUFFICIENT_DATA`: there was nothing to measure, so the line has no points (neither zero nor full marks).
 * `NEEDS_AUTHORITY`: the rules leave this case open, so a person with the authority has to decide.
 */
export type ScoreStatus = 'scored' | 'INSUFFICIENT_DATA' | 'NEEDS_AUTHORITY';

export interface ScoreEntry {
  readonly taskId: string;
  readonly no: string;
  /** After the deductions of the rule. */
  readonly earned: Points;
  readonly possible: Points;
  readonly times: number;
  readonly because: Because;
  readonly eventIds: readonly string[];
}

export interface ScoreLine {
  readonly itemId: string;
  readonly side: 'item' | 'bonus' | 'penalty';
  readonly title: Label;
  readonly measure: Measure['name'];
  readonly status: ScoreStatus;
  readonly max: Points;
  /** Null unless scored. A penalty's points are what it takes off. */
  readonly points: Points | null;
  readonly earned: Points;
  readonly possible: Points;
  /** The calculation in words, with its numbers. */
  readonly formula: Label;
  readonly legalBasis: readonly LegalBasis[];
  readonly confidence: RuleItem['confidence'];
  readonly entries: readonly ScoreEntry[];
  readonly eventIds: readonly string[];
}

/** A line with its points as a fraction, for adding up. */
export interface ComputedLine {
  readonly line: ScoreLine;
  readonly max: Rational;
  readonly points: Rational | null;
}

export type AnyRuleItem = RuleItem | RuleSet['bonuses']['items'][number];

interface Share {
  readonly earned: Rational;
  readonly possible: Rational;
}

interface Outcome {
  readonly points: Rational | null;
  readonly formula: Label;
}

/** What an entry still earns after `deduct` is taken off for each occurrence; never under zero. */
function afterDeductions(entry: MeasureEntry, deduct: Rational): Rational {
  const left = larger(ZERO, minus(ONE, times(deduct, rational(entry.times))));
  return times(entry.earned, left);
}

const words = (
  write: (text: (value: Rational) => string) => { readonly vi: string; readonly en: string },
): Label => ({
  vi: write((value) => numberText(value).vi).vi,
  en: write((value) => numberText(value).en).en,
});

const both = (text: string): Label => ({ vi: text, en: text });

function ratioPoints(max: Rational, { earned, possible }: Share): Outcome {
  const points = times(max, smaller(ONE, dividedBy(earned, possible)));
  const formula = words((n) =>
    both(`${n(max)} × min(1, ${n(earned)} / ${n(possible)}) = ${n(points)}`),
  );
  return { points, formula };
}

function bandPoints(item: Extract<RuleItem, { kind: 'BANDS' }>, share: Share): Outcome {
  const ratio = dividedBy(share.earned, share.possible);
  const band = item.bands.find(({ atLeast }) => compareRational(ratio, amountOf(atLeast)) >= 0);
  if (band === undefined) {
    const formula = words((n) => ({
      vi: `${n(share.earned)} / ${n(share.possible)} không thuộc mức nào của quy tắc`,
      en: `${n(share.earned)} / ${n(share.possible)} is in no band of the rule`,
    }));
    return { points: null, formula };
  }
  if (band.points === 'RATIO') return ratioPoints(amountOf(item.max), share);
  const points = amountOf(band.points);
  const formula = words((n) => ({
    vi: `${n(share.earned)} / ${n(share.possible)} đạt mức từ ${band.atLeast}: ${n(points)}`,
    en: `${n(share.earned)} / ${n(share.possible)} is at least ${band.atLeast}: ${n(points)}`,
  }));
  return { points, formula };
}

function fixedPoints(max: Rational, { earned, possible }: Share): Outcome {
  const isMet = compareRational(earned, possible) >= 0;
  const points = isMet ? max : ZERO;
  const formula = words((n) => ({
    vi: `${n(earned)} / ${n(possible)}: ${isMet ? 'đạt' : 'không đạt'}, ${n(points)} điểm`,
    en: `${n(earned)} / ${n(possible)}: ${isMet ? 'met' : 'not met'}, ${n(points)} points`,
  }));
  return { points, formula };
}

function countPoints(item: Extract<AnyRuleItem, { kind: 'COUNT' }>, { earned }: Share): Outcome {
  const [max, perUnit] = [amountOf(item.max), amountOf(item.perUnit)];
  const points = smaller(max, times(earned, perUnit));
  const formula = words((n) => both(`min(${n(max)}, ${n(earned)} × ${n(perUnit)}) = ${n(points)}`));
  return { points, formula };
}

function outcomeOf(item: AnyRuleItem, share: Share): Outcome {
  switch (item.kind) {
    case 'RATIO':
      return ratioPoints(amountOf(item.max), share);
    case 'BANDS':
      return bandPoints(item, share);
    case 'FIXED':
      return fixedPoints(amountOf(item.max), share);
    case 'COUNT':
      return countPoints(item, share);
  }
}

const NO_DATA: Label = {
  vi: 'Không có dữ liệu để tính, không cho điểm và không trừ điểm',
  en: 'There is no data: no points are given and none are taken',
};

function statusOf(points: Rational | null, possible: Rational): ScoreStatus {
  if (compareRational(possible, ZERO) === 0) return 'INSUFFICIENT_DATA';
  return points === null ? 'NEEDS_AUTHORITY' : 'scored';
}

/** One item of the rule set applied to the facts of one unit. */
export function computeLine(
  item: AnyRuleItem,
  side: ScoreLine['side'],
  facts: UnitFacts,
): ComputedLine {
  const measure = facts.measures[item.measure];
  const deduct = item.kind === 'RATIO' && item.deductPerTime !== null ? item.deductPerTime : '0';
  const entries = measure.entries.map((entry) => ({
    entry,
    earned: afterDeductions(entry, amountOf(deduct)),
  }));
  const share = { earned: sum(entries.map(({ earned }) => earned)), possible: measure.possible };
  const hasData = compareRational(share.possible, ZERO) > 0;
  const { points, formula } = hasData ? outcomeOf(item, share) : { points: null, formula: NO_DATA };
  const max = amountOf(item.max);
  const line: ScoreLine = {
    itemId: item.id,
    side,
    title: item.title,
    measure: item.measure,
    status: statusOf(points, share.possible),
    max: toPoints(max),
    points: points === null ? null : toPoints(points),
    earned: toPoints(share.earned),
    possible: toPoints(share.possible),
    formula,
    legalBasis: item.legalBasis,
    confidence: item.confidence,
    entries: entries.map(({ entry, earned }) => ({
      ...entry,
      earned: toPoints(earned),
      possible: toPoints(entry.possible),
    })),
    eventIds: [...new Set(measure.entries.flatMap(({ eventIds }) => eventIds))].sort(),
  };
  return { line, max, points };
}
