import { localDate, startOfDay, type RecordedEvent } from '@thidua/kernel';
import {
  taskOutcome,
  taskOutcomes,
  type TaskOutcome,
  type TaskOutcomeRow,
} from '@thidua/projections';
import { measureUnit } from '../measures/measure-unit';
import type { UnitFacts } from '../measures/unit-facts';

/** One event of a task: its type, the day the log took it, and what the case cares about. */
export interface Happening {
  readonly type: string;
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The tasks of an office by id, each with its events. */
export type Office = Readonly<Record<string, readonly Happening[]>>;

export const happened = (
  type: string,
  on: string,
  data: Readonly<Record<string, unknown>> = {},
): Happening => ({ type, on, data });

/** A task of the 2025 plan, assigned on 10 January. */
export const led = (dueOn: string | null, ...unitIds: readonly string[]): Happening =>
  happened('TaskAssigned', '2025-01-10', {
    planId: 'p1',
    no: '1',
    title: 'Nhiệm vụ',
    year: 2025,
    kind: 'one-off',
    leads: (unitIds.length === 0 ? ['qlcn'] : unitIds).map((unitId) => ({ unitId, role: 'lead' })),
    dueOn,
    assignedOn: '2025-01-10',
  });

export const done = (completedOn: string): Happening =>
  happened('TaskCompleted', completedOn, { completedOn, verifiedOn: completedOn, attempt: 1 });

const ACTOR = { kind: 'person', id: 'p', unitId: null, role: null, onBehalfOf: null } as const;

/** Event n of a task has the id `<task>#<n>`, counting from 1. */
const recorded = (taskId: string, { type, on, data }: Happening, index: number): RecordedEvent => ({
  id: `${taskId}#${index + 1}`,
  stream: `task-${taskId}`,
  revision: index,
  position: BigInt(index + 1),
  type,
  schemaVersion: 1,
  data: { taskId, ...data },
  metadata: {
    occurredAt: startOfDay(localDate(on)),
    actor: ACTOR,
    correlationId: 'c',
    causationId: 'c',
  },
  recordedAt: startOfDay(localDate(on)),
});

const rowOf = (taskId: string, happenings: readonly Happening[], without?: string) =>
  happenings
    .map((happening, index) => recorded(taskId, happening, index))
    .filter(({ id }) => id !== without)
    .reduce<TaskOutcomeRow | null>((row, event) => {
      // A task whose assignment is taken away is no task.
      if (row === null && event.type !== 'TaskAssigned') return null;
      return taskOutcomes.evolve(row, event, taskId);
    }, null);

/** What became of the office's tasks by the real projection; `without` leaves one event out of the log. */
export const outcomesOf = (
  office: Office,
  asOf = '2025-12-31',
  without?: string,
): readonly TaskOutcome[] =>
  Object.entries(office)
    .map(([taskId, happenings]) => rowOf(taskId, happenings, without))
    .filter((row) => row !== null)
    .map((row) => taskOutcome(row, { asOf: localDate(asOf) }))
    .filter((outcome) => outcome !== null);

/** The facts of a division in 2025. */
export const factsOf = (
  office: Office,
  unitId = 'qlcn',
  {
    asOf = '2025-12-31',
    kind = 'division',
    without,
  }: {
    readonly asOf?: string;
    readonly kind?: string;
    readonly without?: string | undefined;
  } = {},
): UnitFacts =>
  measureUnit(
    outcomesOf(office, asOf, without),
    { unitId, kind },
    { year: 2025, asOf: localDate(asOf) },
  );
