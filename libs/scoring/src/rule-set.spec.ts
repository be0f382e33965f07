import { CommandRejected } from '@thidua/kernel';
import { unitTaskResultsV1 } from './rule-sets/unit-task-results.v1';
import { parseRuleSet, ruleSetProblems } from './validate-rule-set';

const [quantity, ...others] = unitTaskResultsV1.items;
const pathsOf = (input: unknown) => ruleSetProblems(input).map(({ path }) => path);
const withFirst = (change: object) => ({
  ...unitTaskResultsV1,
  items: [{ ...quantity, ...change }, ...others],
});

describe('the shipped rule set for units', () => {
  it('is valid, a proposal, and unchanged by being read', () => {
    expect(parseRuleSet(JSON.parse(JSON.stringify(unitTaskResultsV1)))).toEqual(unitTaskResultsV1);
    expect(unitTaskResultsV1.status).toBe('proposal');
  });

  it('says of every item which part is law and which is a proposal', () => {
    const natures = Object.fromEntries(
      unitTaskResultsV1.items.map(({ id, legalBasis }) => [
        id,
        [...new Set(legalBasis.map(({ nature }) => nature))],
      ]),
    );
    expect(natures).toEqual({
      quantity: ['law', 'proposal'],
      quality: ['law', 'proposal'],
      progress: ['law', 'proposal'],
      reporting: ['proposal'],
      coordination: ['proposal'],
    });
  });
});

describe('a rule set', () => {
  it.each([
    ['maxima that miss the scale', withFirst({ max: '24' }), ['scale']],
    ['an item in use that nobody confirmed', withFirst({ confidence: 'L' }), ['items.0.enabled']],
    ['an id used twice', withFirst({ id: 'quality' }), ['items.1.id']],
    ['an unknown measure', withFirst({ measure: 'charm' }), ['items.0.measure']],
    ['an unknown kind of rule', withFirst({ kind: 'DICE' }), ['items.0.kind']],
    ['an unknown field', withFirst({ colour: 'red' }), ['items.0']],
    ['a float', withFirst({ max: 25 }), ['items.0.max']],
    ['no legal basis', withFirst({ legalBasis: [] }), ['items.0.legalBasis']],
    ['a deduction over the whole', withFirst({ deductPerTime: '5/4' }), ['items.0.deductPerTime']],
    [
      'an end before its beginning',
      { ...unitTaskResultsV1, validUntil: '2024-12-31' },
      ['validUntil'],
    ],
    [
      'bands in the wrong order',
      {
        ...unitTaskResultsV1,
        bands: ['50', '70'].map((atLeast) => ({ atLeast, title: { vi: 'Mức', en: 'Band' } })),
      },
      ['bands.1.atLeast'],
    ],
    [
      'a kind of unit in two groups',
      {
        ...unitTaskResultsV1,
        rankingGroups: unitTaskResultsV1.rankingGroups.map((group) => ({
          ...group,
          kinds: ['division'],
        })),
      },
      ['rankingGroups.1.kinds', 'rankingGroups.2.kinds'],
    ],
  ])('with %s is refused at its place', (_case, input, paths) => {
    expect(pathsOf(input)).toEqual(paths);
  });

  it('with bands that give more than the maximum is refused', () => {
    const band = {
      kind: 'BANDS',
      bands: [
        { atLeast: '1', points: '26' },
        { atLeast: '1', points: 'RATIO' },
      ],
    };
    const { deductPerTime, ...first } = { deductPerTime: null, ...quantity };
    expect(deductPerTime).toBeNull();
    const input = { ...unitTaskResultsV1, items: [{ ...first, ...band }, ...others] };
    expect(pathsOf(input)).toEqual(['items.0.bands.1.atLeast', 'items.0.bands.0.points']);
  });

  it('that is switched off does not count toward the scale', () => {
    const off = { ...others[0], id: 'extra', confidence: 'L', enabled: false };
    expect(pathsOf({ ...unitTaskResultsV1, items: [...unitTaskResultsV1.items, off] })).toEqual([]);
  });

  it('is refused with every problem, in Vietnamese first', () => {
    let rejection: unknown;
    try {
      parseRuleSet(withFirst({ max: '24', confidence: 'L' }));
    } catch (error) {
      rejection = error;
    }
    expect(rejection).toBeInstanceOf(CommandRejected);
    const { code, vi } = rejection as CommandRejected;
    expect(code).toBe('RULE_SET_INVALID');
    expect(vi).toContain('items.0.enabled: quy tắc chưa được xác nhận');
    expect(vi).toContain('scale: tổng điểm tối đa của các mục đang dùng là 99');
  });
});
