import type { Facts } from '../facts/facts';
import { readFacts } from '../facts/read-facts';
import { rateHistorical } from '../historical/rate-historical';
import { rateUnit } from '../organisation/rate-unit';
import { taskTableRates } from '../organisation/task-table';
import { compileRules, type Shows } from '../period/compiled-rules';
import { applyQuota } from '../quota/apply-quota';
import type { DecreeSheet } from '../result';
import { requireInForce } from '../rule-set/read-rule-set';
import { parametersOf } from '../rule-set/rule-set-problems';
import type {
  CivilServantRules,
  DecreeRuleSet,
  HistoricalRules,
  OrganisationRules,
} from '../rule-set/rule-set';
import { ratePeople } from './score-people';

/** SHA-256 over the canonical form of a document, in hex: given by the caller, as this library reads no bytes. */
export type Digest = (document: unknown) => string;

type Scored = Pick<DecreeSheet, 'people' | 'units' | 'groups'>;

function scoreCivilServants(facts: Facts, ruleSet: CivilServantRules, shows: Shows): Scored {
  const rules = compileRules(ruleSet, shows);
  const { year, agencyId, units } = facts;
  const rated = ratePeople(facts.people, { rules, units, year, agencyId });
  const members = rated.map(({ score, total }) => ({ id: score.personId, score, total }));
  const { scores, groups } = applyQuota(members, facts.groups, ruleSet.parameters);
  return { people: scores, units: [], groups };
}

function scoreOrganisations(facts: Facts, ruleSet: OrganisationRules): Scored {
  const members = facts.units
    .map((unit) => rateUnit(unit, ruleSet))
    .map(({ score, total }) => ({ id: score.unitId, score, total }));
  const { scores, groups } = applyQuota(members, facts.groups, ruleSet.parameters);
  return { people: [], units: scores, groups };
}

function scoreUntil2025(facts: Facts, ruleSet: HistoricalRules): Scored {
  const members = facts.people
    .map((person) => rateHistorical(person, facts, ruleSet))
    .map((score) => ({ id: score.personId, score, total: null }));
  const { scores, groups } = applyQuota(members, facts.groups, ruleSet.parameters);
  return { people: scores, units: [], groups };
}

/** The scores of facts that were read: everybody's year, then the quota of each group. */
export function scoreFacts(facts: Facts, ruleSet: DecreeRuleSet, shows: Shows = 'STEPS'): Scored {
  switch (ruleSet.subject) {
    case 'CIVIL_SERVANTS':
      return scoreCivilServants(facts, ruleSet, shows);
    case 'ORGANISATIONS':
      return scoreOrganisations(facts, ruleSet);
    case 'CIVIL_SERVANTS_UNTIL_2025':
      return scoreUntil2025(facts, ruleSet);
  }
}

const switchedOff = (ruleSet: DecreeRuleSet): DecreeSheet['ruleSet']['switchedOff'] =>
  Object.entries(parametersOf(ruleSet))
    .filter(([, { enabled }]) => !enabled)
    .map(([parameter, { meaning }]) => ({ parameter, label: meaning }));

type SheetHeader = Omit<
  DecreeSheet,
  'people' | 'units' | 'groups' | 'taskTables' | 'factsHash' | 'sheetHash'
>;

/** What a sheet says before it comes to anybody. */
export function sheetHeader(
  { year, agencyId }: Pick<Facts, 'year' | 'agencyId'>,
  ruleSet: DecreeRuleSet,
  digest: Digest,
): SheetHeader {
  const { id, version, subject, title, status } = ruleSet;
  const hash = digest(ruleSet);
  const rules = { id, version, subject, title, status, hash, switchedOff: switchedOff(ruleSet) };
  return { format: 'thidua-sheet/1', year, agencyId, ruleSet: rules };
}

/**
 * The year-end sheet of a facts file under a rule set, and nothing else: no clock, no database. In whatever order the
 * facts come, the same ones give the same sheet and the same hash.
 * @throws CommandRejected FACTS_INVALID, RULE_SET_NOT_IN_FORCE.
 */
export function decreeSheet(
  input: unknown,
  ruleSet: DecreeRuleSet,
  digest: Digest,
  shows: Shows = 'STEPS',
): DecreeSheet {
  const facts = readFacts(input, ruleSet);
  requireInForce(ruleSet, facts.year);
  const namedFirst =
    ruleSet.subject === 'ORGANISATIONS' ? ruleSet.parameters.denominator.value : 'DUE';
  const sheet = {
    ...sheetHeader(facts, ruleSet, digest),
    factsHash: digest(facts),
    ...scoreFacts(facts, ruleSet, shows),
    taskTables: facts.taskTables.map((table) => taskTableRates(table, namedFirst)),
  };
  return { ...sheet, sheetHash: sheetHash(sheet, digest) };
}

/** Over the header and the hashes of the parts: a sheet of any size, and one person's part can be checked alone. */
export const sheetHash = (
  { people, ...sheet }: Omit<DecreeSheet, 'sheetHash'>,
  digest: Digest,
): string => hashOverPeople(sheet, people.map(digest), digest);

/** The same where the people are at hand by their hashes only. */
export function hashOverPeople(
  { units, groups, taskTables, ...header }: Omit<DecreeSheet, 'sheetHash' | 'people'>,
  peopleHashes: readonly string[],
  digest: Digest,
): string {
  return digest({
    ...header,
    people: peopleHashes,
    units: units.map(digest),
    groups: groups.map(digest),
    taskTables: taskTables.map(digest),
  });
}
