import type { ActorFacts, DecisionContext, UnitId } from '@thidua/kernel';

export interface LeadUnit {
  readonly unitId: UnitId;
  readonly role: 'lead' | 'focal';
}

/** A written name that could not be told, and the field it stands in. */
export interface ResolutionProblem {
  readonly field: 'lead' | 'focal' | 'coordinating';
  readonly written: string;
}

/** What the directory made of the names of one draft on the day of issue. */
export interface TaskResolution {
  readonly leads: readonly LeadUnit[];
  readonly coordinatingUnitIds: readonly UnitId[];
  readonly openPartners: readonly string[];
  readonly problems: readonly ResolutionProblem[];
}

/** Facts a plan's decisions rest on. */
export interface PlanContext extends DecisionContext {
  /** By task number; looked at when the plan is issued, may be empty for every other command. */
  readonly resolutions: Readonly<Record<string, TaskResolution>>;
}

/**
 * Who may keep plans: anyone holding a post in the Office, the head and the deputies of the department, and the system
 * itself. Integrated services may not: issuing binds units.
 */
export function mayKeepPlans({ actor, posts }: ActorFacts): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person') return false;
  return posts.some(
    ({ unitKind, post }) =>
      unitKind === 'office' || (unitKind === 'department' && post !== 'staff'),
  );
}
