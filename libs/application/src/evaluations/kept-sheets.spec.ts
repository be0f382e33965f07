import { KeptSheets } from './kept-sheets';
import type { OpenResult } from './open-result';

function sheetWith(hash: string) {
  const state = { hash, closed: 0 };
  const opened: OpenResult = {
    result: {
      ruleSet: { id: 'ND335', version: 1, hash: '' },
      ...{ inputHash: '', sheetHash: hash, subjects: [] },
    },
    document: () => {
      throw new Error('nobody reads it here');
    },
    prove: () => Promise.resolve(state.hash),
    close: () => {
      state.closed += 1;
      return Promise.resolve();
    },
  };
  return { state, opened };
}

describe('the sheet that is kept', () => {
  it('is given out under its own cycle and hash alone', async () => {
    const sheets = new KeptSheets();
    const { opened } = sheetWith('h1');
    await sheets.keep('a', opened);
    expect(await sheets.open('b', 'h1')).toBeNull();
    expect((await sheets.open('a', 'h1'))?.result).toBe(opened.result);
  });

  it('is thrown away once what is kept has another hash than the one on record', async () => {
    const sheets = new KeptSheets();
    const { state, opened } = sheetWith('h1');
    await sheets.keep('a', opened);
    state.hash = 'changed on disk';
    expect(await sheets.open('a', 'h1')).toBeNull();
    expect(state.closed).toBe(1);
    state.hash = 'h1';
    expect(await sheets.open('a', 'h1')).toBeNull();
  });

  it('stays open for whoever reads it when another takes its place', async () => {
    const sheets = new KeptSheets();
    const [first, second] = [sheetWith('h1'), sheetWith('h2')];
    await sheets.keep('a', first.opened);
    const read = await sheets.open('a', 'h1');
    await sheets.keep('b', second.opened);
    expect(first.state.closed).toBe(0);
    await read?.close();
    await read?.close();
    expect(first.state.closed).toBe(1);
    await sheets.close();
    expect(second.state.closed).toBe(1);
  });
});
