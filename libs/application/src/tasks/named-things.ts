import {
  streamName,
  type DomainEvent,
  type LocalDate,
  type PersonId,
  type TaskId,
  type UnitId,
} from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import {
  taskDecider,
  type NamedPerson,
  type NamedThings,
  type TaskCommand,
  type TaskEvent,
  type TaskFacts,
} from '@thidua/task';
import type { ApplicationParts } from '../application-parts';
import type { PastEvent } from '../calls/stream-place';

type OtherTask = NamedThings['otherTask'];

/** The units above a unit on the day, the unit itself first. */
function upwards(directory: Directory, unitId: UnitId, on: LocalDate): readonly UnitId[] {
  const found: UnitId[] = [];
  let next: UnitId | null = unitId;
  while (next !== null && !found.includes(next)) {
    found.push(next);
    next = directory.unitOn(next, on)?.parentUnitId ?? null;
  }
  return found;
}

function personOn(directory: Directory, personId: PersonId, on: LocalDate): NamedPerson {
  const posts = directory.postsOf(personId, on);
  return {
    unitIds: [...new Set(posts.flatMap(({ unitId }) => upwards(directory, unitId, on)))],
    headOf: posts.filter(({ post }) => post !== 'staff').map(({ unitId }) => unitId),
  };
}

function peopleNamedBy({ type, data }: TaskCommand): readonly (PersonId | null)[] {
  if (type === 'AssignPerson') return [data.personId];
  return type === 'HandOverTask' ? [data.to.personId, data.agreedBy] : [];
}

function otherTaskNamedBy({ type, data }: TaskCommand): TaskId | null {
  if (type === 'CarryOverTask') return data.toTaskId;
  return type === 'NamePredecessor' ? data.fromTaskId : null;
}

/** True when a decision about the command has to know the events of its task. */
export const needsHistory = ({ type }: TaskCommand): boolean => type === 'CorrectTask';

/** True when a decision about the command has to know how another task was assigned. */
export const namesOtherTask = (command: TaskCommand): boolean => otherTaskNamedBy(command) !== null;

/** How the other task was assigned: the first event of its stream. Null when the command names none, or none exists. */
export async function findOtherTask(
  { store }: ApplicationParts,
  command: TaskCommand,
): Promise<OtherTask> {
  const taskId = otherTaskNamedBy(command);
  if (taskId === null) return null;
  const stream = streamName(taskDecider.category, taskId);
  const [first] = await store.readStream(stream, { maxCount: 1 });
  return first?.type === 'TaskAssigned' ? (first.data as TaskFacts<'TaskAssigned'>) : null;
}

interface Sources {
  readonly directory: Directory;
  readonly on: LocalDate;
  readonly otherTask: OtherTask;
  /** The events of the task, oldest first; empty for a command that needs none. */
  readonly history: readonly PastEvent[];
}

/** What a decision has to know about the people, events and tasks that the command names. */
export function namedThings(
  command: TaskCommand,
  { directory, on, otherTask, history }: Sources,
): NamedThings {
  const named = peopleNamedBy(command).filter((personId) => personId !== null);
  return {
    people: new Map(named.map((personId) => [personId, personOn(directory, personId, on)])),
    events: new Map(
      needsHistory(command)
        ? history.map((event) => [event.id, event as DomainEvent as TaskEvent])
        : [],
    ),
    otherTask,
  };
}
