import { monthOf, type LocalDate, type LocalMonth } from '@thidua/kernel';
import type { Tally } from '../../runtime/projection';
import type { TaskOutcomeRow } from '../task-outcome-row';

import type { Step } from './step';
import { stepsOf } from './steps';

/**
 * The steps of all tasks of a scope added up over one period. Kept twice, by day and by month, so that the sum up to any
 * day reads whole months and the days of the last one, however many tasks there are.
 */
export interface TaskTallyRow {
  readonly year: number;
  /** Unit id, or `*` for the department. */
  readonly scope: string;
  /** `2025-03-31` or `2025-03`. */
  readonly period: LocalDate | LocalMonth;
}

const keyOf = ({ year, scope, period }: TaskTallyRow): string => `${year}/${period}/${scope}`;

/** The amounts of a step: what is fixed, then what grows daily, measure by measure. */
const amountsOfStep = ({ fixed, daily }: Step): readonly number[] => [...fixed, ...daily];

/** What the counts of a year are read from, whatever the number of tasks. */
export const taskTally: Tally<TaskOutcomeRow, TaskTallyRow> = {
  columns: { year: 'integer', scope: 'text', period: 'text' },
  indexes: [['year', 'scope', 'period']],
  sharesOf: (row) =>
    stepsOf(row).flatMap((step) => {
      const { year } = row;
      const amounts = amountsOfStep(step);
      return [step.on, monthOf(step.on)].map((period) => {
        const tally = { year, scope: step.scope, period };
        return { key: keyOf(tally), row: tally, amounts };
      });
    }),
};
