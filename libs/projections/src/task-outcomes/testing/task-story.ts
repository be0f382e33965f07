import { localDate, startOfDay, type RecordedEvent } from '@thidua/kernel';
import type { TaskEvent, TaskEventType } from '@thidua/task';
import { FACT_RULES, type FactType } from '../task-facts';
import type { TaskOutcomeRow } from '../task-outcome-row';
import { taskOutcomes } from '../task-outcomes.projection';

type DataOf<T extends TaskEventType> = Extract<TaskEvent, { readonly type: T }>['data'];
type Loose<D> = { readonly [K in keyof D]?: D[K] extends string | null ? string | null : D[K] };

/** One event of a story, with the day on which the log took it. */
export interface Told {
  readonly type: TaskEventType;
  readonly data: object;
  readonly recordedOn: string;
  readonly id: string | null;
}

const dayFieldOf = (type: TaskEventType): string | null =>
  type in FACT_RULES ? FACT_RULES[type as FactType].day : null;

/**
 * An event told by what the case cares about. The log takes it on `recordedOn`, which is also the day the fact refers to
 * unless the data says another one.
 */
export const told = <T extends TaskEventType>(
  type: T,
  recordedOn: string,
  data: Loose<DataOf<T>> = {},
  id: string | null = null,
): Told => {
  const dayField = dayFieldOf(type);
  const day = dayField === null ? {} : { [dayField]: recordedOn };
  return { type, data: { ...day, ...data }, recordedOn, id };
};

type LeadText = string | readonly [string, 'focal'];

/** Due on `dueOn`, led by the units; `['vp', 'focal']` makes a focal unit. Recorded on the day of assignment. */
export const assigned = (
  assignedOn: string,
  dueOn: string | null,
  leads: readonly LeadText[] = ['qlcn'],
  more: Loose<DataOf<'TaskAssigned'>> = {},
): Told =>
  told('TaskAssigned', assignedOn, {
    planId: 'p1',
    no: '1',
    title: 'Báo cáo',
    year: 2025,
    kind: 'one-off',
    leads: leads.map((lead) =>
      typeof lead === 'string'
        ? { unitId: lead, role: 'lead' as const }
        : { unitId: lead[0], role: lead[1] },
    ),
    dueOn,
    assignedOn,
    ...more,
  });

export const completed = (completedOn: string, verifiedOn: string = completedOn): Told =>
  told('TaskCompleted', verifiedOn, { completedOn, verifiedOn, attempt: 1 });

export const extended = (grantedOn: string, from: string, to: string): Told =>
  told('DeadlineExtended', grantedOn, {
    from: localDate(from),
    to: localDate(to),
    grantedOn: localDate(grantedOn),
  });

export const reopened = (onDay: string): Told => told('TaskReopened', onDay, { onDay });

export const reported = (
  period: string,
  reportedOn: string,
  reportDueOn: string,
  unitId = 'qlcn',
): Told =>
  told('ProgressReported', reportedOn, {
    unitId,
    period,
    reportedOn,
    reportDueOn,
  });

const HOURS_8 = 8 * 3_600_000;

/** The events as the log holds them: event `e<n>` at position n, recorded at 8 o'clock of its day. */
export const logOf = (taskId: string, story: readonly Told[]): readonly RecordedEvent[] =>
  story.map(({ type, data, recordedOn, id }, index) => {
    const begin = Date.parse(startOfDay(localDate(recordedOn)));
    const at = new Date(begin + HOURS_8).toISOString() as RecordedEvent['recordedAt'];
    const actor = { kind: 'person', id: 'p', unitId: null, role: null, onBehalfOf: null } as const;
    return {
      id: id ?? `e${index + 1}`,
      stream: `task-${taskId}`,
      revision: index,
      position: BigInt(index + 1),
      type,
      schemaVersion: 1,
      data: { taskId, ...data },
      metadata: { occurredAt: at, actor, correlationId: 'c', causationId: 'c' },
      recordedAt: at,
    };
  });

/** The row of task `t1` after the story, made by the real fold. */
export const rowOf = (...story: readonly Told[]): TaskOutcomeRow => rowOfTask('t1', ...story);

export function rowOfTask(taskId: string, ...story: readonly Told[]): TaskOutcomeRow {
  const row = logOf(taskId, story).reduce<TaskOutcomeRow | null>(
    (before, event) => taskOutcomes.evolve(before, event, taskId),
    null,
  );
  if (row === null) throw new Error('A story begins with the assignment');
  return row;
}
