import { pagesAhead } from './pages-ahead';

describe('pages loaded ahead', () => {
  it('come in order, whole, each asked for before the one ahead of it is finished', async () => {
    const told: string[] = [];
    const load = (items: readonly number[]): Promise<string> => {
      told.push(`asked ${items.join()}`);
      return Promise.resolve(items.join());
    };
    for await (const page of pagesAhead([1, 2, 3, 4, 5], 2, load)) told.push(`worked ${page}`);
    expect(told).toEqual([
      ...['asked 1,2', 'asked 3,4', 'worked 1,2', 'asked 5', 'worked 3,4', 'worked 5'],
    ]);
  });

  it('are none where there is nothing', async () => {
    const load = jest.fn();
    for await (const page of pagesAhead([], 2, load)) throw new Error(String(page));
    expect(load).not.toHaveBeenCalled();
  });

  it('fail where the page that failed is taken, after those before it', async () => {
    const worked: string[] = [];
    const load = ([first]: readonly number[]): Promise<string> =>
      first === 3 ? Promise.reject(new Error('no answer')) : Promise.resolve(String(first));
    const all = async (): Promise<void> => {
      for await (const page of pagesAhead([1, 2, 3], 1, load)) worked.push(page);
    };
    await expect(all()).rejects.toThrow('no answer');
    expect(worked).toEqual(['1', '2']);
  });
});
