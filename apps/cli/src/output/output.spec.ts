import { Output, progressOn } from '.';

const STEERING = 'Xóa\u001b[2J\u009b1A\u202e hết';

function shown(isJson: boolean, value: unknown, words = ''): string {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) > 0, once: () => undefined };
  new Output({ stream, progress: progressOn(stream), isJson: () => isJson }).show(
    value,
    () => words,
  );
  return written.join('');
}

describe('an answer that carries what steers a terminal', () => {
  it('is shown in words without it', () => {
    expect(shown(false, null, `${STEERING}\n`)).toBe('Xóa [2J 1A  hết\n\n');
  });

  it('is the same value in JSON, with every such character escaped', () => {
    const text = shown(true, { title: STEERING });
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(JSON.parse(text)).toEqual({ title: STEERING });
  });
});
