import { chainInWords } from './task-in-words';

describe('the chain of a task in words', () => {
  it('names each year with what it goes on as', () => {
    const link = {
      no: '3.3.a',
      title: 'Nâng cấp đường dây',
      state: 'inProgress',
      completedOn: null,
    };
    const words = chainInWords({
      position: '9',
      caughtUp: true,
      chain: [
        { ...link, key: 'a.1', year: 2025, dueOriginalOn: '2025-12-31', carriedOverTo: 'b.1' },
        { ...link, key: 'b.1', year: 2026, dueOriginalOn: null, carriedOverTo: null },
      ],
    });
    const [first, second] = words.split('\n').filter((line) => /202\d/.test(line));
    expect(first).toMatch(/2025.*3\.3\.a.*31\/12\/2025.*b\.1.*a\.1/);
    expect(second).toMatch(/2026.*b\.1/);
  });
});
