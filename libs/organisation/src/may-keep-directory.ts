import type { ActorFacts } from '@thidua/kernel';

/**
 * Who may record changes of units and officials: anyone holding a post in the Office (Văn phòng Sở), the head and the
 * deputies of the department, and the system itself at first start and in imports. Integrated services may not.
 */
export function mayKeepDirectory({ actor, posts }: ActorFacts): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person') return false;
  return posts.some(
    ({ unitKind, post }) =>
      unitKind === 'office' || (unitKind === 'department' && post !== 'staff'),
  );
}
