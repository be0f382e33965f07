import { invariant, type Rational } from '@thidua/kernel';
import type { RatedPerson, RatingContext } from '../classes/rate-person';
import { factsProblems } from '../facts/check-facts';
import type { Facts, WrittenFacts } from '../facts/facts';
import { inOrder } from '../facts/in-order';
import type { PersonFacts } from '../facts/person-facts';
import { readFacts, refuseFacts } from '../facts/read-facts';
import { compileRules, type Shows } from '../period/compiled-rules';
import { afterQuota, settleGroups, type QuotaMember } from '../quota/apply-quota';
import type { DecreeSheet, PersonScore, QuotaGroup } from '../result';
import { requireInForce } from '../rule-set/read-rule-set';
import type { CivilServantRules } from '../rule-set/rule-set';
import { hashOverPeople, sheetHeader, type Digest } from './decree-sheet';
import { ratePeople } from './score-people';

/** Facts of an agency without its people, who come page by page. */
export type AgencyFacts = Omit<WrittenFacts, 'people' | 'units' | 'taskTables'>;

/** Somebody's facts in their own order, and the year before the quota. */
export interface RatedFacts extends RatedPerson {
  readonly facts: PersonFacts;
}

/** A year in which everybody has been rated and the quota has been settled. */
export interface SettledYear {
  readonly groups: readonly QuotaGroup[];
  /** True when the quota may change the score, so that it cannot be written out before. */
  isCandidate(score: Pick<PersonScore, 'class'>): boolean;
  afterQuota(score: PersonScore, total: Rational | null): PersonScore;
  /** The sheet without its people, and its hash from theirs, in the order of their ids. */
  close(
    factsHash: string,
    peopleHashes: readonly string[],
    digest: Digest,
  ): Omit<DecreeSheet, 'people'>;
}

/**
 * The sheet of an agency too large to be held at once: the same one, with the same hashes, as `decreeSheet` gives for all
 * its people together. They must come in the order of their ids. Nobody's score may rest on that of somebody else; levels
 * of leaders are stated. Pure.
 */
export class PeopleInPages {
  private readonly context: RatingContext;
  private readonly agency: Facts;
  private lastId = '';

  /** @throws CommandRejected FACTS_INVALID, RULE_SET_NOT_IN_FORCE. */
  constructor(
    agency: AgencyFacts,
    private readonly ruleSet: CivilServantRules,
    shows: Shows,
  ) {
    this.agency = readFacts({ ...agency, people: [] }, ruleSet);
    requireInForce(ruleSet, this.agency.year);
    const { year, agencyId, units } = this.agency;
    this.context = { rules: compileRules(ruleSet, shows), units, year, agencyId };
  }

  /** The facts of the whole agency with nobody in them: what a hash over all facts is made around. */
  get emptyFacts(): Facts {
    return this.agency;
  }

  /** @throws CommandRejected FACTS_INVALID with the place of each fault on the page. */
  rate(page: readonly PersonFacts[]): readonly RatedFacts[] {
    const facts = { ...this.agency, people: [...page] };
    const problems = factsProblems(facts, this.ruleSet);
    if (problems.length > 0) return refuseFacts(problems);
    const { people } = inOrder(facts);
    const rated = ratePeople(people, this.context);
    return people.map((person, index) => {
      invariant(person.id > this.lastId, 'people come in the order of their ids, each once');
      this.lastId = person.id;
      const own = rated[index];
      invariant(own, 'everybody on a page is rated');
      return { facts: person, ...own };
    });
  }

  settle(members: readonly QuotaMember[]): SettledYear {
    const groups = settleGroups(members, this.agency.groups, this.ruleSet.parameters);
    const groupOf = new Map(groups.map((group) => [group.groupId, group]));
    const head = this.agency;
    return {
      groups,
      isCandidate: (score) => score.class === 'HTXS',
      afterQuota: (score, total) =>
        afterQuota({ id: score.personId, score, total }, groupOf.get(score.groupId)),
      close: (factsHash, peopleHashes, digest) => {
        const header = sheetHeader(head, this.ruleSet, digest);
        const sheet = { ...header, factsHash, units: [], groups, taskTables: [] };
        return { ...sheet, sheetHash: hashOverPeople(sheet, peopleHashes, digest) };
      },
    };
  }
}
