import fc from 'fast-check';
import { CommandRejected, parseRational, sum, type Rational } from '@thidua/kernel';
import type { Facts } from './facts/facts';
import { readFacts } from './facts/read-facts';
import { linkedEvents, withoutEvent } from './facts/without-event';
import type { Figure } from './numbers/figure';
import { placesOf } from './quota/places';
import { settleQuota, type Rated } from './quota/settle-quota';
import { shippedRuleSet } from './rule-set/read-rule-set';
import { decreeSheet, scoreFacts } from './sheet/decree-sheet';

const ruleSet = shippedRuleSet('ND335');
const digest = (document: unknown): string => JSON.stringify(document);
const valueOf = (figure: Figure): Rational => parseRational(figure.exact)!;

const occurrence = fc.record({ excused: fc.boolean() });
const product = fc.record({
  k: fc.constantFrom('1', '2', '5/3', '2.5'),
  quantity: fc.integer({ min: 1, max: 4 }),
  missing: fc.integer({ min: 0, max: 1 }),
  errors: fc.array(occurrence, { maxLength: 3 }),
  late: fc.array(occurrence, { maxLength: 3 }),
});
const month = fc.record({
  general: fc.integer({ min: 20, max: 29 }),
  products: fc.array(product, { minLength: 1, maxLength: 3 }),
});
const office = fc.array(fc.array(month, { minLength: 12, maxLength: 12 }), {
  minLength: 1,
  maxLength: 3,
});
type Office = typeof office extends fc.Arbitrary<infer Value> ? Value : never;

/** Facts with an event behind every one of them: `p0.m3.s1.late0` and so on. */
const factsOf = (people: Office) => ({
  format: 'thidua-facts/1',
  year: 2026,
  agencyId: 'sct',
  groups: [{ id: 'nhom' }],
  people: people.map((months, person) => ({
    id: `p${person}`,
    unitId: 'phong',
    groupId: 'nhom',
    posts: [{ post: 'STAFF', unitId: 'phong', from: '2020-01-01', to: null }],
    periods: months.map(({ general, products }, index) => ({
      kind: 'WORK',
      period: `2026-${String(index + 1).padStart(2, '0')}`,
      general: {
        total: String(general),
        confirmedBy: 'tp',
        eventIds: [`p${person}.m${index}.general`],
      },
      products: products.map(({ k, quantity, missing, errors, late }, place) => {
        const at = `p${person}.m${index}.s${place}`;
        const named = (list: typeof errors, name: string) =>
          list.map(({ excused }, count) => ({
            objectiveCause: excused
              ? {
                  reason: 'Chờ cấp trên',
                  confirmedBy: 'gd',
                  eventIds: [`${at}.${name}${count}.cause`],
                }
              : null,
            eventIds: [`${at}.${name}${count}`],
          }));
        const whole = quantity - 1 - Math.min(missing, quantity - 1);
        return {
          id: `s${place}`,
          k,
          catalogueVersion: '1',
          quantity,
          eventIds: [`${at}.assigned`],
          accepted: [
            {
              majorErrors: named(errors, 'error'),
              late: named(late, 'late'),
              eventIds: [`${at}.accepted`],
            },
            ...(whole > 0 ? [{ units: whole, eventIds: [`${at}.rest`] }] : []),
          ],
        };
      }),
    })),
  })),
});

const shuffledDeep = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffledDeep).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffledDeep(item)]),
  );
};

const parsed = (people: Office): Facts => readFacts(factsOf(people), ruleSet);
const meanOf = (facts: Facts, person = 0): Rational | null => {
  const year = scoreFacts(facts, ruleSet).people[person]!.year;
  return year === null ? null : valueOf(year);
};
const isMore = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator > b.numerator * a.denominator;

describe('a sheet by the decree', () => {
  it('does not depend on the order of people, months, products or events', () => {
    fc.assert(
      fc.property(office, (people) => {
        const facts = factsOf(people);
        expect(digest(decreeSheet(shuffledDeep(facts), ruleSet, digest))).toBe(
          digest(decreeSheet(facts, ruleSet, digest)),
        );
      }),
      { numRuns: 4 },
    );
  });

  it('adds up: the steps of every month and of the year give its points exactly', () => {
    fc.assert(
      fc.property(office, (people) => {
        for (const person of scoreFacts(parsed(people), ruleSet).people) {
          const all = [
            ...person.periods.map(({ steps, total }) => ({ steps, total })),
            { steps: person.waterfall.filter(({ change }) => change !== null), total: person.year },
          ];
          for (const { steps, total } of all) {
            expect(sum(steps.map(({ change }) => valueOf(change!)))).toEqual(valueOf(total!));
            expect(steps.at(-1)!.after).toEqual(total);
          }
        }
      }),
      { numRuns: 4 },
    );
  });

  it('changes with every event it is linked to, or is refused, and with no other', () => {
    // What somebody scored, without the lists of ids: an event has to matter, not only to be named.
    const said = (facts: Facts): string =>
      JSON.stringify(scoreFacts(facts, ruleSet).people, (key, value: unknown) =>
        key === 'eventIds' ? undefined : value,
      );
    const read = (facts: unknown): string => {
      try {
        return said(readFacts(facts, ruleSet));
      } catch (error) {
        expect(error).toBeInstanceOf(CommandRejected);
        return 'refused';
      }
    };
    fc.assert(
      fc.property(office, fc.nat(), (people, chosen) => {
        const facts = parsed(people);
        // Every event of a month, so that the second delay of a product is among them as surely as the first.
        const events = linkedEvents(facts).filter((id) => id.startsWith(`p0.m${chosen % 12}.`));
        expect(events.length).toBeGreaterThan(2);
        const whole = said(facts);
        for (const event of events) {
          expect({ event, said: read(withoutEvent(facts, event)) }).not.toEqual({
            event,
            said: whole,
          });
          // Not only what is told: a delay or an error that nobody excused costs points, the second as the first.
          const isOccurrence = /\.(late|error)\d+$/.test(event);
          if (isOccurrence && !events.includes(`${event}.cause`)) {
            const without = meanOf(readFacts(withoutEvent(facts, event), ruleSet));
            expect({ event, mean: without }).not.toEqual({ event, mean: meanOf(facts) });
          }
        }
        expect(read(withoutEvent(facts, 'unlinked'))).toBe(whole);
      }),
      { numRuns: 4 },
    );
  });

  it('never gives more for one more delay, error or missing unit', () => {
    const worse = (people: Office, how: (made: Office[0][0]['products'][0]) => object): Office =>
      people.map((months) =>
        months.map((each, index) =>
          index > 0
            ? each
            : { ...each, products: each.products.map((made) => ({ ...made, ...how(made) })) },
        ),
      );
    fc.assert(
      fc.property(office, (people) => {
        const before = meanOf(parsed(people))!;
        const counted = { excused: false };
        for (const after of [
          worse(people, ({ late }) => ({ late: [...late, counted] })),
          worse(people, ({ errors }) => ({ errors: [...errors, counted] })),
          worse(people, () => ({ missing: 1 })),
        ]) {
          expect(isMore(meanOf(parsed(after))!, before)).toBe(false);
        }
      }),
      { numRuns: 4 },
    );
  });
});

describe('the quota', () => {
  const total = fc.integer({ min: 70, max: 100 });
  const group = { id: 'g', title: null, raisedShare: null, tieBreak: null };

  it('is never exceeded and never leaves a place unused, whatever the share', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 4 }), (eligible, part) => {
        const share = parseRational(`${part}/10`)!;
        const x = placesOf(eligible, share, 'LITERAL');
        expect(10 * x).toBeLessThanOrEqual(part * (eligible - x));
        expect(10 * (x + 1)).toBeGreaterThan(part * (eligible - x - 1));
        const above = placesOf(eligible, share, 'HTT_OR_ABOVE');
        expect(10 * above).toBeLessThanOrEqual(part * eligible);
        expect(10 * (above + 1)).toBeGreaterThan(part * eligible);
      }),
    );
  });

  it('admits the best only, and lets nobody in or out by chance', () => {
    fc.assert(
      fc.property(fc.array(total, { minLength: 1, maxLength: 60 }), (totals) => {
        const members: readonly Rated[] = totals.map((points, index) => ({
          id: `p${index}`,
          total: parseRational(String(points))!,
          class: points >= 90 ? 'HTXS' : 'HTT',
        }));
        const result = settleQuota(group, members, shippedRuleSet('ND335').parameters);
        const { admitted, tied, dropped, candidates, places } = result;
        expect([...admitted, ...tied, ...dropped].sort()).toEqual([...candidates].sort());
        expect(admitted.length).toBeLessThanOrEqual(places);
        if (tied.length > 0) expect(admitted.length + tied.length).toBeGreaterThan(places);
        const points = (ids: readonly string[]) => ids.map((id) => totals[Number(id.slice(1))]!);
        const least = Math.min(...points(admitted), 101);
        expect(points([...tied, ...dropped]).every((other) => other < least)).toBe(true);
        expect(new Set(points(tied)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('given the authority’s order among equals, fills every place and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(200), (equals, others) => {
        const member = (id: string, points: string, rated: Rated['class']): Rated => ({
          ...{ id, total: parseRational(points)!, class: rated },
        });
        const best = Array.from({ length: equals }, (_each, index) => `p${index}`);
        const rest = Array.from({ length: others }, (_each, index) => `q${index}`);
        const order = best.toReversed();
        const decided = { order, reason: 'Thành tích', decidedBy: 'gd', eventIds: ['su-kien'] };
        const { admitted, tied, dropped, places } = settleQuota(
          { ...group, tieBreak: decided },
          [
            ...best.map((id) => member(id, '95', 'HTXS')),
            ...rest.map((id) => member(id, '80', 'HTT')),
          ],
          shippedRuleSet('ND335').parameters,
        );
        expect(tied).toEqual([]);
        expect(admitted).toHaveLength(Math.min(places, equals));
        if (equals > places) expect(admitted).toEqual(order.slice(0, places));
        expect([...admitted, ...dropped].sort()).toEqual([...best].sort());
      }),
    );
  });
});
