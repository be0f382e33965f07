import type { WorkingCalendar } from '@thidua/calendar';
import type { DecisionContext, PersonId, UnitId } from '@thidua/kernel';
import type { Role, WorkflowDefinition } from '@thidua/workflow';
import type { TaskEvent, TaskFacts } from './task.events';
import type { Task } from './task.state';

/** A flow that a running task may be moved to. */
export interface FlowTarget {
  readonly definition: WorkflowDefinition;
  /** Takes no more tasks. */
  readonly isRetired: boolean;
}

/** A person whom a command names, as the directory knows them on the day of the act. */
export interface NamedPerson {
  /** Units the person belongs to, each with the units above it. */
  readonly unitIds: readonly UnitId[];
  /** Units of which the person is head or deputy head. */
  readonly headOf: readonly UnitId[];
}

/** What was looked up about the things a command names by id. */
export interface NamedThings {
  /** The people the command names; who is missing holds no post that day. */
  readonly people: ReadonlyMap<PersonId, NamedPerson>;
  /** The events of this task by id, in log order, for a command that names one. */
  readonly events: ReadonlyMap<string, TaskEvent>;
  /** How the other task that the command names was assigned; null when there is no such task. */
  readonly otherTask: TaskFacts<'TaskAssigned'> | null;
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
  /** The working calendar; null when nobody looked, which is right only where the command counts no days. */
  readonly calendar: WorkingCalendar | null;
  /** What the command names; null when nobody looked, then ids are taken as given. */
  readonly named: NamedThings | null;
};

/** A decision under way: the task as it stands, the facts around it, and how the actor stands to it. */
export interface Acting {
  readonly task: Task;
  readonly context: TaskContext;
  readonly roles: ReadonlySet<Role>;
}
