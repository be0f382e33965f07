import { localDate } from '@thidua/kernel';
import type { RatedClass } from '../nd335/rated-class';
import type { WrittenTitleFacts } from './title-facts';
import type { Title, TitleStatus } from './title-result';
import type { TitleRules } from './title-rules';
import { readTitleRules, titleRulesProblems, titleSheet } from './title-sheet';
import { titlesV1 } from './titles.v1';

type Person = NonNullable<WrittenTitleFacts['people']>[number];
type Unit = NonNullable<WrittenTitleFacts['units']>[number];

const yes = { holds: true, eventIds: ['co'] };
const no = { holds: false, eventIds: ['khong'] };
const person = (id: string, rated: RatedClass, more: Partial<Person> = {}): Person => ({
  id,
  unitId: 'p1',
  yearClass: { class: rated, eventIds: [`xl-${id}`] },
  conduct: yes,
  initiative: no,
  ...more,
});
const unit = (more: Partial<Unit> = {}): Unit => ({
  id: 'p1',
  yearClass: { class: 'HTXS', eventIds: ['xl-p1'] },
  conduct: yes,
  firstInBloc: yes,
  targetsExceeded: yes,
  exemplary: yes,
  ...more,
});

/** The rules with the quota of CSTĐCS as a province may have confirmed it. */
const withQuota = (value: string): TitleRules => {
  const { cstdcsQuota } = titlesV1.parameters;
  const confirmed = { ...cstdcsQuota, value, enabled: true, approver: 'gd' };
  return { ...titlesV1, parameters: { ...titlesV1.parameters, cstdcsQuota: confirmed } };
};
const half = withQuota('1/2');

const run = (
  people: readonly Person[],
  rules: TitleRules = half,
  { receivedOn = '2026-02-01', of = unit() }: { receivedOn?: string; of?: Unit } = {},
) => {
  const facts: WrittenTitleFacts = {
    format: 'thidua-title-facts/1',
    year: 2026,
    agencyId: 'sct',
    receivedOn: localDate(receivedOn),
    people: [...people],
    units: [of],
  };
  return titleSheet(facts, rules, (document) => JSON.stringify(document));
};
const found = (sheet: ReturnType<typeof run>, title: Title, id: string) =>
  sheet.results.find((each) => each.title === title && each.id === id)!;

const eligible = [person('a', 'HTXS'), person('b', 'HTT'), person('c', 'HTT'), person('d', 'HT')];

describe('titles over the classes of the year', () => {
  it('come in the order in which they rest on one another', () => {
    const sheet = run(eligible);
    const statuses = sheet.results.map(({ title, id, status }) => [title, id, status]);
    expect(statuses).toEqual([
      ['LDTT', 'a', 'ELIGIBLE'],
      ['LDTT', 'b', 'ELIGIBLE'],
      ['LDTT', 'c', 'ELIGIBLE'],
      ['LDTT', 'd', 'NOT_ELIGIBLE'],
      ['CSTDCS', 'a', 'ELIGIBLE'],
      ['CSTDCS', 'b', 'NOT_ELIGIBLE'],
      ['CSTDCS', 'c', 'NOT_ELIGIBLE'],
      ['CSTDCS', 'd', 'NOT_ELIGIBLE'],
      ['TTLDTT', 'p1', 'ELIGIBLE'],
      // Three of four have LĐTT, which is 75 %.
      ['TTLDXS', 'p1', 'ELIGIBLE'],
      ['CO', 'p1', 'ELIGIBLE'],
    ]);
    expect(found(sheet, 'LDTT', 'a')).toMatchObject({ awardMoney: { exact: '3/10' } });
    expect(found(sheet, 'LDTT', 'd')).toMatchObject({
      conditions: [{ parameter: 'ldttClass', verdict: 'FAILS', eventIds: ['xl-d'] }],
      awardMoney: null,
    });
    expect(found(sheet, 'CSTDCS', 'd')).toMatchObject({
      restsOn: { title: 'LDTT', status: 'NOT_ELIGIBLE' },
    });
  });

  it('leave CSTĐCS to the authority as long as its quota is not confirmed, and what rests on it', () => {
    const sheet = run(eligible, titlesV1);
    expect(found(sheet, 'CSTDCS', 'a')).toMatchObject({
      status: 'NEEDS_AUTHORITY',
      conditions: [{ parameter: 'cstdcsQuota', verdict: 'OPEN' }],
    });
    expect(found(sheet, 'CSTDCS', 'a').conditions[0]?.words.vi).toContain('cần xác nhận');
    expect(found(sheet, 'CSTDCS', 'b').status).toBe('NOT_ELIGIBLE');
    expect(found(sheet, 'TTLDTT', 'p1').status).toBe('ELIGIBLE');
    expect(found(sheet, 'TTLDXS', 'p1').status).toBe('NEEDS_AUTHORITY');
    expect(sheet.quota).toMatchObject({ ldtt: 3, candidates: 1, places: null });
  });

  it('let the council choose where there are more candidates than places', () => {
    const sheet = run([person('a', 'HTXS'), person('b', 'HTT', { initiative: yes })]);
    expect(sheet.quota).toMatchObject({ ldtt: 2, candidates: 2, places: 1, isOver: true });
    expect(found(sheet, 'CSTDCS', 'a').status).toBe('NEEDS_AUTHORITY');
    expect(found(sheet, 'CSTDCS', 'b').status).toBe('NEEDS_AUTHORITY');
  });

  it('decide nothing by the old standards once the amended law holds', () => {
    const sheet = run(eligible, half, { receivedOn: '2026-10-01' });
    const statuses = new Set<TitleStatus>(sheet.results.map(({ status }) => status));
    expect([...statuses]).toEqual(['NEEDS_AUTHORITY']);
    expect(found(sheet, 'LDTT', 'd').conditions[0]?.words.vi).toContain('luật đã sửa đổi');
  });

  const missing: readonly (readonly [
    string,
    Partial<Unit>,
    readonly Person[],
    Title,
    TitleStatus,
  ])[] = [
    [
      'half of the members is not more than half',
      {},
      [person('a', 'HTXS'), person('b', 'HT')],
      'TTLDTT',
      'NOT_ELIGIBLE',
    ],
    [
      'a member may still tip the share',
      {},
      [person('a', 'HTXS'), person('b', 'HTT', { conduct: null })],
      'TTLDTT',
      'NEEDS_AUTHORITY',
    ],
    [
      'a member was warned',
      {},
      [person('a', 'HTXS', { discipline: { level: 'CANH_CAO' } })],
      'TTLDTT',
      'NOT_ELIGIBLE',
    ],
    [
      'a reprimand is lighter than that',
      {},
      [person('a', 'HTXS', { discipline: { level: 'KHIEN_TRACH' } })],
      'TTLDTT',
      'ELIGIBLE',
    ],
    [
      'the unit has no class yet',
      { yearClass: null },
      [person('a', 'HTXS')],
      'TTLDTT',
      'INSUFFICIENT_DATA',
    ],
    [
      'a member failed the year',
      {},
      [person('a', 'HTXS'), person('b', 'HTT'), person('c', 'HTT'), person('d', 'KHT')],
      'TTLDXS',
      'NOT_ELIGIBLE',
    ],
    [
      'it is not first in its bloc',
      { firstInBloc: no },
      [person('a', 'HTXS')],
      'CO',
      'NOT_ELIGIBLE',
    ],
  ];
  it.each(missing)('where %s', (...[, more, people, title, status]) => {
    expect(found(run(people, withQuota('1'), { of: unit(more) }), title, 'p1').status).toBe(status);
  });

  it('ask for both HTXS and an initiative where an office sets that standard', () => {
    const { cstdcsStandard } = half.parameters;
    const rules = readTitleRules({
      ...half,
      parameters: {
        ...half.parameters,
        cstdcsStandard: { ...cstdcsStandard, value: 'HTXS_AND_INITIATIVE', approver: 'gd' },
      },
    });
    const statusOf = (more: Partial<Person>) =>
      found(run([person('a', 'HTXS', more), person('b', 'HTT')], rules), 'CSTDCS', 'a').status;
    expect(statusOf({})).toBe('NOT_ELIGIBLE');
    expect(statusOf({ initiative: null })).toBe('INSUFFICIENT_DATA');
    expect(statusOf({ initiative: yes })).toBe('ELIGIBLE');
  });

  it('refuse facts about a unit they do not hold, and rules that nobody confirmed', () => {
    expect(() => run([person('a', 'HTT', { unitId: 'la' })])).toThrow('people[0].unitId');
    const { cstdcsQuota } = titlesV1.parameters;
    const unsure = { ...titlesV1.parameters, cstdcsQuota: { ...cstdcsQuota, enabled: true } };
    expect(titleRulesProblems({ ...titlesV1, parameters: unsure })).toMatchObject([
      { path: 'parameters.cstdcsQuota.enabled' },
    ]);
  });
});
