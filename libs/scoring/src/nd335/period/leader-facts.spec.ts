import { localDate } from '@thidua/kernel';
import type { WrittenFacts } from '../facts/facts';
import { readFacts } from '../facts/read-facts';
import { shippedRuleSet } from '../rule-set/read-rule-set';
import { scoreFacts } from '../sheet/decree-sheet';

const ruleSet = shippedRuleSet('ND335');
type Person = NonNullable<WrittenFacts['people']>[number];
type Post = Person['posts'][number];
type Leader = Extract<NonNullable<Person['periods']>[number], { kind: 'WORK' }>['leader'];

const staff = (from: string, to: string | null): Post => ({
  post: 'STAFF',
  unitId: 'qltm',
  from: localDate(from),
  to: to === null ? null : localDate(to),
});
const deputy = (from: string, to: string | null): Post => ({ ...staff(from, to), post: 'DEPUTY' });

const LEVELS: NonNullable<Leader> = {
  post: 'DEPUTY',
  unitId: 'qltm',
  unitResult: { level: '100' },
  organising: { level: '100' },
  cohesion: { level: '50' },
};

/** March of somebody with these posts: 28 general points, everything assigned accepted. */
const march = (posts: readonly Post[], leader: Leader = null): WrittenFacts => ({
  format: 'thidua-facts/1',
  year: 2026,
  agencyId: 'sct',
  groups: [{ id: 'nhom' }],
  people: [
    {
      id: 'pp',
      unitId: 'qltm',
      groupId: 'nhom',
      posts: [...posts],
      periods: [
        {
          kind: 'WORK',
          period: '2026-03',
          general: { total: '28', confirmedBy: 'tp' },
          products: [
            { id: 'sp', k: '1', catalogueVersion: '1', quantity: 1, accepted: [{ units: 1 }] },
          ],
          leader,
        },
      ],
    },
  ],
});

const scored = (facts: WrittenFacts) => {
  const period = scoreFacts(readFacts(facts, ruleSet), ruleSet).people[0]!.periods[0]!;
  return {
    status: period.status,
    total: period.total?.exact ?? null,
    reasons: period.reasons.map(({ code }) => code),
  };
};

describe('the month of whoever leads (article 16.2)', () => {
  it('given no d, đ and e, has no score: three parts do not stand for six', () => {
    expect(scored(march([deputy('2020-01-01', null)]))).toEqual({
      status: 'INSUFFICIENT_DATA',
      total: null,
      reasons: ['LEADER_FACTS_MISSING'],
    });
  });

  it('given all of them, is a sixth of each: 28 + 70 × 5,5/6', () => {
    const { status, total } = scored(march([deputy('2020-01-01', null)], LEVELS));
    expect({ status, total }).toEqual({ status: 'SCORED', total: '553/6' });
  });

  it('asks for them by the post held when the month, or service in it, ended', () => {
    const appointed = [staff('2020-01-01', '2026-03-14'), deputy('2026-03-15', null)];
    expect(scored(march(appointed)).reasons).toEqual(['LEADER_FACTS_MISSING']);
    expect(scored(march([deputy('2020-01-01', '2026-03-20')])).reasons).toEqual([
      'LEADER_FACTS_MISSING',
    ]);
    const stoodDown = [deputy('2020-01-01', '2026-03-14'), staff('2026-03-15', null)];
    expect(scored(march(stoodDown))).toMatchObject({ status: 'SCORED', total: '98' });
    expect(scored(march(stoodDown, LEVELS))).toMatchObject({ status: 'SCORED', total: '553/6' });
  });

  it('of whoever held no leading post is refused d, đ and e, and says where', () => {
    expect(() =>
      readFacts(march([staff('2020-01-01', null), deputy('2026-04-01', null)], LEVELS), ruleSet),
    ).toThrow(/people\[0\]\.periods\[0\]\.leader: .*no leading post/);
  });
});
