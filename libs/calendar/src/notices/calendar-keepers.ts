import type { ActorFacts } from '@thidua/kernel';

/** Who may record notices: the Office, the leaders of the department, and the system itself. Services may not. */
export const mayKeepCalendar = ({ actor, posts }: ActorFacts): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' &&
    posts.some(
      ({ unitKind, post }) =>
        unitKind === 'office' || (unitKind === 'department' && post !== 'staff'),
    ));
