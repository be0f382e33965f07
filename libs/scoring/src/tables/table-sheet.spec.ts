import { tableSheet } from './sheet/table-sheet';
import {
  criterion,
  emulationTable,
  entry,
  factsOf,
  item,
  mark,
  reformSheet,
} from './testing/tables.fixtures';
import type { WrittenTableFacts } from './facts/table-facts';
import type { TableRules } from './rules/table-rules';

const score = (facts: WrittenTableFacts, rules: TableRules) =>
  tableSheet(facts, rules, (document) => JSON.stringify(document));

const plan = item('ke-hoach', { kind: 'RATIO', max: '60' });
const onTime = item('dung-han', {
  kind: 'BANDS',
  max: '30',
  bands: [
    { atLeast: '1', points: '30' },
    { atLeast: '0.8', points: 'RATIO' },
  ],
});
const report = item('bao-cao', { kind: 'FIXED', max: '10' });
const idea = item('sang-kien', { kind: 'COUNT', max: '100', perUnit: '3/2' });
const late = item('bao-cao-muon', { kind: 'COUNT', max: '100', perUnit: '3' });
const table = emulationTable({
  items: [plan, onTime, report],
  bonuses: [idea],
  penalties: [late],
});

const whole = (done: string, more: Parameters<typeof entry>[1] = []) => [
  { itemId: 'ke-hoach', marks: [mark('SELF', { value: done, of: '9' })] },
  { itemId: 'dung-han', marks: [mark('SELF', { value: '5', of: '6' })] },
  { itemId: 'bao-cao', marks: [mark('SELF', { value: '1' })] },
  ...more,
];

describe('a local emulation table', () => {
  it('adds items, bonus under its cap and penalty under its own, in exact fractions', () => {
    const marked = whole('7', [
      { itemId: 'sang-kien', marks: [mark('SELF', { value: '10' })] },
      { itemId: 'bao-cao-muon', marks: [mark('SELF', { value: '2' })] },
    ]);
    const { entries } = score(factsOf([entry('a', marked)]), table);
    // By hand: 60 × 7/9 = 140/3, 30 × 5/6 = 25, 10; bonus 15 → 5; penalty 6.
    expect(entries[0]).toMatchObject({
      reached: 'SELF',
      totals: [
        {
          stage: 'SELF',
          status: 'SCORED',
          items: { exact: '245/3' },
          bonus: { exact: '5' },
          penalty: { exact: '6' },
          total: { exact: '242/3', decimal: '80.67' },
        },
        { stage: 'CROSS', status: 'INSUFFICIENT_DATA', total: null },
        { stage: 'APPRAISED', total: null },
        { stage: 'FINAL', total: null },
      ],
    });
  });

  it('keeps the stages side by side, each with who, when and why', () => {
    const marks = [mark('SELF', { value: '9', of: '9' }), mark('APPRAISED', { points: '50' })];
    const { entries } = score(factsOf([entry('a', [{ itemId: 'ke-hoach', marks }])]), table);
    const kept = entries[0]?.items[0]?.stages;
    expect(kept?.SELF).toMatchObject({ points: { exact: '60' }, formula: '60 × min(1, 9/9)' });
    expect(kept?.APPRAISED).toMatchObject({
      points: { exact: '50' },
      actor: 'cb-1',
      at: '2026-12-01T08:00:00+07:00',
      reason: 'theo báo cáo',
      eventIds: ['APPRAISED-1'],
    });
  });

  it('wants a bonus that was claimed stated again by the appraisal', () => {
    const both = (itemId: string, what: Parameters<typeof mark>[1]) => ({
      itemId,
      marks: [mark('SELF', what), mark('FINAL', what)],
    });
    const marked = [
      both('ke-hoach', { points: '60' }),
      both('dung-han', { points: '30' }),
      both('bao-cao', { value: '1' }),
      { itemId: 'sang-kien', marks: [mark('SELF', { value: '1' })] },
    ];
    const { entries } = score(factsOf([entry('a', marked)]), table);
    expect(entries[0]?.totals.at(-1)).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      reasons: [{ code: 'NOT_MARKED', itemId: 'sang-kien' }],
    });
  });

  it('ranks the bloc, and leaves equals to the authority until it decided', () => {
    const entries = [
      entry('a', whole('8')),
      entry('b', whole('9')),
      entry('c', whole('8')),
      entry('d', []),
    ];
    const open = score(factsOf(entries), table).groups[0];
    expect(open).toMatchObject({
      stage: 'SELF',
      ranks: [
        { id: 'b', rank: 1 },
        { id: 'a', rank: 2 },
        { id: 'c', rank: 2 },
      ],
      tied: [['a', 'c']],
      unranked: ['d'],
    });
    const tieBreak = { order: ['c', 'a'], reason: 'biểu quyết', decidedBy: 'truong-khoi' };
    expect(score(factsOf(entries, tieBreak), table).groups[0]).toMatchObject({
      ranks: [{ id: 'b' }, { id: 'c', rank: 2 }, { id: 'a', rank: 3 }],
      tied: [],
    });
  });

  it.each([
    ['an item the table does not have', 'itemId', [{ itemId: 'la' }]],
    [
      'no plan to measure by',
      'cần of',
      [{ itemId: 'ke-hoach', marks: [mark('SELF', { value: '1' })] }],
    ],
    [
      'more points than the maximum',
      'nhiều nhất 60',
      [{ itemId: 'ke-hoach', marks: [mark('SELF', { points: '61' })] }],
    ],
    [
      'a stage twice',
      'hai lần',
      [{ itemId: 'bao-cao', marks: [mark('SELF', { value: '1' }), mark('SELF', { value: '0' })] }],
    ],
    ['a survey', 'SURVEY', [{ itemId: 'bao-cao', marks: [mark('SURVEY', { points: '0' })] }]],
    [
      'half a yes',
      '"1" hoặc "0"',
      [{ itemId: 'bao-cao', marks: [mark('SELF', { value: '1/2' })] }],
    ],
  ])('refuses %s, naming the place', (_case, named, items) => {
    const run = () => score(factsOf([entry('a', items)]), table);
    expect(run).toThrow(expect.objectContaining({ code: 'FACTS_INVALID' }) as Error);
    expect(run).toThrow(named);
    expect(run).toThrow('entries[0].items[0]');
  });
});

describe('the reform sheet', () => {
  const DOCUMENT = [{ document: '12/BC-SCT' }];
  const rows = [
    criterion('1.1', { kind: 'FIXED', max: '20' }),
    criterion('1.2', { kind: 'RATIO', max: '30' }),
    criterion('2', { kind: 'FIXED', max: '0', surveyMax: '20' }),
    criterion('3', { kind: 'FIXED', max: '10' }),
  ];
  const given = (evidence = DOCUMENT) => [
    {
      itemId: '1.1',
      marks: [mark('SELF', { value: '1' }), mark('APPRAISED', { points: '18' })],
      evidence,
    },
    {
      itemId: '1.2',
      marks: [mark('SELF', { value: '1', of: '2' }), mark('APPRAISED', { value: '1', of: '3' })],
      evidence: DOCUMENT,
    },
    { itemId: '2', marks: [mark('SURVEY', { points: '17' })] },
    { itemId: '3', notArisen: { reason: 'không có thủ tục', decidedBy: 'vp' } },
  ];
  const appraisal = (rules: TableRules, items = given()) =>
    score(factsOf([entry('sct', items)]), rules).entries[0]?.totals.find(
      ({ stage }) => stage === 'APPRAISED',
    );

  it('is what was appraised and surveyed over the maximum that applies', () => {
    // By hand: (18 + 10 + 17) / (20 + 30 + 20) × 100.
    expect(appraisal(reformSheet(rows, 'EXCLUDED'))).toMatchObject({
      total: { exact: '450/7', decimal: '64.29' },
      maximum: { exact: '70' },
    });
    // (18 + 10 + 10 + 17) / 80 × 100.
    expect(appraisal(reformSheet(rows, 'FULL_MARKS'))).toMatchObject({
      total: { exact: '275/4' },
    });
  });

  it('gives nothing without evidence, and says so', () => {
    expect(appraisal(reformSheet(rows, 'EXCLUDED'), given([]))).toMatchObject({
      total: { exact: '270/7' },
      reasons: [
        { code: 'NO_EVIDENCE', itemId: '1.1' },
        { code: 'NOT_ARISEN', itemId: '3' },
      ],
    });
  });

  it('leaves what did not arise to the authority as long as the province has not said', () => {
    expect(appraisal(reformSheet(rows))).toMatchObject({
      status: 'NEEDS_AUTHORITY',
      total: null,
      reasons: [{ code: 'NOT_ARISEN_OPEN', itemId: '3' }],
    });
  });

  it('has no index before the survey is in', () => {
    const items = given().filter(({ itemId }) => itemId !== '2');
    expect(appraisal(reformSheet(rows, 'EXCLUDED'), items)).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      total: null,
    });
  });
});
