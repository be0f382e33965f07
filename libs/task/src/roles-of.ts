import type { ActorFacts, HeldPost, PersonId } from '@thidua/kernel';
import type { Role } from '@thidua/workflow';
import type { Task } from './task.state';

/** What roles depend on: who leads, who coordinates, who was given the task. */
export type TaskParties = Pick<
  Task,
  'leads' | 'coordinatingUnitIds' | 'assignments' | 'coordination'
>;

/** The ids of those who answer for an act: the actor, and whoever a deputy acts for. */
export const actingIds = ({ actor }: ActorFacts): PersonId[] =>
  actor.onBehalfOf === null || actor.onBehalfOf.personId === actor.id
    ? [actor.id]
    : [actor.id, actor.onBehalfOf.personId];

const leadsUnit = ({ post }: HeldPost): boolean => post !== 'staff';

const rolesOfPost = (held: HeldPost): readonly Role[] => [
  ...(held.unitKind === 'office' ? (['office'] as const) : []),
  ...(held.unitKind === 'department' && held.post === 'head' ? (['director'] as const) : []),
  ...(held.unitKind === 'department' && held.post === 'deputy'
    ? (['deputyDirector'] as const)
    : []),
];

function rolesInTask(held: HeldPost, { leads, coordinatingUnitIds, coordination }: TaskParties) {
  const led = leads.filter(({ unitId }) => unitId === held.unitId);
  const asked =
    coordinatingUnitIds.includes(held.unitId) ||
    coordination.some((request) => request.asked.unitId === held.unitId);
  return [
    ...led.map(({ role }): Role => role),
    ...(led.length > 0 && leadsUnit(held) ? (['leadHead'] as const) : []),
    ...(asked ? (['coordinating'] as const) : []),
  ];
}

/**
 * How the actor stands to the task on the day of the act; a task not yet assigned has no parties. `leadHead` is the head
 * or a deputy of a lead or focal unit; the system may do what the Office may; a service is only ever a service.
 */
export function rolesOf(facts: ActorFacts, parties: TaskParties | null): ReadonlySet<Role> {
  if (facts.actor.kind === 'service') return new Set(['service']);
  if (facts.actor.kind === 'system') return new Set(['office']);
  const ids = actingIds(facts);
  const assigned = parties?.assignments.some(({ personId }) => ids.includes(personId)) ?? false;
  return new Set([
    ...facts.posts.flatMap(rolesOfPost),
    ...(parties === null ? [] : facts.posts.flatMap((held) => rolesInTask(held, parties))),
    ...(assigned ? (['assignee'] as const) : []),
  ]);
}
