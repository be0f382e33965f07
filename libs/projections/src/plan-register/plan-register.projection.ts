import type { LocalDate, RecordedEvent } from '@thidua/kernel';
import { planDecider, planEvents, remainingTasks, type Plan, type PlanEvent } from '@thidua/plan';
import type { ColumnType, Projection } from '../runtime/projection';

type Imported = Extract<PlanEvent, { type: 'PlanImported' }>['data'];

/** A plan as it stands; the key is the plan id. */
export interface PlanRegisterRow {
  readonly status: Plan['status'];
  readonly title: string;
  readonly year: number;
  readonly number: string | null;
  /** Date of the plan; null while the paper leaves it blank. */
  readonly date: LocalDate | null;
  readonly fileName: string | null;
  /** Drafts that are still meant as tasks, and those dropped as no task. */
  readonly taskCount: number;
  readonly droppedCount: number;
  readonly targetCount: number;
  /** What the import was unsure of. */
  readonly warnings: Imported['warnings'];
  /** The whole plan with its drafts, as the decider folds it. */
  readonly plan: Plan;
}

type Told = Pick<PlanRegisterRow, 'fileName' | 'warnings'>;

const rowOf = (plan: Plan, told: Told): PlanRegisterRow => {
  const taskCount = remainingTasks(plan).length;
  return {
    status: plan.status,
    title: plan.title,
    year: plan.year,
    number: plan.number,
    date: plan.date,
    fileName: told.fileName,
    taskCount,
    droppedCount: plan.drafts.length - taskCount,
    targetCount: plan.targets.length,
    warnings: told.warnings,
    plan,
  };
};

/** What the import event tells beside the plan itself; later events leave it. */
function toldBy(event: PlanEvent, row: PlanRegisterRow | null): Told {
  if (event.type === 'PlanImported') return event.data;
  return row ?? { fileName: null, warnings: [] };
}

/** Plans from import on, with their drafts and what the import warned of. */
export const planRegister: Projection<PlanRegisterRow> = {
  name: 'plan_register',
  version: 1,
  types: Object.keys(planEvents),
  poison: 'park-key',
  table: {
    columns: {
      status: 'text',
      title: 'text',
      year: 'integer',
      number: 'text',
      date: 'date',
      fileName: 'text',
      taskCount: 'integer',
      droppedCount: 'integer',
      targetCount: 'integer',
      warnings: 'jsonb',
      plan: 'jsonb',
    } satisfies Record<keyof PlanRegisterRow, ColumnType>,
    indexes: [['year', 'status']],
  },
  keysOf: ({ data }) => [(data as PlanEvent['data']).planId],
  evolve: (row, { type, data }: RecordedEvent) => {
    const event = { type, data } as PlanEvent;
    const plan = planDecider.evolve(row?.plan ?? planDecider.initialState, event);
    if (plan.status === 'absent')
      throw new Error(`The plan was never imported, yet ${type} follows`);
    return rowOf(plan, toldBy(event, row));
  },
};
