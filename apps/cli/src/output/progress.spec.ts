import { progressOn } from '.';

const streamOf = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
};

describe('progress', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is silent where nobody watches', () => {
    const stream = streamOf(false);
    progressOn(stream).says('Đang nhập');
    jest.advanceTimersByTime(10_000);
    expect(stream.written).toEqual([]);
  });

  it('is silent for work shorter than a second', () => {
    const stream = streamOf(true);
    const progress = progressOn(stream);
    progress.says('Đang nhập');
    jest.advanceTimersByTime(900);
    progress.end();
    jest.advanceTimersByTime(10_000);
    expect(stream.written).toEqual([]);
  });

  it('rewrites one line with what is done of how much, then wipes it', () => {
    const stream = streamOf(true);
    const progress = progressOn(stream);
    progress.says('Đang đọc', { count: 7, total: 9 });
    jest.advanceTimersByTime(1_000);
    expect(stream.written.at(-1)).toBe('\r\u001b[2KĐang đọc 7/9 (1 giây)');
    progress.end();
    expect(stream.written.at(-1)).toBe('\r\u001b[2K');
    expect(stream.written.join('')).not.toContain('\n');
  });
});
