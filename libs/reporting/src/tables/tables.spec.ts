import { createHash } from 'node:crypto';
import { localDate } from '@thidua/kernel';
import { parse } from 'csv-parse/sync';
import { Workbook as ReadBook } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { renderWorkbook } from './render-workbook';
import { decimalCell, type Cell, type Workbook } from './workbook';
import { csvBytes } from './write-csv';

/** Beginnings that spreadsheets, or those who paste out of them, have run as formulas. */
const CORPUS = [
  '=1+1',
  '=HYPERLINK("http://x","mở")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '-5/2',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '"=1+1"',
  '{=1+1}',
];

const bookOf = (rows: readonly (readonly Cell[])[]): Workbook => ({
  title: 'Thử',
  creator: 'Sở Xây dựng',
  date: localDate('2026-12-31'),
  sheets: [
    {
      name: 'Tổng hợp',
      columns: [
        { title: 'Nội dung', width: 40 },
        { title: 'Điểm', width: 10 },
      ],
      rows: () => rows,
      rowCount: rows.length,
    },
  ],
});

const readBack = async (bytes: Uint8Array) => {
  const book = new ReadBook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  return book;
};

describe('a workbook', () => {
  it('keeps every text of the corpus as the same text, marked so that editing makes no formula', async () => {
    const bytes = await renderWorkbook(bookOf(CORPUS.map((text) => [text, { decimal: '-2.50' }])));
    const sheet = (await readBack(bytes)).getWorksheet('Tổng hợp');
    const cells = CORPUS.map((_, index) => sheet?.getCell(index + 2, 1));
    // XML has one line end; the carriage return is read back as it.
    const lineEnds = (text: string) => text.replace('\r', '\n');
    expect(cells.map((cell) => lineEnds(cell?.text ?? ''))).toEqual(CORPUS.map(lineEnds));
    expect(cells.map((cell) => [cell?.type, cell?.numFmt])).toEqual(CORPUS.map(() => [3, '@']));
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());
    const formats = [...styles.matchAll(/<xf [^>]*numFmtId="49"[^>]*>/g)].map(([xf]) => xf);
    expect(formats.length).toBeGreaterThan(0);
    expect(formats.filter((xf) => !xf.includes('quotePrefix="1"'))).toEqual([]);
  });

  it('holds no formula and no macro', async () => {
    const parts = unzipSync(await renderWorkbook(bookOf(CORPUS.map((text) => [text, null]))));
    expect(Object.keys(parts).filter((name) => /vba|macro|externalLink/i.test(name))).toEqual([]);
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
  });

  it('has numbers as numbers with two decimals, a frozen head and an A4 page on its side', async () => {
    const rows = [['Điểm năm', decimalCell({ decimal: '90.67' })]];
    const sheet = (await readBack(await renderWorkbook(bookOf(rows)))).getWorksheet(1);
    expect([sheet?.getCell('B2').value, sheet?.getCell('B2').numFmt]).toEqual([90.67, '0.00']);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet?.getColumn(1).width).toBe(40);
  });

  it('is the same to the byte whatever the clock says', async () => {
    const rows = CORPUS.map((text) => [text, { decimal: '1.00' }]);
    const hash = async () =>
      createHash('sha256')
        .update(await renderWorkbook(bookOf(rows)))
        .digest('hex');
    const first = await hash();
    jest.useFakeTimers({
      now: Date.parse('2031-05-06T07:08:09Z'),
      doNotFake: ['setImmediate', 'nextTick', 'setTimeout'],
    });
    const later = await hash().finally(() => jest.useRealTimers());
    expect(later).toBe(first);
  });

  it('takes letters that XML cannot hold for blanks', async () => {
    const sheet = (
      await readBack(await renderWorkbook(bookOf([['a\u0000b\u001bc', null]])))
    ).getWorksheet(1);
    expect(sheet?.getCell('A2').value).toBe('a b c');
  });
});

describe('a CSV file', () => {
  it('has an apostrophe before every text that a spreadsheet would run, and before no number', async () => {
    const rows = CORPUS.map((text) => [text, { decimal: '-2.50' }]);
    const [sheet] = bookOf(rows).sheets;
    const bytes = await csvBytes(sheet!);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const read: string[][] = parse(Buffer.from(bytes), { bom: true, delimiter: ';' });
    expect(read[0]).toEqual(['Nội dung', 'Điểm']);
    const harmless = CORPUS.map((text) => (/^["{]/.test(text) ? text : `'${text}`));
    expect(read.slice(1)).toEqual(harmless.map((text) => [text, '-2,50']));
  });

  it('holds nothing that steers a terminal', async () => {
    const [sheet] = bookOf([['a\u001b[2J\u202eb', null]]).sheets;
    const text = Buffer.from(await csvBytes(sheet!)).toString('utf8');
    expect(text).toContain('a [2J b;');
  });

  it('tells how far it has come', async () => {
    const [sheet] = bookOf(Array.from({ length: 1200 }, () => ['a', null])).sheets;
    const told: number[][] = [];
    await csvBytes(sheet!, (count, total) => told.push([count, total]));
    expect(told).toEqual([
      [500, 1200],
      [1000, 1200],
    ]);
  });
});
