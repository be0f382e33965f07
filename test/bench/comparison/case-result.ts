import { quantile, spreadOf, type Spread } from '../measure/spread';
import { PRODUCT, type Case } from './case';

/** What one contender did in one repetition of a case, all slices together. */
export interface Repetition {
  readonly case: string;
  readonly contender: string;
  readonly repetition: number;
  readonly eventCount: number;
  readonly seconds: number;
  /** Milliseconds of each unit of work. */
  readonly latenciesMs: readonly number[];
}

interface ContenderResult {
  readonly contender: string;
  readonly eventsPerSecond: Spread;
  /** Milliseconds of a unit of work, 99th of 100. */
  readonly p99Ms: Spread;
}

export interface CaseResult {
  readonly case: string;
  readonly contenders: readonly ContenderResult[];
  /** The product over the contender; each value compares two figures of the same repetition. */
  readonly ratios: readonly { readonly to: string; readonly ratio: Spread }[];
}

export function caseResult(
  { name, ratioOf }: Pick<Case<unknown>, 'name' | 'ratioOf'>,
  contenders: readonly string[],
  repetitions: readonly Repetition[],
): CaseResult {
  const own = repetitions.filter((one) => one.case === name);
  const of = (contender: string) => own.filter((one) => one.contender === contender);
  const measured = contenders.filter((contender) => of(contender).length > 0);
  return {
    case: name,
    contenders: measured.map((contender) => ({
      contender,
      eventsPerSecond: spreadOf(of(contender).map(rateOf)),
      p99Ms: spreadOf(of(contender).map(({ latenciesMs }) => quantile(latenciesMs, 0.99))),
    })),
    ratios: measured
      .filter((contender) => contender !== PRODUCT)
      .map((to) => {
        const ratios = ratiosOf(of(PRODUCT), of(to));
        return { to, ratio: spreadOf(ratioOf === 'rate' ? ratios : ratios.map((one) => 1 / one)) };
      }),
  };
}

const rateOf = ({ eventCount, seconds }: Repetition): number => eventCount / seconds;

/** Rates of the product over the other's. */
function ratiosOf(product: readonly Repetition[], other: readonly Repetition[]): readonly number[] {
  return product.flatMap((one) =>
    other
      .filter(({ repetition }) => repetition === one.repetition)
      .map((same) => rateOf(one) / rateOf(same)),
  );
}
