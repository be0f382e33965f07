import { localDate, type EventMetadata, type Instant, type Json } from '@thidua/kernel';
import type { TaskEvent } from '@thidua/task';

/** Units of the sample office that lead tasks. */
const LEADS = ['vp', 'qlcn', 'qlnl', 'qltm', 'ktatmt', 'ccqltt'] as const;

/** What becomes of a task in the year: most are done, some late, some returned once, some never begun. */
const FATES = ['inTime', 'inTime', 'returned', 'late', 'open'] as const;

export interface YearEvent {
  readonly type: string;
  readonly data: Json;
  readonly metadata: EventMetadata;
}

export interface YearTask {
  readonly taskId: string;
  readonly events: readonly YearEvent[];
}

/** The number of tasks whose lives together have at least so many events. */
export const tasksForEvents = (eventCount: number): number => {
  const each = FATES.map((_, fate) => taskOfYear(2025, fate * LEADS.length).events.length);
  const mean = each.reduce((sum, one) => sum + one, 0) / FATES.length;
  return Math.ceil(eventCount / mean);
};

/** The life of the task of that number in the year's plan, the same every time. */
export const taskOfYear = (year: number, index: number): YearTask =>
  toldOf(taskIdOf(year, index), year, lifeOf(taskIdOf(year, index), year, index));

/** The same task assigned and begun, with nothing reported yet. */
export function begunTask(year: number, index: number): YearTask {
  const taskId = taskIdOf(year, index);
  const begun = [assigned(taskId, leadOf(index), { year, index }), started(taskId, year)];
  return toldOf(taskId, year, begun);
}

/** The unit that leads the task of that number. */
export const leadOf = (index: number): string => LEADS[index % LEADS.length] ?? LEADS[0];

function toldOf(taskId: string, year: number, told: readonly TaskEvent[]): YearTask {
  return {
    taskId,
    events: told.map(({ type, data }, place) => ({
      type,
      data: data,
      metadata: metadataOf(taskId, `${year}-02-03T02:00:0${place}.000Z` as Instant),
    })),
  };
}

/** As the product writes ids: twelve hexadecimal digits for the plan, and a number in it. */
export const taskIdOf = (year: number, index: number): string =>
  `${String(year).padStart(12, '0')}.${index + 1}`;

function lifeOf(taskId: string, year: number, index: number): readonly TaskEvent[] {
  const unitId = leadOf(index);
  const fate = FATES[Math.floor(index / LEADS.length) % FATES.length] ?? 'open';
  const life = [assigned(taskId, unitId, { year, index }), started(taskId, year)];
  if (fate === 'open') return life.slice(0, 1);
  const reportedOn = fate === 'late' ? `${year}-09-10` : `${year}-06-20`;
  const first = reported(taskId, unitId, { reportedOn, attempt: 1 });
  if (fate !== 'returned') return [...life, first, completed(taskId, reportedOn, 1)];
  return [
    ...life,
    first,
    returned(taskId, year),
    reported(taskId, unitId, { reportedOn: `${year}-06-28`, attempt: 2 }),
    completed(taskId, `${year}-06-28`, 2),
  ];
}

const assigned = (
  taskId: string,
  unitId: string,
  { year, index }: { readonly year: number; readonly index: number },
): TaskEvent => ({
  type: 'TaskAssigned',
  data: {
    ...{ taskId, planId: `kh-${year}`, no: `${Math.floor(index / 50) + 1}.${(index % 50) + 1}` },
    title: `Xây dựng báo cáo chuyên đề số ${index + 1} của năm ${year}`,
    ...{ year, kind: 'one-off', leads: [{ unitId, role: 'lead' }] },
    ...{ coordinatingUnitIds: [], openPartners: [], supervisingLeaderId: null },
    dueOn: localDate(`${year}-06-30`),
    ...{ notBefore: null, recurrence: null, condition: null, timeText: null },
    ...{ products: [], sourceDocuments: [], workflow: { id: 'default', version: 1 } },
    state: 'assigned',
    assignedOn: localDate(`${year}-01-15`),
  },
});

const started = (taskId: string, year: number): TaskEvent => ({
  type: 'WorkStarted',
  data: {
    ...{ taskId, transition: 'start', from: 'assigned', to: 'inProgress' },
    startedOn: localDate(`${year}-02-03`),
  },
});

const reported = (
  taskId: string,
  unitId: string,
  { reportedOn, attempt }: { readonly reportedOn: string; readonly attempt: number },
): TaskEvent => ({
  type: 'ResultReported',
  data: {
    ...{ taskId, transition: 'report', from: 'inProgress', to: 'reported', unitId, attempt },
    summary: 'Đã ban hành báo cáo',
    evidence: [
      { document: null, url: 'https://example.vn/van-ban/1', fileSha256: null, note: null },
    ],
    reportedOn: localDate(reportedOn),
    reportedBy: ['cb-016'],
  },
});

const returned = (taskId: string, year: number): TaskEvent => ({
  type: 'ResultReturned',
  data: {
    ...{ taskId, transition: 'return', from: 'reported', to: 'inProgress', attempt: 1 },
    ...{ reason: 'Chưa đủ số liệu', majorContentError: true },
    returnedOn: localDate(`${year}-06-24`),
  },
});

const completed = (taskId: string, completedOn: string, attempt: number): TaskEvent => ({
  type: 'TaskCompleted',
  data: {
    ...{ taskId, transition: 'verify', from: 'reported', to: 'completed', attempt, note: null },
    completedOn: localDate(completedOn),
    verifiedOn: localDate(completedOn),
  },
});

const metadataOf = (taskId: string, occurredAt: Instant): EventMetadata => ({
  occurredAt,
  actor: { kind: 'person', id: 'cb-004', unitId: 'vp', role: 'office', onBehalfOf: null },
  correlationId: taskId,
  causationId: taskId,
});
