import type { TaskEventType } from '@thidua/task';
import { findDefinition, type StatePhase } from '@thidua/workflow';

/** What a step means in a flow that is not one of the shipped ones: no definition may give its events another meaning. */
const PHASE_AFTER: Readonly<Partial<Record<TaskEventType, StatePhase>>> = {
  TriggerAwaited: 'waiting',
  TriggerReceived: 'open',
  WorkStarted: 'open',
  ResultReported: 'reported',
  StepApproved: 'reported',
  ResultReturned: 'open',
  TaskReopened: 'open',
  TaskCompleted: 'done',
  OngoingClosed: 'done',
  TaskNotArisen: 'outside',
  TaskCancelled: 'outside',
  TaskSuperseded: 'outside',
};

export interface PinnedFlow {
  readonly workflowId: string;
  readonly workflowVersion: number;
}

/** The phase of a state in the flow the task is pinned to; `type` is the event that led there. */
export function phaseAfter(flow: PinnedFlow, state: string, type: TaskEventType): StatePhase {
  const definition = findDefinition(flow.workflowId, flow.workflowVersion);
  const defined = definition?.states.find(({ name }) => name === state);
  return defined?.phase ?? PHASE_AFTER[type] ?? 'open';
}
