import { StoreClosed } from '../append-faults';
import { StoreOverloaded, type AppendResult } from '../event-store';
import { prepareAppend, type PreparedAppend } from '../prepared-append';
import { appendTo } from '../testing';
import { AppendLine } from './append-line';

const answer: AppendResult = { outcome: 'conflict', stream: 's', expected: 0, actual: null };

/** Work that goes on until it is told to end, and what of it has begun. */
class Work {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, () => void>();

  readonly run = (request: PreparedAppend): Promise<AppendResult> => {
    this.begun.push(request.stream);
    return new Promise((resolve) => {
      this.ends.set(request.stream, () => {
        resolve(answer);
      });
    });
  };

  async end(stream: string): Promise<void> {
    this.ends.get(stream)?.();
    await settle();
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const request = (stream: string, commandId?: string): PreparedAppend =>
  prepareAppend(appendTo(stream, commandId === undefined ? {} : { commandId }));

describe('the line of appends', () => {
  const lineOf = (limits: { concurrentCount?: number; waitingCount?: number } = {}) => {
    const work = new Work();
    const roomy = { concurrentCount: 8, waitingCount: 8, waitingBytes: 10_000 };
    return { work, line: new AppendLine(work.run, { ...roomy, ...limits }) };
  };

  it('lets so many through at once, and the next when one is done', async () => {
    const { work, line } = lineOf({ concurrentCount: 2 });
    const all = ['a', 'b', 'c'].map((stream) => line.submit(request(stream)));
    await settle();
    expect(work.begun).toEqual(['a', 'b']);
    await work.end('a');
    expect(work.begun).toEqual(['a', 'b', 'c']);
    await work.end('b');
    await work.end('c');
    await Promise.all(all);
  });

  it('takes appends to one stream, and of one command, one after the other', async () => {
    const { work, line } = lineOf();
    const { commandId } = request('x');
    const all = [request('a'), request('a'), request('b', commandId), request('c', commandId)].map(
      (each) => line.submit(each),
    );
    await settle();
    expect(work.begun).toEqual(['a', 'b']);
    await work.end('a');
    await work.end('b');
    expect(work.begun).toEqual(['a', 'b', 'a', 'c']);
    await work.end('a');
    await work.end('c');
    await Promise.all(all);
  });

  it('refuses more than may wait, and takes again when there is room', async () => {
    const { work, line } = lineOf({ concurrentCount: 1, waitingCount: 1 });
    const [first, second] = [line.submit(request('a')), line.submit(request('b'))];
    await expect(line.submit(request('c'))).rejects.toBeInstanceOf(StoreOverloaded);
    await settle();
    await work.end('a');
    await first;
    const third = line.submit(request('d'));
    await work.end('b');
    await work.end('d');
    await Promise.all([second, third]);
  });

  it('takes one append of any size when nothing else is there', async () => {
    const { work, line } = lineOf();
    const large = line.submit(prepareAppend(appendTo('a', { data: 'x'.repeat(20_000) })));
    await expect(line.submit(request('b'))).rejects.toBeInstanceOf(StoreOverloaded);
    await work.end('a');
    await large;
  });

  it('takes nothing once it is closed, and closes when all have their answer', async () => {
    const { work, line } = lineOf();
    const first = line.submit(request('a'));
    await settle();
    const closing = line.close();
    await expect(line.submit(request('b'))).rejects.toBeInstanceOf(StoreClosed);
    await work.end('a');
    await closing;
    await expect(first).resolves.toBe(answer);
  });
});
