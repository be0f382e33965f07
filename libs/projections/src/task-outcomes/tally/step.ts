import { daysBetween, localDate, type LocalDate } from '@thidua/kernel';
import { MEASURES } from './measures';

/** The department as a whole, among unit ids. */
export const DEPARTMENT = '*';

/**
 * Reports fall due for ever on an open task. Tallies know them up to here, when the year of the plan has long been
 * evaluated; for a later day the facts themselves are asked.
 */
export const horizonOf = (year: number): LocalDate => localDate(`${year + 1}-03-31`);

/**
 * From the day on, a scope's measures grow: at the end of day `d` by `fixed + daily × d`, with `d` counted in days since
 * 1970-01-01. Days late of an overdue task grow daily; everything else is fixed.
 */
export interface Step {
  readonly scope: string;
  readonly on: LocalDate;
  readonly fixed: readonly number[];
  readonly daily: readonly number[];
}

const EPOCH = localDate('1970-01-01');
export const dayNumber = (day: LocalDate): number => daysBetween(EPOCH, day);

/** A step without its scope and day: how the measures stand, or by how much they change. */
export type Form = Pick<Step, 'fixed' | 'daily'>;

export const ZERO: readonly number[] = MEASURES.map(() => 0);
export const NOTHING: Form = { fixed: ZERO, daily: ZERO };

export const minus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((value, place) => value - (b[place] ?? 0));
export const times = (a: readonly number[], factor: number): readonly number[] =>
  a.map((value) => value * factor);

const isZero = (a: readonly number[]): boolean => a.every((value) => value === 0);
export const isNoStep = ({ fixed, daily }: Step): boolean => isZero(fixed) && isZero(daily);

/** How the measures of a scope stand on some days, in order, as the steps from each to the next. */
export function stepsBetween(
  scope: string,
  stands: readonly { readonly day: LocalDate; readonly form: Form }[],
): readonly Step[] {
  return stands.map(({ day, form }, index) => {
    const before = stands[index - 1]?.form ?? NOTHING;
    return {
      ...{ scope, on: day },
      fixed: minus(form.fixed, before.fixed),
      daily: minus(form.daily, before.daily),
    };
  });
}
