import type { DecisionContext, PersonId, UnitId } from '@thidua/kernel';
import type { Role, WorkflowDefinition } from '@thidua/workflow';
import type { Task } from './task.state';

/** A flow that a running task may be moved to. */
export interface FlowTarget {
  readonly definition: WorkflowDefinition;
  /** Takes no more tasks. */
  readonly isRetired: boolean;
}

/** Facts a decision about a task is given: who acts, on which day, under which flow, and what the directory knows. */
export type TaskContext = DecisionContext & {
  /** The definition the task is pinned to; for a new task the one its plan was issued under. */
  readonly workflow: WorkflowDefinition;
  /** The flow a migration asks for; absent or null when it was not looked up or there is none. */
  readonly target?: FlowTarget | null;
  /** Units that are the Office on that day: tasks they lead are verified above them. */
  readonly officeUnitIds: readonly UnitId[];
  /** Every unit that exists on that day; null when nobody looked, then ids are taken as given. */
  readonly knownUnitIds: ReadonlySet<UnitId> | null;
  /** Every person in the directory; null when nobody looked, then ids are taken as given. */
  readonly knownPersonIds: ReadonlySet<PersonId> | null;
};

/** A decision under way: the task as it stands, the facts around it, and how the actor stands to it. */
export interface Acting {
  readonly task: Task;
  readonly context: TaskContext;
  readonly roles: ReadonlySet<Role>;
}
