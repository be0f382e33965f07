import { ReadTogether } from './read-together';

const reader = (fault: Error | null = null) => {
  const queries: (readonly string[])[] = [];
  const together = new ReadTogether<string>((keys) => {
    queries.push(keys);
    if (fault !== null) return Promise.reject(fault);
    return Promise.resolve(
      new Map(keys.flatMap((key) => (key === 'none' ? [] : [[key, `found ${key}`]]))),
    );
  });
  return { together, queries };
};

describe('questions asked together', () => {
  it('are answered by one query, each with its own', async () => {
    const { together, queries } = reader();
    const answers = await Promise.all(['a', 'b', 'none', 'a'].map((key) => together.ask(key)));
    expect(answers).toEqual(['found a', 'found b', undefined, 'found a']);
    expect(queries).toEqual([['a', 'b', 'none']]);
  });

  it('asked after an answer, they are read anew', async () => {
    const { together, queries } = reader();
    await together.ask('a');
    await together.ask('a');
    expect(queries).toEqual([['a'], ['a']]);
  });

  it('more than a query should hold are shared out', async () => {
    const { together, queries } = reader();
    const keys = Array.from({ length: 450 }, (_, index) => `k${index}`);
    const answers = await Promise.all(keys.map((key) => together.ask(key)));
    expect(answers).toEqual(keys.map((key) => `found ${key}`));
    expect(queries.map(({ length }) => length)).toEqual([200, 200, 50]);
  });

  it('all hear of the fault of their query', async () => {
    const { together } = reader(new Error('the database is gone'));
    const settled = await Promise.allSettled([together.ask('a'), together.ask('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
