import { QueueTrouble } from './queue-trouble';

describe('the trouble of a queue', () => {
  it('is told once per kind of fault, however often it is reported', () => {
    const told: string[] = [];
    const trouble = new QueueTrouble(({ message }) => told.push(message));
    for (let count = 0; count < 50; count += 1) {
      trouble.report(new Error('connect ECONNREFUSED'));
      trouble.report(new Error('read ECONNRESET'));
    }
    expect(told).toEqual(['connect ECONNREFUSED', 'read ECONNRESET']);
    expect(trouble.current).toBe('read ECONNRESET');
  });

  it('is news again after the queue has recovered', () => {
    const told: string[] = [];
    const trouble = new QueueTrouble(({ message }) => told.push(message));
    trouble.report(new Error('away'));
    trouble.recovered();
    expect(trouble.current).toBeNull();
    trouble.report(new Error('away'));
    expect(told).toEqual(['away', 'away']);
  });

  it('names every address that refused', () => {
    const told: string[] = [];
    const trouble = new QueueTrouble(() => told.push('told'));
    trouble.report(new AggregateError([new Error('::1 refused'), new Error('127.0.0.1 refused')]));
    expect(trouble.current).toBe('::1 refused; 127.0.0.1 refused');
    expect(told).toHaveLength(1);
  });
});
