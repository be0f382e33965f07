import type { ActorFacts } from '@thidua/kernel';
import { rejectEvaluation as reject } from './evaluation.rejections';
import type { StepRole } from './steps';

/** The director and the deputy directors: head and deputies of the department. They publish. */
export const isDepartmentLeader = ({ actor, posts }: ActorFacts): boolean =>
  actor.kind === 'person' &&
  posts.some(({ unitKind, post }) => unitKind === 'department' && post !== 'staff');

/** The head of the department; a deputy acting for them acts with their post. */
export const isDirector = ({ actor, posts }: ActorFacts): boolean =>
  actor.kind === 'person' &&
  posts.some(({ unitKind, post }) => unitKind === 'department' && post === 'head');

/** Who may keep an evaluation: the Office, the department's leaders, and the system itself. Services may not. */
export const mayKeepEvaluations = (facts: ActorFacts): boolean =>
  facts.actor.kind === 'system' ||
  isDepartmentLeader(facts) ||
  (facts.actor.kind === 'person' && facts.posts.some(({ unitKind }) => unitKind === 'office'));

/** @throws CommandRejected when the actor does not have the role. Whose subject an appellant is, the step itself asks. */
export function requireRole(who: StepRole, facts: ActorFacts): void {
  if (who === 'appellant' && facts.actor.kind === 'person') return;
  if (!mayKeepEvaluations(facts)) reject('EVALUATION_KEEPER_ONLY');
  if (who === 'leader' && !isDepartmentLeader(facts)) reject('EVALUATION_LEADER_ONLY');
  if (who === 'director' && !isDirector(facts)) reject('EVALUATION_DIRECTOR_ONLY');
}
