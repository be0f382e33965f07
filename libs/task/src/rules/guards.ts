import { guardFailed, type Guard } from '@thidua/workflow';
import { actingIds } from '../roles-of';
import type { Acting } from '../task.context';
import type { Task } from '../task.state';
import { hasRole } from './checks';
import { refuseByFlow } from './refuse-by-flow';

/**
 * Everybody who answers for the result under judgement: who reported it or a part of it, who handed in its products,
 * who proposed its assessment, and whoever was given the work.
 */
const workersOf = (task: Task): readonly string[] => [
  ...(task.result?.reportedBy ?? []),
  ...task.leadParts.flatMap(({ reportedBy }) => reportedBy),
  ...task.products.flatMap(({ handIn }) => handIn?.handedInBy ?? []),
  ...task.occurrences.flatMap(({ recorded }) => recorded.recordedBy),
  ...(task.closingProposal?.proposedBy ?? []),
  ...task.assignments.map(({ personId }) => personId),
];

const judges = (acting: Acting, workers: readonly string[]): boolean =>
  !actingIds(acting.context.actor).some((id) => workers.includes(id));

const isAboveOffice = (acting: Acting): boolean =>
  !acting.task.leads.some(({ unitId }) => acting.context.officeUnitIds.includes(unitId)) ||
  hasRole(acting, 'deputyDirector', 'director');

const answers: Readonly<Record<Guard, (acting: Acting) => boolean>> = {
  verifierDidNotReport: (acting) => judges(acting, workersOf(acting.task)),
  officeTaskVerifiedAbove: isAboveOffice,
  allProductsHandedIn: ({ task }) =>
    task.products.every(({ verdict }) => verdict === 'awaited' || verdict === 'accepted'),
  allProductsAccepted: ({ task }) => task.products.every(({ verdict }) => verdict === 'accepted'),
  taskIsConditional: ({ task }) => task.condition !== null,
  taskIsOngoing: ({ task }) => task.assignment.kind === 'ongoing',
};

export const guardHolds = (acting: Acting, guard: Guard): boolean => answers[guard](acting);

/**
 * Where the Office leads it does not decide about itself.
 * @throws GUARD_FAILED
 */
export function requireAboveOffice(acting: Acting, command: string): void {
  if (isAboveOffice(acting)) return;
  refuseByFlow(guardFailed(command, 'officeTaskVerifiedAbove'));
}

/**
 * A product is judged under the same two rules as a result: not by those who handed it in, and above the Office when the
 * Office leads.
 * @throws GUARD_FAILED
 */
export function requireImpartialJudge(
  acting: Acting,
  command: string,
  handedInBy: readonly string[],
): void {
  const failed: Guard | null = !judges(acting, handedInBy)
    ? 'verifierDidNotReport'
    : isAboveOffice(acting)
      ? null
      : 'officeTaskVerifiedAbove';
  if (failed === null) return;
  refuseByFlow(guardFailed(command, failed));
}
