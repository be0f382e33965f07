import fc from 'fast-check';
import { periodFacts } from '../facts/period-facts';
import { shippedRuleSet } from '../rule-set/read-rule-set';
import { compileRules } from './compiled-rules';
import { scorePeriod } from './score-period';

const shipped = shippedRuleSet('ND335');
if (shipped.subject !== 'CIVIL_SERVANTS') throw new Error('ND335 scores civil servants');
const { parameters } = shipped;

const rulesWith = (value: 'TOTAL_70' | 'EACH_100') => ({
  ...shipped,
  parameters: { ...parameters, cap: { ...parameters.cap, value } },
});

const product = fc.record({
  id: fc.constant('x'),
  k: fc.constantFrom('1', '2.5', '0.75', '3'),
  origin: fc.constantFrom('ASSIGNED', 'ADDED'),
  catalogueVersion: fc.constant('1'),
  quantity: fc.constant(6),
  accepted: fc.array(
    fc.record({
      units: fc.integer({ min: 1, max: 4 }),
      late: fc.array(fc.constant({}), { maxLength: 5 }),
      majorErrors: fc.array(fc.constant({}), { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
});
const level = fc.record({ level: fc.constantFrom('50', '100') });
const leader = fc.record({
  ...{ post: fc.constant('HEAD'), unitId: fc.constant('phong') },
  ...{ unitResult: level, organising: level, cohesion: level },
});
const month = fc
  .record({
    ...{ kind: fc.constant('WORK'), period: fc.constant('2026-03') },
    general: fc.record({
      total: fc.integer({ min: 0, max: 30 }).map(String),
      confirmedBy: fc.constantFrom('truong', null),
    }),
    products: fc.array(product, { maxLength: 4 }),
    leader: fc.option(leader),
  })
  .map((facts) => periodFacts.parse(facts));

describe('a period told in figures alone', () => {
  it('is the one told step by step, without the steps', () => {
    fc.assert(
      fc.property(month, fc.constantFrom('TOTAL_70', 'EACH_100'), (facts, cap) => {
        const told = (shows: 'STEPS' | 'FIGURES') =>
          scorePeriod(facts, compileRules(rulesWith(cap), shows), {
            totalOf: () => null,
            isLeading: false,
          });
        const [steps, figures] = [told('STEPS'), told('FIGURES')];
        expect(figures).toEqual({
          ...steps,
          score: { ...steps.score, steps: [] },
          changes: [],
        });
      }),
    );
  });
});
