import type { Actor } from './event';
import type { LocalDate } from './local-date';
import type { UnitId } from './ids';

/** A post the actor holds on the day of the act, as the directory knows it. */
export interface HeldPost {
  readonly unitId: UnitId;
  /** Kind of the unit, e.g. `office`, `division`, `department` (see the organisation's UNIT_KINDS). */
  readonly unitKind: string;
  readonly post: 'head' | 'deputy' | 'staff';
}

/** The actor together with what was looked up about them before deciding. A service or the system holds no posts. */
export interface ActorFacts {
  readonly actor: Actor;
  readonly posts: readonly HeldPost[];
}

/** What every decision is given beside the command and the state: facts, never sources of facts. */
export interface DecisionContext {
  readonly actor: ActorFacts;
  /** The calendar day on which it happened, from the command's `occurredAt` (Asia/Ho_Chi_Minh). */
  readonly on: LocalDate;
}
