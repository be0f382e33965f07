import { quantile, spreadOf, type Spread } from '../measure/spread';
import type { AppendCase } from './append-cases';
import type { ContenderName } from './contenders/contenders';

/** What one contender did in one repetition of a case, all slices together. */
export interface Repetition {
  readonly case: string;
  readonly contender: ContenderName;
  readonly repetition: number;
  readonly eventCount: number;
  readonly seconds: number;
  /** Milliseconds of each append. */
  readonly latenciesMs: readonly number[];
}

interface ContenderResult {
  readonly contender: ContenderName;
  readonly eventsPerSecond: Spread;
  /** Milliseconds of an append, 99th of 100. */
  readonly p99Ms: Spread;
}

export interface CaseResult {
  readonly case: string;
  readonly writers: number;
  readonly eventsPerAppend: number;
  readonly contenders: readonly ContenderResult[];
  /** The product's rate over the contender's; each value compares two rates of the same repetition. */
  readonly ratios: readonly { readonly to: ContenderName; readonly ratio: Spread }[];
}

export function caseResult(
  { name, writers, eventsPerAppend }: AppendCase,
  contenders: readonly ContenderName[],
  repetitions: readonly Repetition[],
): CaseResult {
  const own = repetitions.filter((one) => one.case === name);
  const of = (contender: ContenderName) => own.filter((one) => one.contender === contender);
  return {
    case: name,
    writers,
    eventsPerAppend,
    contenders: contenders.map((contender) => ({
      contender,
      eventsPerSecond: spreadOf(of(contender).map(rateOf)),
      p99Ms: spreadOf(of(contender).map(({ latenciesMs }) => quantile(latenciesMs, 0.99))),
    })),
    ratios: contenders
      .filter((contender) => contender !== 'thidua')
      .map((to) => ({ to, ratio: spreadOf(ratiosOf(of('thidua'), of(to))) })),
  };
}

const rateOf = ({ eventCount, seconds }: Repetition): number => eventCount / seconds;

function ratiosOf(product: readonly Repetition[], other: readonly Repetition[]): readonly number[] {
  return product.flatMap((one) =>
    other
      .filter(({ repetition }) => repetition === one.repetition)
      .map((same) => rateOf(one) / rateOf(same)),
  );
}
