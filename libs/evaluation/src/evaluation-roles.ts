import type { ActorFacts } from '@thidua/kernel';

/** The director and the deputy directors: head and deputies of the department. They publish. */
export const isDepartmentLeader = ({ actor, posts }: ActorFacts): boolean =>
  actor.kind === 'person' &&
  posts.some(({ unitKind, post }) => unitKind === 'department' && post !== 'staff');

/** Who may keep an evaluation: the Office, the department's leaders, and the system itself. Services may not. */
export const mayKeepEvaluations = (facts: ActorFacts): boolean =>
  facts.actor.kind === 'system' ||
  isDepartmentLeader(facts) ||
  (facts.actor.kind === 'person' && facts.posts.some(({ unitKind }) => unitKind === 'office'));
