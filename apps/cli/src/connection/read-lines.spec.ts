import { readLines } from './read-lines';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

async function* brokenAfter(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
  throw new Error('terminated');
}

const collect = async (values: AsyncIterable<unknown>): Promise<unknown[]> => {
  const collected: unknown[] = [];
  for await (const value of values) collected.push(value);
  return collected;
};

const entries = [{ a: 'Quý II, đặc khu' }, { b: 2 }, { c: [null] }];
const text = entries.map((entry) => JSON.stringify(entry)).join('\n');

describe('a stream of lines', () => {
  it.each([1, 2, 3, 7, 1000])('gives the same values in chunks of %i bytes', async (size) => {
    const bytes = new TextEncoder().encode(`${text}\n`);
    expect(await collect(readLines(chunksOf(bytes, size), 'http://x'))).toEqual(entries);
  });

  it('may end without a line end', async () => {
    const bytes = new TextEncoder().encode(text);
    expect(await collect(readLines(chunksOf(bytes, 5), 'http://x'))).toEqual(entries);
  });

  it('that breaks off is a failure, never a short answer', async () => {
    await expect(collect(readLines(brokenAfter(`${text}\n`), 'http://x'))).rejects.toMatchObject({
      code: 'STREAM_BROKEN',
    });
  });

  it('cut inside a line is a failure', async () => {
    const bytes = new TextEncoder().encode(text.slice(0, -3));
    await expect(collect(readLines(chunksOf(bytes, 50), 'http://x'))).rejects.toMatchObject({
      code: 'STREAM_BROKEN',
    });
  });
});
