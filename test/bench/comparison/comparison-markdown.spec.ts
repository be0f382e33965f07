import { comparisonMarkdown, type Comparison } from './comparison-markdown';

const spread = (median: number) => ({ median, min: median / 2, max: median * 2 });

const comparison: Comparison = {
  introduction: 'What is compared.',
  names: { thidua: 'Thi Đua', floor: 'INSERT floor', emmett: 'Emmett' },
  ratioTitle: 'one over the other',
  rateTitle: 'Events per second',
  latencyTitle: 'p99, ms',
  unfit: null,
  conditions: {
    measuredAt: '2026-01-05T01:30:00.000Z',
    place: { kind: 'postgres', about: 'a server', settings: { fsync: 'on' } },
    machine: {
      node: '20.19.0',
      cpu: 'A processor',
      cores: 2,
      memoryGiB: 8,
      platform: 'linux x64',
      loadBefore: 0.2,
    },
    versions: { pg: '8.0.0' },
    leftOut: {},
  },
  results: [
    {
      case: 'one case',
      contenders: [{ contender: 'thidua', eventsPerSecond: spread(9146), p99Ms: spread(6.6) }],
      ratios: [{ to: 'floor', ratio: spread(1.2) }],
    },
  ],
  bars: [
    {
      ...{ case: 'one case', to: 'floor', what: 'one case, beside INSERT floor' },
      ...{ limit: '≥ 1.5', found: '1.20', verdict: 'missed', why: null },
    },
  ],
  facts: [['Size', '3 repetitions']],
};

describe('the section of a comparison', () => {
  it('prints a missed bar as missed, beside its ratio and before the rates', () => {
    const page = comparisonMarkdown(comparison);
    const ratio = '| one case | INSERT floor | 1.20 (0.60..2.40) | ≥ 1.5 | **missed** |';
    expect(page).toContain(ratio);
    expect(page.indexOf(ratio)).toBeLessThan(
      page.indexOf('| one case | Thi Đua | 9,146 (4,573..18,292) | 6.6 |'),
    );
    expect(page).toContain('| Size | 3 repetitions |');
  });

  it('has no remarks about a quiet server with every contender', () => {
    expect(comparisonMarkdown(comparison)).not.toMatch(/busy|left out|Nothing was judged/);
  });

  it('leaves the percentile out where no single piece of work is timed', () => {
    const page = comparisonMarkdown({ ...comparison, latencyTitle: null });
    expect(page).toContain('| one case | Thi Đua | 9,146 (4,573..18,292) |\n');
  });

  it('says what disturbs the comparison', () => {
    const { conditions } = comparison;
    const page = comparisonMarkdown({
      ...comparison,
      unfit: 'this is an embedded engine',
      conditions: {
        ...conditions,
        machine: { ...conditions.machine, loadBefore: 9 },
        leftOut: { emmett: 'no server' },
      },
    });
    expect(page).toContain('busy with other work when the run began (load 9.0 on 2 cores)');
    expect(page).toContain('Emmett was left out: no server.');
    expect(page).toContain('Nothing was judged at a server: this is an embedded engine.');
  });
});
