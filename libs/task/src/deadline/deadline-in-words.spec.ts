import { localDate } from '@thidua/kernel';
import { DUE_ON, paper, sampleFacts, TODAY } from '../testing';
import type { DeadlineChange } from './deadline-history';
import { deadlineInWords } from './deadline-in-words';

const change = (given: Partial<DeadlineChange> = {}): DeadlineChange => ({
  eventId: 'e1',
  setBy: 'extension',
  on: TODAY,
  from: DUE_ON,
  dueOn: localDate('2026-07-31'),
  timeText: null,
  reason: null,
  document: null,
  derivation: null,
  ...given,
});
const counted = (given: Partial<typeof sampleFacts.DeadlineDerived>) =>
  deadlineInWords(
    change({ derivation: { ...sampleFacts.DeadlineDerived, eventId: 'e2', ...given } }),
  );
const weekend = sampleFacts.DeadlineDerived.daysOff;

describe('a due date in words', () => {
  it('names neither document nor reason nor words of the plan where there are none', () => {
    expect(deadlineInWords(change())).toBe(
      'Gia hạn ngày 10/03/2026: từ 30/06/2026 đến 31/07/2026.',
    );
    expect(deadlineInWords(change({ setBy: 'plan', from: null }))).toBe(
      'Theo kế hoạch giao ngày 10/03/2026: 31/07/2026.',
    );
    expect(deadlineInWords(change({ setBy: 'plan', dueOn: null, timeText: 'Cả năm' }))).toBe(
      'Theo kế hoạch giao ngày 10/03/2026: không có hạn (“Cả năm”).',
    );
  });

  it('names the paper by which a trigger came', () => {
    expect(deadlineInWords(change({ setBy: 'trigger', document: paper }))).toBe(
      'Đã có căn cứ triển khai ngày 10/03/2026, theo 12/TTr-SCT: 31/07/2026.',
    );
  });

  it('tells of no days off where none were met', () => {
    expect(counted({ daysOff: [] })).toMatch(
      /23 ngày làm việc kể từ 30\/06\/2026, không tính ngày đầu; lịch [^ ]+\.$/,
    );
  });

  it('cites the Civil Code where calendar days ended on a day off, and only there', () => {
    const article = 'Bộ luật Dân sự 2015, Điều 148';
    expect(counted({ unit: 'calendar', daysOff: weekend })).toContain(article);
    expect(counted({ unit: 'calendar', daysOff: weekend })).toContain('23 ngày kể từ');
    expect(counted({ unit: 'calendar', daysOff: [] })).not.toContain(article);
    expect(counted({ unit: 'working', daysOff: weekend })).not.toContain(article);
  });
});
