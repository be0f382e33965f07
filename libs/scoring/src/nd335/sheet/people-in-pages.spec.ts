import fc from 'fast-check';
import { personFacts, type PersonFacts } from '../facts/person-facts';
import { shippedRuleSet } from '../rule-set/read-rule-set';
import { decreeSheet } from './decree-sheet';
import { PeopleInPages } from './people-in-pages';

const digest = (document: unknown): string => JSON.stringify(document);
const rules = shippedRuleSet('ND335');
if (rules.subject !== 'CIVIL_SERVANTS') throw new Error('ND335 scores civil servants');

const agency = {
  ...{ format: 'thidua-facts/1' as const, year: 2026, agencyId: 'so' },
  groups: [{ id: 'a' }, { id: 'b' }],
};

const personWith = (id: string, groupId: string, general: number): PersonFacts =>
  personFacts.parse({
    ...{ id, unitId: 'phong', groupId },
    posts: [{ post: 'STAFF', unitId: 'phong', from: '2020-01-01', to: null }],
    periods: Array.from({ length: 12 }, (_, month) => ({
      kind: 'WORK',
      period: `2026-${String(month + 1).padStart(2, '0')}`,
      general: { total: String(general), confirmedBy: 'truong' },
      products: [{ id: 'x', k: '2', catalogueVersion: '1', quantity: 1, accepted: [{}] }],
    })),
  });

describe('people rated page by page', () => {
  it('come to the sheet of all of them together, wherever the pages are cut', () => {
    const people = fc.array(
      fc.record({ general: fc.integer({ min: 0, max: 30 }), groupId: fc.constantFrom('a', 'b') }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 8 }), (given, size) => {
        const facts = given.map(({ groupId, general }, nth) =>
          personWith(`cb-${nth}`, groupId, general),
        );
        const pages = new PeopleInPages(agency, rules, 'FIGURES');
        const rated = facts.flatMap((_, from) =>
          from % size === 0 ? pages.rate(facts.slice(from, from + size)) : [],
        );
        const year = pages.settle(
          rated.map(({ score, total }) => ({ ...score, id: score.personId, total })),
        );
        const after = rated.map(({ score, total }) => year.afterQuota(score, total));
        const whole = decreeSheet({ ...agency, people: facts }, rules, digest, 'FIGURES');
        expect(after).toEqual(whole.people);
        expect(year.close(whole.factsHash, after.map(digest), digest)).toEqual({
          ...whole,
          people: undefined,
        });
      }),
      { numRuns: 25 },
    );
  });

  it('are refused out of the order of their ids', () => {
    const pages = new PeopleInPages(agency, rules, 'FIGURES');
    pages.rate([personWith('cb-2', 'a', 20)]);
    expect(() => pages.rate([personWith('cb-1', 'a', 20)])).toThrow(/order of their ids/);
  });
});
