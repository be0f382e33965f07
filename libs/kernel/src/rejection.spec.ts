import { CommandRejected } from './rejection';

const rejected = (facts: CommandRejected['facts']) =>
  new CommandRejected(
    'TOO_EARLY',
    {
      kind: 'invalid',
      vi: 'Ngày {day}: phải sau {others}.',
      en: '{day}: must come after {others}.',
    },
    facts,
  );

describe('the words of a rejection', () => {
  it('write days in Vietnamese as papers do, and in English as data does', () => {
    const { vi, en } = rejected({ day: '2026-11-24', others: ['2026-09-02', '2026-04-30'] });
    expect(vi).toBe('Ngày 24/11/2026: phải sau 02/09/2026, 30/04/2026.');
    expect(en).toBe('2026-11-24: must come after 2026-09-02, 2026-04-30.');
  });

  it('leave months, numbers and texts that only hold a day as they are', () => {
    const { vi } = rejected({ day: 'kỳ 2026-11-24', others: ['2026-11', '3.3.a'] });
    expect(vi).toBe('Ngày kỳ 2026-11-24: phải sau 2026-11, 3.3.a.');
  });

  it('show the name of a fact that is missing', () => {
    expect(rejected({ day: null }).vi).toBe('Ngày {day}: phải sau {others}.');
  });
});
