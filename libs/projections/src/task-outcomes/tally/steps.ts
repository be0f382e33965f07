import { addDays, isLocalDate, type LocalDate } from '@thidua/kernel';
import { countedOutcome, type CountedOutcome as Outcome } from '../outcome/outcome';
import type { TaskOutcomeRow } from '../task-outcome-row';
import { amountsOf } from './measures';
import { reportSteps } from './report-steps';
import {
  dayNumber,
  DEPARTMENT,
  isNoStep,
  minus,
  NOTHING,
  stepsBetween,
  times,
  ZERO,
  type Form,
  type Step,
} from './step';

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

const isGrowing = ({ byOriginalDate, byDateInForce }: Outcome): boolean =>
  byOriginalDate.bucket === 'openOverdue' || byDateInForce.bucket === 'openOverdue';

/** A day on which the outcome may change its form, and the day after where the amounts grow meanwhile. */
interface Seen {
  readonly day: LocalDate;
  readonly outcome: Outcome | null;
  readonly next: Outcome | null;
}

function seenOn(row: TaskOutcomeRow, day: LocalDate): Seen {
  const outcome = countedOutcome(row, { asOf: day });
  const grows = outcome !== null && isGrowing(outcome);
  return {
    ...{ day, outcome },
    next: grows ? countedOutcome(row, { asOf: addDays(day, 1) }) : null,
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
  return scopesOf(row).flatMap((scope) =>
    stepsBetween(
      scope,
      seen.map((one) => ({ day: one.day, form: formOf(scope, one) })),
    ),
  );
}

/** How the task's part in every KPI count changes with the day one asks about, knowing all that is in the row. */
export const stepsOf = (row: TaskOutcomeRow): readonly Step[] =>
  [...outcomeSteps(row), ...reportSteps(row)].filter((step) => !isNoStep(step));
