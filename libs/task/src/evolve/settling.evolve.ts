import type { TaskEventType } from '../task.events';
import { unchanged, type Evolvers } from './evolver';

type SettlingEventType = Extract<
  TaskEventType,
  | 'DeclineAnswered'
  | 'TaskPrioritised'
  | 'SupervisorNamed'
  | 'AuthorityWaitConfirmed'
  | 'HandOverAgreed'
  | 'LeadPartReported'
  | 'OngoingClosingProposed'
  | 'PredecessorNamed'
>;

export const settlingEvolvers: Evolvers<SettlingEventType> = {
  DeclineAnswered: (task, data) => ({
    ...task,
    declines: task.declines.map((decline) =>
      decline.unitId === data.unitId ? { ...decline, answered: data } : decline,
    ),
  }),
  TaskPrioritised: (task, { priority }) => ({ ...task, priority }),
  SupervisorNamed: (task, { leaderId }) => ({ ...task, supervisingLeaderId: leaderId }),
  AuthorityWaitConfirmed: (task, { waitId }) => ({
    ...task,
    waits: task.waits.map((wait) =>
      wait.started.waitId === waitId ? { ...wait, isConfirmed: true } : wait,
    ),
  }),
  // The agreement is part of the hand-over, which says by itself who has the task from now on.
  HandOverAgreed: unchanged,
  LeadPartReported: (task, data) => ({
    ...task,
    leadParts: [...task.leadParts.filter(({ unitId }) => unitId !== data.unitId), data],
  }),
  OngoingClosingProposed: (task, data) => ({ ...task, closingProposal: data }),
  PredecessorNamed: (task, { fromTaskId }) => ({
    ...task,
    predecessorIds: [...task.predecessorIds, fromTaskId],
  }),
};
