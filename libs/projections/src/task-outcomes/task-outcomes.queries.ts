import type { Pool } from 'pg';
import { onLiveTable } from '../query/live-table';
import type { TaskOutcomeRow } from './task-outcome-row';
import { taskOutcomes } from './task-outcomes.projection';

/** Every condition given must hold; none loads all rows. */
export interface TaskOutcomeFilter {
  readonly taskId?: string;
  readonly taskIds?: readonly string[];
  readonly planId?: string;
  /** Year of the plan. */
  readonly year?: number;
  /** Tasks the unit ever led, or was ever asked to help with. */
  readonly unitId?: string;
}

const CONDITIONS: Readonly<Record<keyof TaskOutcomeFilter, (parameter: string) => string>> = {
  taskId: (parameter) => `task_id = ${parameter}`,
  taskIds: (parameter) => `key = any(${parameter}::text[])`,
  planId: (parameter) => `plan_id = ${parameter}`,
  year: (parameter) => `year = ${parameter}`,
  unitId: (parameter) =>
    `(lead_unit_ids @> array[${parameter}]::text[] or asked_unit_ids @> array[${parameter}]::text[])`,
};

const FIELDS = Object.keys(CONDITIONS) as readonly (keyof TaskOutcomeFilter)[];

const COLUMNS = `task_id as "taskId", plan_id as "planId", year, no, title, kind,
  lead_unit_ids as "leadUnitIds", asked_unit_ids as "askedUnitIds", facts`;

/** Rows by plan and task id. */
export function loadTaskOutcomes(
  pool: Pick<Pool, 'query'>,
  filter: TaskOutcomeFilter,
): Promise<readonly TaskOutcomeRow[]> {
  const given = FIELDS.filter((field) => filter[field] !== undefined);
  const conditions = given.map((field, index) => CONDITIONS[field](`$${index + 1}`));
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return onLiveTable(pool, taskOutcomes, async (table) => {
    const { rows } = await pool.query<TaskOutcomeRow>(
      // The bytewise order is the same on every server, whatever its language settings.
      `select ${COLUMNS} from ${table} ${where} order by plan_id collate "C", task_id collate "C"`,
      given.map((field) => filter[field]),
    );
    return rows;
  });
}
