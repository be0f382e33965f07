import { appendMarkdown } from './append-markdown';
import type { AppendReport } from './append-report';

const spread = (median: number) => ({ median, min: median / 2, max: median * 2 });

const report: AppendReport = {
  scenario: 'append',
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
  load: { dataBytes: 240, metadataBytes: 250, reps: 3, count: 2000 },
  emmettLeftOut: null,
  results: [
    {
      case: 'one case',
      writers: 16,
      eventsPerAppend: 1,
      contenders: [{ contender: 'thidua', eventsPerSecond: spread(9146), p99Ms: spread(6.6) }],
      ratios: [{ to: 'floor', ratio: spread(1.2) }],
    },
  ],
  bars: [{ case: 'one case', to: 'floor', atLeast: 1.5, ratio: 1.2, verdict: 'missed' }],
};

describe('the section about appends', () => {
  it('prints a missed bar as missed, beside its ratio and before the rates', () => {
    const page = appendMarkdown(report);
    const ratio = '| one case | INSERT floor | 1.20 (0.60..2.40) | ≥ 1.5 | **missed** |';
    expect(page).toContain(ratio);
    expect(page.indexOf(ratio)).toBeLessThan(
      page.indexOf('| one case | Thi Đua | 9,146 (4,573..18,292)'),
    );
  });

  it('has no remarks about a quiet server with every contender', () => {
    expect(appendMarkdown(report)).not.toMatch(/busy|left out|bars are about/);
  });

  it('says what disturbs the comparison', () => {
    const page = appendMarkdown({
      ...report,
      place: { ...report.place, kind: 'pglite' },
      machine: { ...report.machine, loadBefore: 9 },
      emmettLeftOut: 'no server',
      bars: [{ case: 'one case', to: 'floor', atLeast: 1.5, ratio: 1.2, verdict: 'not measured' }],
    });
    expect(page).toContain('busy with other work when the run began (load 9.0 on 2 cores)');
    expect(page).toContain('Emmett was left out: no server.');
    expect(page).toContain('this was an embedded engine');
    expect(page).toContain('the one session of the engine');
  });
});
