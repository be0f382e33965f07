import { Standstill, STANDSTILL_MS } from './standstill';

const loop = (position: string, lag = '5', condition = 'well') => [
  { name: 'task_board', position, lag, condition },
];

describe('a loop of the worker', () => {
  it('stands still when it is behind and has not moved for a minute', () => {
    const standstill = new Standstill();
    expect(standstill.read(loop('10'), 0)).toEqual([]);
    expect(standstill.read(loop('10'), STANDSTILL_MS - 1)).toEqual([]);
    expect(standstill.read(loop('10'), STANDSTILL_MS)).toEqual(['task_board']);
    expect(standstill.read(loop('11'), STANDSTILL_MS + 1)).toEqual([]);
  });

  it('turns while it moves, however far behind it is', () => {
    const standstill = new Standstill();
    for (const position of ['1', '2', '3']) {
      expect(standstill.read(loop(position), Number(position) * STANDSTILL_MS)).toEqual([]);
    }
  });

  it.each([
    ['has nothing to do', '0', 'well'],
    ['is halted at an event that needs a person', '5', 'halted'],
    ['waits for a database that is away', '5', 'troubled'],
  ])('turns when it %s', (_title, lag, condition) => {
    const standstill = new Standstill();
    standstill.read(loop('10', lag, condition), 0);
    expect(standstill.read(loop('10', lag, condition), 2 * STANDSTILL_MS)).toEqual([]);
  });

  it('has a whole minute again once new work came after a rest', () => {
    const standstill = new Standstill();
    standstill.read(loop('10', '0'), 0);
    standstill.read(loop('10', '0'), 10 * STANDSTILL_MS);
    expect(standstill.read(loop('10', '1'), 10 * STANDSTILL_MS + 1)).toEqual([]);
  });
});
