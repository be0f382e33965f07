import { compareRational, rational, toFractionText, type Rational } from '@thidua/kernel';
import fc from 'fast-check';
import { amountOf } from '../validate-rule-set';
import { readTableFacts } from './facts/read-table-facts';
import type { EmulationTable } from './rules/table-rules';
import { scoreEntry } from './sheet/score-entry';
import { tableSheet } from './sheet/table-sheet';
import { emulationTable, entry, factsOf, item, mark } from './testing/tables.fixtures';

const ITEMS = [
  item('ty-le', { kind: 'RATIO', max: '60' }),
  item('muc', {
    kind: 'BANDS',
    max: '30',
    bands: [
      { atLeast: '1', points: '30' },
      { atLeast: '0.8', points: 'RATIO' },
      { atLeast: '1/2', points: '10' },
    ],
  }),
  item('co', { kind: 'FIXED', max: '10' }),
  item('dem', { kind: 'COUNT', max: '7', perUnit: '2/3' }),
];
const BONUS = item('thuong', { kind: 'COUNT', max: '9', perUnit: '5/4' });
const PENALTY = item('tru', { kind: 'COUNT', max: '40', perUnit: '3' });
const table = emulationTable({ items: ITEMS, bonuses: [BONUS], penalties: [PENALTY] });

const RUNS = { numRuns: 40 };

/** What was done: of a plan of twelve, yes or no, and how many. */
const result = fc.record({
  done: fc.integer({ min: 0, max: 20 }),
  given: fc.integer({ min: 0, max: 20 }),
  met: fc.boolean(),
  count: fc.integer({ min: 0, max: 20 }),
  bonus: fc.integer({ min: 0, max: 20 }),
  penalty: fc.integer({ min: 0, max: 20 }),
});
type Result = typeof result extends fc.Arbitrary<infer T> ? T : never;

const marked = ({ done, given, met, count, bonus, penalty }: Result) => [
  { itemId: 'ty-le', marks: [mark('SELF', { value: String(done), of: '12' })] },
  { itemId: 'muc', marks: [mark('SELF', { value: String(given), of: '12' })] },
  { itemId: 'co', marks: [mark('SELF', { value: met ? '1' : '0' })] },
  { itemId: 'dem', marks: [mark('SELF', { value: String(count) })] },
  { itemId: 'thuong', marks: [mark('SELF', { value: String(bonus) })] },
  { itemId: 'tru', marks: [mark('SELF', { value: String(penalty) })] },
];

function scored(of: Result, rules: EmulationTable = table) {
  const facts = readTableFacts(factsOf([entry('a', marked(of))]), rules);
  const result = scoreEntry(facts.entries[0]!, rules);
  return { ...result, self: result.totals[0]! };
}
const totalOf = (of: Result): Rational => amountOf(scored(of).self.total?.exact ?? '');

describe('a local table, whatever was done', () => {
  it('keeps every item under its maximum, and bonus and penalty under their caps', () => {
    fc.assert(
      fc.property(result, (of) => {
        const { items, self } = scored(of);
        for (const { stages, max } of items) {
          const points = amountOf(stages.SELF?.points.exact ?? '');
          expect(compareRational(points, amountOf(max.exact))).toBeLessThanOrEqual(0);
        }
        expect(compareRational(amountOf(self.bonus?.exact ?? ''), rational(5))).toBeLessThanOrEqual(
          0,
        );
        expect(
          compareRational(amountOf(self.penalty?.exact ?? ''), rational(10)),
        ).toBeLessThanOrEqual(0);
        expect(compareRational(totalOf(of), rational(107 + 5))).toBeLessThanOrEqual(0);
        expect(compareRational(totalOf(of), rational(-10))).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('never gives less for doing more, nor more for a further penalty', () => {
    const better = fc.constantFrom('done', 'given', 'count', 'bonus');
    fc.assert(
      fc.property(result, better, fc.integer({ min: 1, max: 8 }), (of, what, by) => {
        const before = totalOf(of);
        expect(
          compareRational(totalOf({ ...of, [what]: of[what] + by }), before),
        ).toBeGreaterThanOrEqual(0);
        expect(compareRational(totalOf({ ...of, met: true }), before)).toBeGreaterThanOrEqual(0);
        expect(
          compareRational(totalOf({ ...of, penalty: of.penalty + by }), before),
        ).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('does not ask in which order items stand in the table or in the facts', () => {
    const digest = (document: unknown) => JSON.stringify(document);
    fc.assert(
      fc.property(
        fc.array(result, { minLength: 1, maxLength: 4 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        (of, tableOrder, factsOrder) => {
          const turned = emulationTable({
            items: tableOrder.map((place) => ITEMS[place]!),
            bonuses: [BONUS],
            penalties: [PENALTY],
          });
          const entries = of.map((each, index) => entry(`don-vi-${index}`, marked(each)));
          const shuffled = entries
            .map((each) => ({ ...each, items: factsOrder.map((place) => each.items![place]!) }))
            .toReversed();
          const plain = tableSheet(factsOf(entries), table, digest);
          // The same table gives the same document; a table written in another order the same points and ranks.
          expect(tableSheet(factsOf(shuffled), table, digest)).toEqual(plain);
          const other = tableSheet(factsOf(shuffled), turned, digest);
          expect(other.groups).toEqual(plain.groups);
          expect(other.entries.map(({ totals }) => totals[0]?.total)).toEqual(
            plain.entries.map(({ totals }) => totals[0]?.total),
          );
        },
      ),
      { numRuns: 10 },
    );
  });

  it('writes a total that reads back as the same fraction', () => {
    fc.assert(
      fc.property(result, (of) => {
        const exact = scored(of).self.total?.exact ?? '';
        expect(toFractionText(amountOf(exact))).toBe(exact);
      }),
      RUNS,
    );
  });
});
