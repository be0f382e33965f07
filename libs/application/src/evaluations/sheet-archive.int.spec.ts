import type { Database } from '@thidua/database';
import { describeWithPostgres, openTestDatabase } from '@thidua/database/testing';
import { canonicalJson, digestOf } from '@thidua/evidence';
import { decreeSheet, shippedRuleSet } from '@thidua/scoring';
import { SheetArchive } from './sheet-archive';
import { readSheetText } from './sheet-text';
import type { SheetText } from './open-result';

/** A sheet of so many people without a figure among them: more than go into one row. */
function sheetOf(peopleCount: number) {
  const people = Array.from({ length: peopleCount }, (_each, index) => ({
    ...{ id: `cb-${String(index).padStart(4, '0')}`, unitId: 'nl', groupId: 'g' },
  }));
  const base = { format: 'thidua-facts/1', year: 2026, agencyId: 'sct' };
  const empty = decreeSheet(base, shippedRuleSet('ND335'), digestOf);
  const scored = people.map(({ id, unitId, groupId }) => ({
    ...{ personId: id, unitId, groupId, status: 'INSUFFICIENT_DATA', class: null },
    note: 'dòng\nxuống dòng',
  }));
  const { people: _nobody, ...head } = empty;
  async function* parts() {
    for (const person of scored) yield await Promise.resolve(canonicalJson(person));
  }
  return { head, parts } satisfies SheetText;
}

function archived(kind: 'pglite' | 'postgres') {
  let database: Database;
  let archive: SheetArchive;
  let text: SheetText;
  let sheetHash: string;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    archive = await SheetArchive.open(database);
    const bare = sheetOf(401);
    ({ sheetHash } = await readSheetText(bare));
    text = { ...bare, head: { ...bare.head, sheetHash } };
    await archive.keep({ result: await readSheetText(text), text });
  });
  afterAll(() => database.close());

  const written = async (pieces: AsyncIterable<string>) => {
    const all: string[] = [];
    for await (const piece of pieces) all.push(piece);
    return all.join('');
  };

  it('is read as it was kept, with everybody on it', async () => {
    const opened = await archive.open(sheetHash);
    expect(opened?.result).toEqual(await readSheetText(text));
    const people: unknown[] = [];
    for await (const part of text.parts()) people.push(JSON.parse(part));
    expect(people).toHaveLength(401);
    expect(await written(opened!.document())).toBe(canonicalJson({ ...text.head, people }));
  });

  it('is kept once', async () => {
    const count = async () =>
      (await database.pool.query('select 1 from evaluation.sheets')).rowCount;
    const before = await count();
    await archive.keep({ result: await readSheetText(text), text });
    expect(await count()).toBe(before);
    expect(await archive.open('f'.repeat(64))).toBeNull();
  });

  it('is neither changed nor taken away', async () => {
    for (const sql of [
      "update evaluation.sheets set content = ''",
      'delete from evaluation.sheets',
    ]) {
      await expect(database.pool.query(sql)).rejects.toThrow('a kept sheet is never changed');
    }
  });

  it.each([0, 3])('is not given out once somebody got round that, in part %i', async (part) => {
    const swap = (from: string, to: string) =>
      database.pool.query(
        `update evaluation.sheets set content = replace(content, $1, $2) where part = ${part}`,
        [from, to],
      );
    const [from, to] = part === 0 ? ['2026', '2027'] : ['INSUFFICIENT_DATA', 'CLASSED'];
    await database.pool.query('alter table evaluation.sheets disable trigger sheets_stay');
    await swap(from, to);
    expect(await archive.open(sheetHash)).toBeNull();
    await swap(to, from);
    await database.pool.query('alter table evaluation.sheets enable trigger sheets_stay');
    expect(await archive.open(sheetHash)).not.toBeNull();
  });
}

describe('a kept sheet, in the embedded database', () => {
  archived('pglite');
});

describeWithPostgres('a kept sheet, on a server', () => {
  archived('postgres');
});
