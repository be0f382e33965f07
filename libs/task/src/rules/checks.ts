import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { Role } from '@thidua/workflow';
import type { Acting, TaskContext } from '../task.context';
import type { TaskEvent } from '../task.events';
import { reject } from '../task.rejections';
import { sameFacts } from '../same-facts';
import type { NotedEvent, Task } from '../task.state';

/** @throws UNIT_NOT_FOUND naming the field, when the directory was looked up and lacks the unit. */
export function requireUnit({ knownUnitIds }: TaskContext, unitId: UnitId, field: string): void {
  if (knownUnitIds !== null && !knownUnitIds.has(unitId)) {
    reject('UNIT_NOT_FOUND', { field, unitId });
  }
}

/** @throws PERSON_NOT_FOUND naming the field, when the directory was looked up and lacks the person. */
export function requirePerson(context: TaskContext, personId: PersonId, field: string): void {
  if (context.knownPersonIds !== null && !context.knownPersonIds.has(personId)) {
    reject('PERSON_NOT_FOUND', { field, personId });
  }
}

interface Membership {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly field: string;
}

/** @throws PERSON_NOT_IN_UNIT when the person was looked up and belongs neither to the unit nor to one under it. */
export function requireMember(
  { named, on }: TaskContext,
  { personId, unitId, field }: Membership,
): void {
  if (named === null) return;
  const isMember = named.people.get(personId)?.unitIds.includes(unitId) ?? false;
  if (!isMember) reject('PERSON_NOT_IN_UNIT', { field, personId, unitId, on });
}

/** @throws OCCURRED_TOO_EARLY when the act would lie before the day of what it answers or decides. */
export function requireNotBefore({ on }: TaskContext, earliestOn: LocalDate): void {
  if (on < earliestOn) reject('OCCURRED_TOO_EARLY', { on, earliestOn });
}

/** @throws DAY_TOO_EARLY naming the field, when a day given in the command lies before the earliest sensible one. */
export function requireDayFrom(
  day: LocalDate | null,
  field: string,
  earliestOn: LocalDate | null,
): void {
  if (day !== null && earliestOn !== null && day < earliestOn) {
    reject('DAY_TOO_EARLY', { field, day, earliestOn });
  }
}

/** The first item that appears a second time; null when each appears once. */
export const namedTwice = (names: readonly string[]): string | null =>
  names.find((name, index) => names.indexOf(name) !== index) ?? null;

export const hasRole = ({ roles }: Acting, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.has(role));

/** The event, or nothing when the very same was recorded for the same day before. */
export const once = (task: Task, event: NotedEvent): readonly TaskEvent[] =>
  task.noted.some((noted) => noted.type === event.type && sameFacts(noted.data, event.data))
    ? []
    : [event];
