import {
  compareRational,
  invariant,
  rational,
  type LocalDate,
  type Rational,
} from '@thidua/kernel';
import type { Label } from '../label';
import type { UnitFacts } from '../measures/unit-facts';
import type { Points } from '../points';
import type { LegalBasis, RuleSet } from '../rule-set';
import { amountOf } from '../validate-rule-set';
import { scoreUnit, type UnitScore } from './score-unit';

export type Unranked =
  'INSUFFICIENT_DATA' | 'NEEDS_AUTHORITY' | 'BELOW_MINIMUM' | 'KIND_NOT_RANKED';

export interface SheetRank {
  readonly unitId: string;
  /** 1 is best; ties share a rank and the next one is skipped (1, 1, 3). Null when unranked. */
  readonly rank: number | null;
  readonly unrankedBecause: Unranked | null;
  readonly total: Points;
}

export interface SheetGroup {
  readonly id: string;
  readonly title: Label;
  readonly flag: Label | null;
  readonly ranks: readonly SheetRank[];
}

/** The scores of all units under one rule set: plain JSON, in an order of its own, fit for hashing. */
export interface ScoreSheet {
  readonly year: number;
  readonly asOf: LocalDate;
  /** Log position up to which events were known, as decimal text. */
  readonly position: string;
  readonly ruleSet: {
    readonly id: string;
    readonly version: number;
    readonly title: Label;
    readonly status: RuleSet['status'];
    readonly hash: string;
    readonly legalBasis: readonly LegalBasis[];
  };
  readonly inputHash: string;
  readonly scale: string;
  readonly minimumN: number;
  /** By unit id. */
  readonly units: readonly UnitScore[];
  readonly groups: readonly SheetGroup[];
  /** Units of a kind that the rule set does not rank. */
  readonly notRanked: readonly SheetRank[];
}

export interface ScoreSheetInput {
  readonly year: number;
  readonly asOf: LocalDate;
  readonly position: bigint;
  readonly ruleSet: RuleSet;
  readonly units: readonly UnitFacts[];
  /** SHA-256 in hex, computed by the caller: this library reads no bytes. */
  readonly ruleSetHash: string;
  readonly inputHash: string;
}

const byUnit = (a: UnitScore, b: UnitScore): number => (a.unit.unitId < b.unit.unitId ? -1 : 1);

const totalOf = ({ total }: UnitScore): Rational => amountOf(total.exact);

function unrankedBecause(score: UnitScore, minimumN: number): Unranked | null {
  if (score.status !== 'scored') return score.status;
  const judged = amountOf(score.judgedTasks.exact);
  return compareRational(judged, rational(minimumN)) < 0 ? 'BELOW_MINIMUM' : null;
}

function ranksOf(scores: readonly UnitScore[], minimumN: number): readonly SheetRank[] {
  const better = (a: UnitScore, b: UnitScore): number => compareRational(totalOf(b), totalOf(a));
  const comparable = scores.filter((score) => unrankedBecause(score, minimumN) === null);
  const ranked = comparable
    .toSorted((a, b) => better(a, b) || byUnit(a, b))
    .map((score) => ({
      unitId: score.unit.unitId,
      rank: 1 + comparable.filter((other) => better(other, score) < 0).length,
      unrankedBecause: null,
      total: score.total,
    }));
  const rest = scores
    .filter((score) => !comparable.includes(score))
    .map((score) => ({
      unitId: score.unit.unitId,
      rank: null,
      unrankedBecause: unrankedBecause(score, minimumN),
      total: score.total,
    }));
  return [...ranked, ...rest];
}

/**
 * The sheet of a year. The same position, rule set and facts give the same sheet, in whatever order the units come.
 * Units are ranked by their exact totals, within their group; a unit without a whole score is listed with the reason.
 */
export function scoreSheet(input: ScoreSheetInput): ScoreSheet {
  const { year, asOf, ruleSet } = input;
  for (const { unit, ...facts } of input.units) {
    invariant(
      facts.year === year && facts.asOf === asOf,
      `facts of ${unit.unitId} are of ${year} as of ${asOf}`,
    );
  }
  const units = input.units.map((facts) => scoreUnit(ruleSet, facts)).sort(byUnit);
  const grouped = new Set(ruleSet.rankingGroups.flatMap(({ kinds }) => kinds));
  return {
    year,
    asOf,
    position: input.position.toString(),
    ruleSet: {
      id: ruleSet.id,
      version: ruleSet.version,
      title: ruleSet.title,
      status: ruleSet.status,
      hash: input.ruleSetHash,
      legalBasis: ruleSet.legalBasis,
    },
    inputHash: input.inputHash,
    scale: ruleSet.scale,
    minimumN: ruleSet.minimumN,
    units,
    groups: ruleSet.rankingGroups.map(({ id, title, flag, kinds }) => ({
      ...{ id, title, flag },
      ranks: ranksOf(
        units.filter(({ unit }) => kinds.includes(unit.kind)),
        ruleSet.minimumN,
      ),
    })),
    notRanked: units
      .filter(({ unit }) => !grouped.has(unit.kind))
      .map(({ unit, total }) => ({
        unitId: unit.unitId,
        rank: null,
        unrankedBecause: 'KIND_NOT_RANKED',
        total,
      })),
  };
}
