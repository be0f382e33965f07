import type { ActorFacts } from '@thidua/kernel';

/**
 * Who may publish and retire flows: anyone holding a post in the Office, the head and the deputies of the department, and
 * the system itself. Integrated services may not: a flow decides who may do what.
 */
export function mayKeepWorkflows({ actor, posts }: ActorFacts): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person') return false;
  return posts.some(
    ({ unitKind, post }) =>
      unitKind === 'office' || (unitKind === 'department' && post !== 'staff'),
  );
}
