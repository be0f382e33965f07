import type { BoardTask } from '@thidua/projections';
import {
  counterpartOf,
  stateOf,
  timerChanges,
  timerOffset,
  type Label,
  type TimerDefinition,
  type WorkflowDefinition,
} from '@thidua/workflow';

/** Where a task stands: its flow, its state and the words for it. */
export interface TaskStanding {
  readonly workflow: string;
  readonly state: string;
  readonly stateLabel: Label;
  /** The due date in force. */
  readonly dueOn: BoardTask['dueOn'];
}

/** A reminder or escalation in a list. */
export interface TimerSummary {
  readonly name: string;
  readonly does: TimerDefinition['does'];
  readonly on: TimerDefinition['on'];
  /** Negative before the start, 0 on its day. */
  readonly days: number;
  readonly counted: 'workingDays' | 'calendarDays';
  readonly to: TimerDefinition['to'];
  readonly label: Label;
}

/** What a migration does with one task. `ended`: it stays where it is; `noCounterpart`: it holds the run back. */
export interface TaskMigration {
  readonly taskId: string;
  readonly no: string;
  readonly title: string;
  readonly outcome: 'moves' | 'ended' | 'noCounterpart';
  readonly before: TaskStanding;
  /** Null unless the task moves. */
  readonly after: TaskStanding | null;
  readonly timersRemoved: readonly TimerSummary[];
  readonly timersAdded: readonly TimerSummary[];
}

export interface FlowPair {
  readonly from: WorkflowDefinition;
  readonly to: WorkflowDefinition;
  readonly stateMap: Readonly<Record<string, string>>;
}

type Standing = Pick<BoardTask, 'state' | 'dueOn'>;

const standingIn = (definition: WorkflowDefinition, { state, dueOn }: Standing): TaskStanding => ({
  workflow: `${definition.id}@${definition.version}`,
  state,
  stateLabel: stateOf(definition, state).label,
  dueOn,
});

const summaryOf = (timer: TimerDefinition): TimerSummary => {
  const { name, does, on, to, label } = timer;
  return { name, does, on, ...timerOffset(timer), to, label };
};

/** What would become of one task; a function of the task and the two flows alone, so the real run can only agree. */
export function migrationOf(flows: FlowPair, task: BoardTask): TaskMigration {
  const { from, to } = flows;
  const { key: taskId, no, title, state, dueOn } = task;
  const about = { taskId, no, title, before: standingIn(from, task) };
  const nothing = { after: null, timersRemoved: [], timersAdded: [] };
  if (stateOf(from, state).final) return { ...about, ...nothing, outcome: 'ended' };
  const found = counterpartOf(flows, state);
  if (!('state' in found)) return { ...about, ...nothing, outcome: 'noCounterpart' };
  const hasDueDate = dueOn !== null;
  const { removed, added } = timerChanges(
    { definition: from, state, hasDueDate },
    { definition: to, state: found.state, hasDueDate },
  );
  return {
    ...about,
    outcome: 'moves',
    after: standingIn(to, { state: found.state, dueOn }),
    timersRemoved: removed.map(summaryOf),
    timersAdded: added.map(summaryOf),
  };
}
