import type { RecordedEvent } from '@thidua/kernel';
import { REMINDERS_AT_ONCE } from './office-case';
import type { Ledger } from './ledger';
import type { Tally } from './tally';

type LogTally = Pick<Tally, 'acknowledged' | 'stored' | 'duplicates' | 'gaps'>;
type Said = Pick<Ledger, 'acknowledged' | 'changedAnswers'>;

/** Whether positions go on by one, or only grow, as in KurrentDB, where they are places in a file. */
type Numbering = 'byOne' | 'growing';

/** Holds the whole log, in the order in which it was read, against what clients were told. */
export function auditLog(
  events: readonly RecordedEvent[],
  said: Said,
  numbering: Numbering = 'byOne',
): LogTally {
  const { acknowledged, changedAnswers } = said;
  const inOrder = events.map(({ position }) => position);
  // Where positions only grow, the place of an event is its place among all that were read.
  const placeOf = new Map(inOrder.map((position, index) => [position, index]));
  const places = new Map(events.map(({ id, position }) => [id, placeOf.get(position) ?? -1]));
  const stored = acknowledged.filter(({ position, eventIds }) => {
    const last = position === null ? undefined : placeOf.get(BigInt(position));
    if (last === undefined || eventIds.length === 0) return false;
    return eventIds.every((id, index) => places.get(id) === last - eventIds.length + 1 + index);
  });
  return {
    acknowledged: acknowledged.length,
    stored: stored.length,
    duplicates:
      events.length -
      places.size +
      repeats(events.map(factOf).filter((fact) => fact !== null)) +
      changedAnswers.length,
    gaps:
      (numbering === 'byOne' ? gapsIn(inOrder.map(Number), 1) : stepsBack(inOrder)) +
      revisionGaps(events),
  };
}

/**
 * What an event states, so that a fact written again under another event id is found; null for events that may come
 * again (an official gets a second post).
 */
function factOf({ type, stream, data }: RecordedEvent): string | null {
  switch (type) {
    case 'PlanImported':
    case 'PlanIssued':
    case 'TaskAssigned':
      return `${type} ${stream}`;
    case 'LeadUnitReminded':
      return `${type} ${stream} ${(data as { readonly text: string }).text}`;
    default:
      return null;
  }
}

const repeats = (facts: readonly string[]): number => facts.length - new Set(facts).size;

/** Places at which the numbers do not go on by one; the first one is to be `from`. */
const gapsIn = (numbers: readonly number[], from: number): number =>
  numbers.filter((number, index) => number !== (numbers[index - 1] ?? from - 1) + 1).length;

const stepsBack = (positions: readonly bigint[]): number =>
  positions.filter((position, index) => position <= (positions[index - 1] ?? -1n)).length;

function revisionGaps(events: readonly RecordedEvent[]): number {
  const streams = new Map<string, number[]>();
  for (const { stream, revision } of events) {
    const revisions = streams.get(stream);
    if (revisions === undefined) streams.set(stream, [revision]);
    else revisions.push(revision);
  }
  return [...streams.values()].reduce((sum, revisions) => sum + gapsIn(revisions, 0), 0);
}

/** What the process manager did, and what it had to do: one assignment for each task of each issued plan. */
export function auditEffects(
  events: readonly RecordedEvent[],
): Pick<Tally, 'effects' | 'effectsDue'> {
  const taskCounts = new Map<string, number>();
  let effectsDue = 0;
  for (const { type, stream, data } of events) {
    if (type === 'PlanImported')
      taskCounts.set(stream, (data as { readonly tasks: readonly object[] }).tasks.length);
    if (type === 'PlanIssued') effectsDue += taskCounts.get(stream) ?? 0;
  }
  return { effects: countOf(events, 'TaskAssigned'), effectsDue };
}

/** How many events of each kind so many finished cases leave, where every plan has the same number of tasks. */
export function eventsOfCases(
  events: readonly RecordedEvent[],
): Readonly<Record<'imported' | 'issued' | 'reminded' | 'remindedDue', number>> {
  return {
    imported: countOf(events, 'PlanImported'),
    issued: countOf(events, 'PlanIssued'),
    reminded: countOf(events, 'LeadUnitReminded'),
    remindedDue: countOf(events, 'TaskAssigned') * REMINDERS_AT_ONCE,
  };
}

const countOf = (events: readonly RecordedEvent[], wanted: string): number =>
  events.filter(({ type }) => type === wanted).length;
