import type { LocalDate } from '@thidua/kernel';
import { idsBehind, mergeIds, type ViewedFact } from './facts-in-view';

export interface Lead {
  readonly unitId: string;
  readonly role: 'lead' | 'focal';
}

function passOn(leads: readonly Lead[], from: string, to: string): readonly Lead[] {
  const giver = leads.find(({ unitId }) => unitId === from);
  // Between two people of one unit, or away from a coordinating unit: the leads stay.
  if (giver === undefined || from === to) return leads;
  const others = leads.filter((lead) => lead !== giver);
  const receiver = others.find(({ unitId }) => unitId === to);
  const role = giver.role === 'lead' || receiver?.role === 'lead' ? 'lead' : 'focal';
  return [...others.filter((lead) => lead !== receiver), { unitId: to, role } as const];
}

function leadsAfter(leads: readonly Lead[], fact: ViewedFact): readonly Lead[] {
  if (fact.type === 'TaskAssigned') return fact.data.leads;
  if (fact.type === 'TaskAmended') return fact.data.leads?.to ?? leads;
  if (fact.type === 'TaskHandedOver') {
    return passOn(leads, fact.data.from.unitId, fact.data.to.unitId);
  }
  if (fact.type !== 'TaskUnitSucceeded') return leads;
  return passOn(leads, fact.data.fromUnitId, fact.data.toUnitId);
}

/** The units that led the task at the end of the day, by unit id. */
export const leadsOn = (facts: readonly ViewedFact[], day: LocalDate): readonly Lead[] =>
  facts
    .filter(({ on }) => on <= day)
    .reduce<readonly Lead[]>(leadsAfter, [])
    .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1));

function concernsLeads(fact: ViewedFact): boolean {
  if (fact.type === 'TaskAmended') return fact.data.leads !== null;
  if (fact.type === 'TaskHandedOver') return fact.data.from.unitId !== fact.data.to.unitId;
  return fact.type === 'TaskAssigned' || fact.type === 'TaskUnitSucceeded';
}

/** The facts that say who leads: with these alone `leadsOn` gives the same answer. */
export const leadFacts = (facts: readonly ViewedFact[]): readonly ViewedFact[] =>
  facts.filter(concernsLeads);

/** The events that say who leads. */
export const idsBehindLeads = (facts: readonly ViewedFact[]): readonly string[] =>
  mergeIds(...leadFacts(facts).map(idsBehind));

/**
 * The units to which the result counts, each in full. A focal unit compiles and reports without carrying the result, so
 * it counts only where nobody else leads.
 */
export function unitsCarrying(leads: readonly Lead[]): readonly string[] {
  const carrying = leads.filter(({ role }) => role === 'lead');
  return (carrying.length > 0 ? carrying : leads).map(({ unitId }) => unitId);
}

/** The units that owe the monthly report: the focal unit where there is one, otherwise every lead. */
export function unitsReporting(leads: readonly Lead[]): readonly string[] {
  const focal = leads.filter(({ role }) => role === 'focal');
  return (focal.length > 0 ? focal : leads).map(({ unitId }) => unitId);
}
