import { localDate, type LocalMonth } from '@thidua/kernel';
import { assigned, told } from '@thidua/projections/testing';
import { factsOf } from '../questions/testing/facts-of';
import { briefingOf } from './briefing';
import { briefingPaper } from './briefing-paper';

const MONTH = '2025-10' as LocalMonth;
const CUT_OFF = '2025-11-01';
const given = (no: string, dueOn: string | null) =>
  assigned('2025-09-01', dueOn, ['qlcn'], { title: `Việc ${no}` });
const progress = (text: string) =>
  told('ProgressReported', '2025-10-30', {
    ...{ unitId: 'qlcn', period: '2025-10', text },
    ...{ reportedOn: '2025-10-30', reportDueOn: '2025-10-31' },
  });
const result = (on: string) => told('ResultReported', on, { unitId: 'qlcn', attempt: 1 });
const sentBack = told('ResultReturned', '2025-10-20', { reason: 'Thiếu số liệu', attempt: 1 });

const briefing = briefingOf(
  MONTH,
  factsOf(
    {
      tasks: {
        't2.10': [given('2.10', '2025-10-15'), progress('Chờ thẩm định')],
        't2.9': [given('2.9', '2025-10-10')],
        't3.1': [given('3.1', null), told('TriggerAwaited', '2025-09-01', { condition: 'Nếu có' })],
        't3.2': [given('3.2', '2025-12-31'), progress('Đã trình'), result('2025-10-28')],
        't3.3': [given('3.3', '2025-12-31'), result('2025-10-15'), sentBack],
      },
    },
    { asOf: CUT_OFF },
  ),
);
const own = briefing.units.find(({ unitId }) => unitId === 'qlcn');

describe('the briefing of a month', () => {
  it('names the tasks of a unit in the order of their numbers, as people count', () => {
    expect(own?.late.map(({ no }) => no)).toEqual(['2.9', '2.10']);
    expect(own?.noReport.map(({ no }) => no)).toEqual(['2.9', '3.3']);
  });

  it('gives what the unit said of work that is overdue', () => {
    expect(own?.late).toMatchObject([
      { no: '2.9', progress: null, daysLate: 22, eventIds: ['t2.9#1'] },
      { no: '2.10', progress: 'Chờ thẩm định', daysLate: 17, eventIds: ['t2.10#1', 't2.10#2'] },
    ]);
  });

  it('tells work in hand from work that waits for its trigger or for its judges', () => {
    expect(own?.open.map(({ no, standing }) => [no, standing])).toEqual([
      ['3.1', 'waiting'],
      ['3.2', 'reported'],
      ['3.3', 'working'],
    ]);
  });

  it('says all this on paper', () => {
    const { body } = briefingPaper(briefing, {
      letterhead: { parent: null, name: 'Sở', place: 'An Hải', abbreviation: 'SCT' },
      asOf: localDate(CUT_OFF),
      nameOf: (unitId) => unitId,
    });
    const states = body.flatMap((block) =>
      block.kind === 'table' && block.table.columns[0]?.title === 'Số'
        ? block.table.rows.map((row) => [row[0], row[2]])
        : [],
    );
    expect(states).toEqual([
      ['2.9', 'Quá hạn 22 ngày (hạn 10/10/2025)\nKhông có báo cáo tháng'],
      ['2.10', 'Quá hạn 17 ngày (hạn 15/10/2025)\nChờ thẩm định'],
      ['3.1', 'Chờ điều kiện phát sinh'],
      ['3.2', 'Đã báo cáo kết quả, chờ xác nhận, hạn 31/12/2025\nĐã trình'],
      ['3.3', 'Đang thực hiện, hạn 31/12/2025\nKhông có báo cáo tháng'],
    ]);
  });
});
