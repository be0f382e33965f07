import type { Figure } from '@thidua/scoring';
import { STATE_TITLES, UBND_STATES, ubndRates, type UbndTable } from './ubnd-table';

/** A rate with the name of its denominator, so that the two in official use are never taken for each other. */
export interface NamedRate {
  readonly title: string;
  readonly formula: string;
  /** In per cent; null where nothing is in the denominator. */
  readonly percent: Figure | null;
}

export function namedRates(table: UbndTable): readonly NamedRate[] {
  const rates = ubndRates(table);
  const named = (title: string, formula: string, percent: Figure | null): NamedRate => ({
    title,
    formula,
    percent,
  });
  return [
    named('Hoàn thành trên số nhiệm vụ đến hạn', '(n1+n2)/(n1+n2+n4)', rates.doneOfDue),
    named('Hoàn thành trên tổng số nhiệm vụ có hạn', '(n1+n2)/(n1+n2+n3+n4)', rates.doneOfAll),
    named('Đúng hạn trên số đã hoàn thành', 'n1/(n1+n2)', rates.onTimeOfDone),
    named('Đúng hạn trên số nhiệm vụ đến hạn', 'n1/(n1+n2+n4)', rates.onTimeOfDue),
    named('Quá hạn chưa xong trên số nhiệm vụ đến hạn', 'n4/(n1+n2+n4)', rates.overdueOfDue),
  ];
}

/** `n1 Hoàn thành đúng hạn` and so on, with the count. */
export const namedCounts = ({
  counts,
}: UbndTable): readonly {
  readonly symbol: string;
  readonly title: string;
  readonly count: number;
}[] =>
  UBND_STATES.map((state, index) => ({
    symbol: `n${index + 1}`,
    title: STATE_TITLES[state],
    count: counts[state],
  }));
