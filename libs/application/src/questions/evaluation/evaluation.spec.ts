import { localDate } from '@thidua/kernel';
import { assigned, completed, told } from '@thidua/projections/testing';
import { closedSheet, SHEET_ID } from '@thidua/evaluation/testing';
import type { TargetAsOf } from '@thidua/projections';
import type { HashedSheet } from '../../scores/hashed-sheet';
import { apart, by, factsOf } from '../testing/facts-of';
import { figureOf, rowsOf } from '../testing/reading';
import { targetFindings } from './q21-targets';
import { sheetFindings } from './q22-sheet-then-and-now';
import { foldCriteria } from '../testing/fold-criteria';
import { criteriaFindings } from './q24-criteria-proof';
import { changesAfterClosing } from './q23-changes-after-closing';

const day = '2025-01-10';
const DUE = '2025-06-30';

describe('question 21: what the targets reached', () => {
  it('gives the outcome with the document and day of the value, and what has no data', () => {
    const target = (name: string, more: object) =>
      ({
        ...{ planId: 'p1', name, parent: null, comparatorText: 'đạt', value: '100', unit: '%' },
        ...{ growthPct: null, outcome: 'noData', reported: null, ...more },
      }) as unknown as TargetAsOf;
    const source = { number: '9/BC-SCT', date: localDate('2025-12-20'), issuer: null, title: null };
    const reported = { value: '101', growthPct: null, asOf: '2025-12-15', source, eventId: 'v1' };
    const { others } = factsOf(
      {
        tasks: {},
        apart: [apart('PlanImported', day, { planId: 'p1', tasks: [], targets: [] })],
      },
      { asOf: '2025-12-31' },
    );
    const answer = targetFindings(
      [target('Chỉ số', { outcome: 'exceeded', reported }), target('Điện', {})],
      others,
    );
    expect(rowsOf(answer, 'targets')).toMatchObject([
      {
        wanted: 'đạt 100 %',
        reached: '101',
        source: '9/BC-SCT ngày 20/12/2025',
        valueOn: '2025-12-15',
        eventIds: ['apart#1', 'v1'],
      },
      { reached: null, outcome: 'noData', eventIds: ['apart#1'] },
    ]);
    expect(figureOf(answer, 'exceeded')).toEqual([1, ['apart#1', 'v1']]);
  });
});

/** Frozen at position 3 as of the year's end; then a completion is entered late and another one corrected. */
const closed = {
  tasks: {
    t1: [assigned(day, DUE), by('cb-9', 'qlcn', completed('2025-06-20', '2026-01-12'))],
    t2: [
      assigned(day, DUE),
      completed('2025-06-25'),
      by(
        'cb-004',
        'vp',
        told('TaskCorrected', '2026-01-15', {
          ...{ eventId: 't2#2', field: 'completedOn', reason: 'Nhập sai ngày', agreedBy: 'gd' },
          ...{ was: '2025-06-25', now: '2025-07-05', correctedOn: '2026-01-15' },
        }),
      ),
    ],
    t3: [assigned(day, null), told('WorkStarted', '2026-01-20', { startedOn: '2026-01-20' })],
  },
  apart: [
    apart('EvaluationOpened', '2026-01-05', { evaluationId: '2025.r', year: 2025 }),
    apart('EvaluationFrozen', '2026-01-05', {
      ...{ evaluationId: '2025.r', position: '4', asOf: '2025-12-31', frozenOn: '2026-01-05' },
    }),
    apart('ScoreAdjusted', '2026-01-18', {
      ...{ evaluationId: '2025.r', unitId: 'qlcn', line: 'progress', points: '10' },
      ...{ reason: 'Kết luận họp', agreedBy: 'pgd' },
    }),
  ],
};

describe('question 22: the sheet of the meeting and the one of today', () => {
  const sheet = (position: string, total: string, rank: number, sheetHash: string) =>
    ({
      ...{ position, sheetHash },
      units: [
        {
          unit: { unitId: 'qlcn', kind: 'division' },
          total: { exact: total, decimal: total },
          lines: [{ entries: [{ eventIds: ['t1#1'] }] }],
        },
      ],
      groups: [{ ranks: [{ unitId: 'qlcn', rank }] }],
    }) as unknown as HashedSheet;
  const facts = factsOf(closed, { asOf: '2025-12-31' });
  const answer = sheetFindings(
    { then: sheet('4', '80', 2, 'h1'), now: sheet('9', '90', 1, 'h2'), recordedHash: 'h1' },
    facts,
  );

  it('says whether the recorded sheet was rebuilt, and what each unit has now', () => {
    expect(figureOf(answer, 'rebuilt')).toEqual(['đúng', ['apart#2']]);
    expect(rowsOf(answer, 'units')).toMatchObject([
      {
        unitId: 'qlcn',
        ...{ totalThen: '80', totalNow: '90', rankThen: 2, rankNow: 1, isChanged: true },
      },
    ]);
  });

  it('names the tasks that are seen otherwise on the same day, with the events recorded since', () => {
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      { no: '1', bucketThen: 'openOverdue', bucketNow: 'doneOnTime', eventIds: ['t1#2'] },
      { no: '2', bucketThen: 'doneOnTime', bucketNow: 'doneLate', eventIds: ['t2#3'] },
    ]);
  });

  it('says so when the record cannot be rebuilt', () => {
    const then = sheet('4', '80', 2, 'other');
    const broken = sheetFindings({ then, now: then, recordedHash: 'h1' }, facts);
    expect(figureOf(broken, 'rebuilt')[0]).toBe('KHÁC');
  });
});

describe('question 23: who changed what after the closing', () => {
  it('lists late entries, corrections and adjustments, and not the work of the new year', () => {
    const answer = changesAfterClosing.answer(factsOf(closed, { asOf: '2025-12-31' }));
    expect(rowsOf(answer, 'changes')).toMatchObject([
      { no: '1', actorId: 'cb-9', on: '2025-06-20', agreedBy: null, eventIds: ['t1#2'] },
      {
        no: '2',
        actorId: 'cb-004',
        agreedBy: 'gd',
        what: 'completedOn: 2025-06-25 → 2025-07-05; Nhập sai ngày',
      },
      { no: '', agreedBy: 'pgd', what: 'qlcn progress: 10; Kết luận họp', eventIds: ['apart#3'] },
    ]);
    expect(figureOf(answer, 'withoutSecondPerson')).toEqual([1, ['t1#2']]);
    expect(figureOf(answer, 'closedAsOf')).toEqual(['2025-12-31', ['apart#2']]);
  });

  it('takes the day asked about for the closing while nothing is frozen', () => {
    const { apart: _none, ...open } = closed;
    const answer = changesAfterClosing.answer(factsOf(open, { asOf: '2025-12-31' }));
    expect(figureOf(answer, 'changes')).toEqual([2, ['t1#2', 't2#3']]);
  });
});

describe('question 24: what proves each criterion of the reform self-scoring', () => {
  const rows = foldCriteria(closedSheet());
  const view = { asOf: localDate('2026-12-31'), known: 100n, unitId: null };

  it('gives proof, gaps and the unit in charge, and the index of what was appraised and surveyed', () => {
    const answer = criteriaFindings(rows, view);
    expect(rowsOf(answer, 'criteria')).toMatchObject([
      { criterionId: '1.1', unitId: 'qlcn', proof: 'nhiệm vụ nv-1', appraised: '18', gaps: '' },
      { criterionId: '2', survey: '8', gaps: 'chưa giao đơn vị phụ trách' },
      { criterionId: '3', gaps: '' },
    ]);
    // By hand: (18 + 8) / (20 + 10) × 100; criterion 3 did not arise and is left out.
    expect(figureOf(answer, `index.${SHEET_ID}`)[0]).toBe('86.67');
    expect(figureOf(answer, 'withProof')[0]).toBe(1);
  });

  it('knows only what was known at the position asked about, and nothing before the opening', () => {
    const early = criteriaFindings(rows, { ...view, known: 3n });
    expect(rowsOf(early, 'criteria')[0]).toMatchObject({
      self: '20',
      appraised: null,
      gaps: 'chưa thẩm định',
    });
    expect(figureOf(early, `index.${SHEET_ID}`)[0]).toBeNull();
    const before = criteriaFindings(rows, { ...view, asOf: localDate('2026-11-29') });
    expect(rowsOf(before, 'criteria')).toEqual([]);
  });

  it('may be narrowed to the unit in charge', () => {
    const own = criteriaFindings(rows, { ...view, unitId: 'qlcn' });
    expect(rowsOf(own, 'criteria')).toHaveLength(1);
  });
});
