import type { UnitId } from '@thidua/kernel';
import { actingIds } from '../roles-of';
import type { Acting } from '../task.context';
import { reject } from '../task.rejections';

interface Speaking {
  /** The unit named in the command; null when it was left to be found. */
  readonly named: UnitId | null;
  /** Units of the task that may be spoken for. */
  readonly among: readonly UnitId[];
  /** True when only the head or a deputy of the unit may speak. */
  readonly asHead?: boolean;
}

/** Units the actor belongs to: by post, by having been given the task there; a service speaks for any unit. */
function ownUnits({ task, context }: Acting, { among, asHead }: Speaking): readonly UnitId[] {
  const { actor, posts } = context.actor;
  if (actor.kind !== 'person') return among;
  if (asHead === true) {
    return posts.filter(({ post }) => post !== 'staff').map(({ unitId }) => unitId);
  }
  const ids = actingIds(context.actor);
  const given = task.assignments.filter(({ personId }) => ids.includes(personId));
  return [...posts, ...given].map(({ unitId }) => unitId);
}

/**
 * For which unit of the task the actor speaks: the one named, else the one the actor acts in, else the only one that fits.
 * @throws UNIT_NOT_IN_TASK, ACTOR_NOT_IN_UNIT or UNIT_MUST_BE_NAMED.
 */
export function speakingUnit(acting: Acting, speaking: Speaking): UnitId {
  const { named, among } = speaking;
  const own = ownUnits(acting, speaking);
  if (named !== null) {
    if (!among.includes(named)) reject('UNIT_NOT_IN_TASK', { field: 'unitId', unitId: named });
    if (!own.includes(named)) reject('ACTOR_NOT_IN_UNIT', { unitIds: [named] });
    return named;
  }
  const fitting = [...new Set(among.filter((unitId) => own.includes(unitId)))];
  const { unitId: actingIn } = acting.context.actor.actor;
  const [only, second] = fitting;
  if (only === undefined) return reject('ACTOR_NOT_IN_UNIT', { unitIds: among });
  if (second === undefined) return only;
  if (actingIn !== null && fitting.includes(actingIn)) return actingIn;
  return reject('UNIT_MUST_BE_NAMED', { field: 'unitId', unitIds: fitting });
}

export const leadUnitIds = ({ task }: Acting): readonly UnitId[] =>
  task.leads.map(({ unitId }) => unitId);

/**
 * The unit that speaks for all who lead: the focal unit where there is one, otherwise any lead unit.
 * @throws FOCAL_UNIT_REPORTS when another lead unit would, beside what `speakingUnit` throws.
 */
export function compilingUnit(acting: Acting, named: UnitId | null): UnitId {
  const focal = acting.task.leads
    .filter(({ role }) => role === 'focal')
    .map(({ unitId }) => unitId);
  if (focal.length === 0) return speakingUnit(acting, { named, among: leadUnitIds(acting) });
  const own = ownUnits(acting, { named, among: focal });
  const isFocal = named === null ? focal.some((unit) => own.includes(unit)) : focal.includes(named);
  if (!isFocal) return reject('FOCAL_UNIT_REPORTS', { unitIds: focal });
  return speakingUnit(acting, { named, among: focal });
}
