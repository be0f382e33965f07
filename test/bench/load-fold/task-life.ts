import { randomUUID } from 'node:crypto';
import { fold, localDate } from '@thidua/kernel';
import { taskDecider, type TaskEvent, type TaskFacts } from '@thidua/task';
import { newLoad, newMetadata, type Load } from '../contenders/event-load';

/** A task with a long life: assigned, begun, and its deadline moved again and again. */
export function longTaskLife(eventCount: number): Load {
  const { stream, commandId, events } = newLoad(Math.max(0, eventCount - 2));
  const taskId = stream.slice('task-'.length);
  const metadata = newMetadata(commandId);
  const step = { transition: 'start', from: 'assigned', to: 'inProgress' };
  const startedOn = localDate('2026-01-20');
  const extended = {
    ...{ taskId, requestId: null, reason: 'Chờ số liệu của các đơn vị phối hợp', document: null },
    ...{ from: '2026-03-31', to: '2026-04-15', grantedOn: '2026-03-20' },
  };
  return {
    stream,
    commandId,
    events: [
      { type: 'TaskAssigned', data: assigned(taskId) as never, metadata },
      { type: 'WorkStarted', data: { taskId, ...step, startedOn }, metadata },
      ...events.map(() => ({ type: 'DeadlineExtended', data: extended, metadata })),
    ].slice(0, eventCount),
  };
}

const assigned = (taskId: string): TaskFacts<'TaskAssigned'> => ({
  ...{ taskId, planId: `plan-${randomUUID()}`, no: '2.1', year: 2026, kind: 'one-off' },
  title: 'Xây dựng báo cáo tổng hợp tình hình thực hiện kế hoạch',
  leads: [{ unitId: 'unit-09', role: 'lead' }],
  coordinatingUnitIds: ['unit-03'],
  openPartners: [],
  supervisingLeaderId: null,
  dueOn: localDate('2026-03-31'),
  ...{ notBefore: null, recurrence: null, condition: null, timeText: null },
  products: [],
  sourceDocuments: [],
  workflow: { id: 'default', version: 1 },
  state: 'assigned',
  assignedOn: localDate('2026-01-15'),
});

/** The state of a task after its events, as the product folds it before it decides. */
export const foldTask = (events: readonly { readonly type: string; readonly data: unknown }[]) =>
  fold(taskDecider, events as readonly unknown[] as readonly TaskEvent[]);

type State = typeof taskDecider.initialState;

/** The same fold in two parts, for libraries that fold by themselves. */
export const initialState = (): State => taskDecider.initialState;
export const evolve = (state: State, event: TaskEvent): State => taskDecider.evolve(state, event);
