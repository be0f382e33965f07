import { addDays, daysBetween, isLocalDate, localDate, type LocalDate } from '@thidua/kernel';
import { factsInView, type ViewedFact } from '../outcome/facts-in-view';
import { lifeOf } from '../outcome/life';
import {
  outcomeApartFromReports,
  type OutcomeApartFromReports as Outcome,
} from '../outcome/outcome';
import { owedReports } from '../outcome/reports';
import type { TaskOutcomeRow } from '../task-outcome-row';
import { amountsOf, MEASURES, reportMeasure } from './measures';

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

const ZERO: readonly number[] = MEASURES.map(() => 0);
const plus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((value, index) => value + (b[index] ?? 0));
const minus = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((value, index) => value - (b[index] ?? 0));
const times = (a: readonly number[], factor: number): readonly number[] =>
  a.map((value) => value * factor);
const isZero = (a: readonly number[]): boolean => a.every((value) => value === 0);

/** Days on which the outcome may change its form: what happened that day, or a day that passed with the one before. */
function breakpoints(row: TaskOutcomeRow): readonly LocalDate[] {
  const days = new Set<LocalDate>();
  for (const { on, data } of row.facts) {
    days.add(on);
    for (const [name, value] of Object.entries(data)) addDaysIn(days, name, value);
  }
  return [...days].sort();
}

/** Fields of facts with a day by which something is due, which matters on the day after it, or with a corrected day. */
const AWAITED = new Set(['dueOn', 'to', 'answerDueOn', 'now']);

function addDaysIn(days: Set<LocalDate>, name: string, value: unknown): void {
  if (!AWAITED.has(name) || value === null) return;
  const day = typeof value === 'object' ? (value as { readonly to?: unknown }).to : value;
  if (typeof day !== 'string' || !isLocalDate(day)) return;
  days.add(day);
  days.add(addDays(day, 1));
}

interface Form {
  readonly fixed: readonly number[];
  readonly daily: readonly number[];
}

const NOTHING: Form = { fixed: ZERO, daily: ZERO };

const isGrowing = ({ byOriginalDate, byDateInForce }: Outcome): boolean =>
  byOriginalDate.bucket === 'openOverdue' || byDateInForce.bucket === 'openOverdue';

/** A day on which the outcome may change its form, and the day after where the amounts grow meanwhile. */
interface Seen {
  readonly day: LocalDate;
  readonly outcome: Outcome | null;
  readonly next: Outcome | null;
}

function seenOn(row: TaskOutcomeRow, day: LocalDate): Seen {
  const outcome = outcomeApartFromReports(row, { asOf: day });
  const grows = outcome !== null && isGrowing(outcome);
  return {
    ...{ day, outcome },
    next: grows ? outcomeApartFromReports(row, { asOf: addDays(day, 1) }) : null,
  };
}

/** The line through the amounts of the day and of the next, in place of counting every day anew. */
function formOf(scope: string, { day, outcome, next }: Seen): Form {
  if (outcome === null) return NOTHING;
  const isAsked = (unitId: string): boolean => scope === DEPARTMENT || unitId === scope;
  const today = amountsOf(outcome, isAsked);
  if (next === null) return { fixed: today, daily: ZERO };
  const daily = minus(amountsOf(next, isAsked), today);
  return { fixed: minus(today, times(daily, dayNumber(day))), daily };
}

const scopesOf = (row: TaskOutcomeRow): readonly string[] => [
  DEPARTMENT,
  ...new Set([
    ...row.leadUnitIds,
    ...row.askedUnitIds,
    ...row.facts.flatMap(({ data }) => ('unitId' in data ? [data.unitId] : [])),
  ]),
];

function outcomeSteps(row: TaskOutcomeRow): readonly Step[] {
  const seen = breakpoints(row).map((day) => seenOn(row, day));
  return scopesOf(row).flatMap((scope) => {
    let last = NOTHING;
    return seen.map((one) => {
      const form = formOf(scope, one);
      const step = {
        ...{ scope, on: one.day },
        fixed: minus(form.fixed, last.fixed),
        daily: minus(form.daily, last.daily),
      };
      last = form;
      return step;
    });
  });
}

const unit = (place: number, amount: number): readonly number[] =>
  ZERO.map((_, index) => (index === place ? amount : 0));

/** A report is missing from the day after its due day until it comes; one that came in time counts from its due day. */
function reportSteps(row: TaskOutcomeRow): readonly Step[] {
  const asOf = horizonOf(row.year);
  const facts = factsInView(row.facts, { asOf });
  const dayOf = new Map(facts.map((fact: ViewedFact) => [fact.eventId, fact.on]));
  return owedReports(facts, lifeOf(facts), { asOf }).flatMap(
    ({ unitId, dueOn, status, eventIds }) => {
      const cameOn = dayOf.get(eventIds[0] ?? '') ?? null;
      const came = reportMeasure(status);
      const missing = reportMeasure('missing');
      const steps: readonly (readonly [LocalDate, readonly number[]])[] =
        cameOn === null
          ? [[addDays(dueOn, 1), unit(missing, 1)]]
          : cameOn <= dueOn
            ? [[dueOn, unit(came, 1)]]
            : [
                [addDays(dueOn, 1), unit(missing, 1)],
                [cameOn, plus(unit(missing, -1), unit(came, 1))],
              ];
      return steps.flatMap(([on, fixed]) =>
        [DEPARTMENT, unitId].map((scope) => ({ scope, on, fixed, daily: ZERO })),
      );
    },
  );
}

/** How the task's part in every KPI count changes with the day one asks about, knowing all that is in the row. */
export const stepsOf = (row: TaskOutcomeRow): readonly Step[] =>
  [...outcomeSteps(row), ...reportSteps(row)].filter(
    ({ fixed, daily }) => !isZero(fixed) || !isZero(daily),
  );
