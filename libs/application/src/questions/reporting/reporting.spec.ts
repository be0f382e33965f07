import { assigned, reported, told } from '@thidua/projections/testing';
import { localDate } from '@thidua/kernel';
import type { Request } from '../frame/question';
import { factsOf } from '../testing/facts-of';
import { figureOf, rowsOf } from '../testing/reading';
import { whoDidNotReport } from './q07-who-did-not-report';
import { silentOngoing } from './q10-silent-ongoing';
import { coordination } from './q15-coordination';

const nil = (period: string, on: string, due: string, unitId = 'qlcn') =>
  told('NilReported', on, { unitId, period, reportedOn: on, reportDueOn: due });
const LAST_QUARTER = { fromMonth: '2025-10', toMonth: '2025-12' } as unknown as Partial<Request>;

describe('question 7: who did not report, who was late, who reported nil', () => {
  const facts = factsOf(
    {
      tasks: {
        t1: [
          assigned('2025-09-15', null),
          reported('2025-10', '2025-10-30', '2025-10-31'),
          nil('2025-11', '2025-11-29', '2025-11-30'),
          reported('2025-12', '2026-01-02', '2025-12-31'),
        ],
        t2: [
          assigned('2025-09-15', null, ['qltm']),
          reported('2025-10', '2025-10-30', '2025-10-31', 'qltm'),
        ],
      },
    },
    { asOf: '2026-01-10', ...LAST_QUARTER },
  );
  const answer = whoDidNotReport.answer(facts);

  it('tells missing, late and nil apart for each unit and month', () => {
    expect(rowsOf(answer, 'reports')).toMatchObject([
      { period: '2025-11', unitId: 'qlcn', status: 'nil', eventIds: ['t1#3'] },
      { period: '2025-11', unitId: 'qltm', status: 'missing', eventIds: ['t2#1'] },
      { period: '2025-12', unitId: 'qlcn', status: 'late', eventIds: ['t1#4'] },
      { period: '2025-12', unitId: 'qltm', status: 'missing', eventIds: ['t2#1'] },
    ]);
    expect(rowsOf(answer, 'units')[0]).toMatchObject({ period: '2025-10', owed: 1, inTime: 1 });
  });

  it('counts only the months asked about', () => {
    expect(figureOf(answer, 'owed')[0]).toBe(6);
    expect(figureOf(answer, 'missing')).toEqual([2, ['t2#1']]);
    const all = { ...facts, request: { ...facts.request, fromMonth: null } };
    expect(figureOf(whoDidNotReport.answer(all), 'missing')[0]).toBe(4);
  });
});

describe('question 10: ongoing tasks silent for two months or longer', () => {
  it('tells runs of silence and not single months', () => {
    const ongoing = { kind: 'ongoing' } as const;
    const facts = factsOf(
      {
        tasks: {
          // Silent in February and March, and again in May alone.
          t1: [
            assigned('2025-01-02', null, ['qlcn'], ongoing),
            reported('2025-01', '2025-01-31', '2025-01-31'),
            nil('2025-04', '2025-04-29', '2025-04-30'),
            reported('2025-06', '2025-06-30', '2025-06-30'),
          ],
          t2: [assigned('2025-01-02', null)],
        },
      },
      { asOf: '2025-06-30' },
    );
    const answer = silentOngoing.answer(facts);
    expect(rowsOf(answer, 'tasks')).toMatchObject([
      { no: '1', unitId: 'qlcn', from: '2025-02', to: '2025-03', months: 2, eventIds: ['t1#1'] },
    ]);
    expect(figureOf(answer, 'silences')[0]).toBe(1);
  });

  it('sees a silence over the turn of the year as one', () => {
    const facts = factsOf(
      { tasks: { t1: [assigned('2025-12-01', null, ['qlcn'], { kind: 'ongoing' })] } },
      { asOf: '2026-02-01' },
    );
    expect(rowsOf(silentOngoing.answer(facts), 'tasks')).toMatchObject([
      { from: '2025-12', to: '2026-01', months: 2 },
    ]);
  });
});

describe('question 15: coordination asked and answered, unit by unit', () => {
  it('counts what was asked, and what was answered in time', () => {
    const asked = (requestId: string, unitId: string) =>
      told('CoordinationAsked', '2025-02-01', {
        ...{ requestId, unitId, askedOn: '2025-02-01' },
        answerDueOn: '2025-02-10',
      });
    const answered = (requestId: string, on: string) =>
      told('CoordinationAnswered', on, { requestId, answeredOn: on, inTime: null });
    const facts = factsOf(
      {
        tasks: {
          t1: [
            assigned('2025-01-10', null),
            asked('r1', 'qltm'),
            asked('r2', 'qltm'),
            asked('r3', 'qlnl'),
            answered('r1', '2025-02-10'),
            answered('r2', '2025-02-11'),
          ],
        },
      },
      { asOf: '2025-12-31' },
    );
    const answer = coordination.answer(facts);
    expect(rowsOf(answer, 'units')).toMatchObject([
      { unitId: 'qlnl', asked: 1, inTime: 0, overdue: 1, eventIds: ['t1#4'] },
      { unitId: 'qltm', asked: 2, inTime: 1, late: 1 },
    ]);
    expect(figureOf(answer, 'inTime')).toEqual([1, ['t1#2', 't1#5']]);
    const day = { ...facts.request, asOf: localDate('2025-02-10'), unitId: 'qltm' };
    expect(figureOf(coordination.answer({ ...facts, request: day }), 'asked')[0]).toBe(2);
  });
});
