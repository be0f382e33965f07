import type { Instant, LocalDate } from '@thidua/kernel';
import type { Fact } from '../task-facts';

/**
 * The two clocks. `asOf` asks what was true on a calendar day (Asia/Ho_Chi_Minh); `knownAt` (UTC) and `knownAtPosition`
 * ask what the log held then. Without a known-clock everything in the log is known; with both, both must hold.
 */
export interface OutcomeView {
  readonly asOf: LocalDate;
  readonly knownAt?: Instant;
  readonly knownAtPosition?: bigint;
  /** Day of the month by which a month's report is due, 1 to 31; 31 (the default) means its last day. */
  readonly reportDueDay?: number;
}

interface Correction {
  readonly now: LocalDate | null;
  readonly eventId: string;
}

/** A fact as the view sees it, with the last correction of its day, if one is known. */
export type ViewedFact = Fact & { readonly correction: Correction | null };

type Corrections = ReadonlyMap<string, Correction>;
type CorrectedField = 'completedOn' | 'dueOn';

/** Positions as text compare by length first, which is exact for numbers of any size. */
const byPosition = (a: Fact, b: Fact): number =>
  a.position.length - b.position.length ||
  (a.position < b.position ? -1 : a.position > b.position ? 1 : 0);

const isKnown = (fact: Fact, { knownAt, knownAtPosition }: OutcomeView): boolean =>
  (knownAt === undefined || fact.recordedAt <= knownAt) &&
  (knownAtPosition === undefined || BigInt(fact.position) <= knownAtPosition);

/** Which correctable day a fact carries. */
function fieldOf(fact: Fact): CorrectedField | null {
  switch (fact.type) {
    case 'TaskCompleted':
    case 'OngoingClosed':
      return 'completedOn';
    case 'TaskAssigned':
    case 'DeadlineExtended':
      return 'dueOn';
    case 'TriggerReceived':
      return fact.data.dueOn === null ? null : 'dueOn';
    case 'TaskAmended':
      return fact.data.dueOn === null ? null : 'dueOn';
    default:
      return null;
  }
}

/**
 * A correction names the event that was wrong. Where that event does not carry the day itself (the report from which
 * the day of completion was taken), the last earlier fact that carries it is meant.
 */
function targetOf(
  correction: Extract<Fact, { type: 'TaskCorrected' }>,
  earlier: readonly Fact[],
): Fact | undefined {
  const bearers = earlier.filter((fact) => fieldOf(fact) === correction.data.field);
  return bearers.find(({ eventId }) => eventId === correction.data.eventId) ?? bearers.at(-1);
}

function correctionsIn(facts: readonly Fact[]): Corrections {
  const corrections = new Map<string, Correction>();
  facts.forEach((fact, index) => {
    if (fact.type !== 'TaskCorrected') return;
    const target = targetOf(fact, facts.slice(0, index));
    if (target === undefined) return;
    corrections.set(target.eventId, { now: fact.data.now, eventId: fact.eventId });
  });
  return corrections;
}

/**
 * A completion moved to another day is true from that day. Moved to no day, or to one after the day asked about, it has
 * not happened as far as this view goes, and stays in it only to show the correction that says so.
 */
function viewed(fact: Fact, correction: Correction | null, asOf: LocalDate): ViewedFact {
  if (correction === null || fieldOf(fact) !== 'completedOn') return { ...fact, correction };
  const { now } = correction;
  if (now !== null && (now <= asOf || fact.on > asOf)) return { ...fact, on: now, correction };
  return { ...fact, correction: { ...correction, now: null } };
}

/**
 * The facts that were true on the day and known at the moment, in log order, whatever order they come in. A correction
 * applies from when it is known and to every day asked about: it says what was true all along.
 */
export function factsInView(facts: readonly Fact[], view: OutcomeView): readonly ViewedFact[] {
  const known = facts.filter((fact) => isKnown(fact, view)).sort(byPosition);
  const corrections = correctionsIn(known);
  return known
    .map((fact) => viewed(fact, corrections.get(fact.eventId) ?? null, view.asOf))
    .filter((fact) => fact.type !== 'TaskCorrected' && fact.on <= view.asOf);
}

/** The event and the correction that changed its day. */
export const idsBehind = ({ eventId, correction }: ViewedFact): readonly string[] =>
  correction === null ? [eventId] : [eventId, correction.eventId];

export const mergeIds = (...lists: readonly (readonly string[])[]): readonly string[] => [
  ...new Set(lists.flat()),
];
