import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { localDate } from '@thidua/kernel';
import { decreeSheet, readFacts, shippedRuleSet } from '@thidua/scoring';
import { Workbook as ReadBook } from 'exceljs';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { letterheadOf } from '../official-layout/letterhead';
import { bookOfDecreeSheet } from './book-of-decree-sheet';
import { exportScores, SCORE_EXPORTS, type ScoreExport } from './score-export';

/** The scorer’s sheets need a digest; what it digests to is no matter here. */
const digest = (document: unknown): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex');

const ruleSet = shippedRuleSet('ND335');
const facts = readFacts(
  JSON.parse(readFileSync('examples/facts/nd335-2026.json', 'utf8')),
  ruleSet,
);
const sheet = decreeSheet(facts, ruleSet, digest);
const names = {
  person: (id: string) => (id === 'an' ? '=Nguyễn Thị Thúy An' : id),
  unit: () => 'Phòng Quản lý thương mại',
  group: (id: string) => `Nhóm ${id}`,
  notes: (id: string) => (id === 'binh' ? ['Điều chỉnh -5/2 điểm: họp kết luận'] : []),
};
const book = bookOfDecreeSheet(sheet, names);
const meeting = {
  heldOn: localDate('2026-12-12'),
  entitledCount: 3,
  attendees: ['Đặng Khánh Chi', 'Trần Quốc Bình'],
  minutes: '08/BB-SCT',
  votes: [{ subjectId: 'binh', inFavour: 1, against: 0, abstained: 1 }],
};

const made = (kind: ScoreExport, more: { personId?: string; period?: string } = {}) =>
  exportScores({
    kind,
    book,
    forms: ruleSet.subject === 'CIVIL_SERVANTS' ? { facts, ruleSet, sheet, names } : null,
    frame: {
      letterhead: letterheadOf('Sở Công Thương tỉnh An Hải', ['SCT']),
      date: localDate('2026-12-31'),
      isUndated: true,
    },
    meeting,
    personId: more.personId ?? null,
    period: more.period ?? null,
  });

const linesOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.split('\n').filter((line) => line.trim() !== '');
};

describe('papers made of a result', () => {
  it('say the same as the sheet: each with its person, points and class', async () => {
    for (const kind of ['ranking', 'council', 'submission'] as const) {
      const lines = await linesOf((await made(kind)).bytes);
      for (const { name, points, class: rated } of book.entries) {
        const at = lines.indexOf(name);
        expect([kind, at > 0]).toEqual([kind, true]);
        const row = lines.slice(at, at + 8);
        expect(row).toContain(points?.decimal.replace('.', ','));
        expect(row).toContain(rated);
      }
      expect(lines).toContain(`Mã băm bảng điểm: ${sheet.sheetHash}.`);
    }
  });

  it('tell the council where the quota cut', async () => {
    const text = (await linesOf((await made('council')).bytes)).join('\n');
    const [cut] = book.groups.filter(({ id }) => id === 'chuyen-vien');
    expect(text).toContain(cut?.cutLine);
    expect(text).toContain('Điều chỉnh -5/2 điểm');
  });

  it('hold the votes of the meeting, and blanks where nobody voted', async () => {
    const lines = await linesOf((await made('minutes')).bytes);
    expect(lines).toContain('An Hải, ngày 12 tháng 12 năm 2026');
    const at = lines.lastIndexOf('binh');
    expect(lines.slice(at + 2, at + 5)).toEqual(['1', '0', '1']);
  });

  it('publish classes and no points', async () => {
    const text = (await linesOf((await made('notice')).bytes)).join('\n');
    expect(text).toContain('Hoàn thành tốt nhiệm vụ');
    for (const { points } of book.entries) {
      expect(text).not.toContain(points?.decimal.replace('.', ','));
    }
  });
});

describe('the forms of an official', () => {
  it('have the maxima of the rule set under their heads, and the total that was confirmed', async () => {
    const { bytes, fileName } = await made('mau-01', { personId: 'an', period: '2026-03' });
    expect(fileName).toBe('mau-01-an-2026.docx');
    const lines = await linesOf(bytes);
    const cells = (no: string, count: number) =>
      lines.slice(lines.indexOf(no) + 1, lines.indexOf(no) + 1 + count);
    expect(cells('I', 2)).toEqual(['Nhóm tiêu chí I', '10,00']);
    expect(cells('III.4', 2)).toEqual(['Chủ động quyết định', '2,50']);
    expect(cells('Tổng điểm', 2)).toEqual(['30,00', '27,50']);
  });

  it('split each period into general criteria and tasks that add up', async () => {
    const lines = await linesOf((await made('mau-02', { personId: 'chi' })).bytes);
    const at = lines.indexOf('Tháng 01/2026');
    expect(lines.slice(at, at + 4)).toEqual(['Tháng 01/2026', '28,00', '70,00', '98,00']);
    expect(lines.join('\n')).toContain('phân số đúng 98');
  });

  it('come in a zip for everybody who has one', async () => {
    const { bytes } = await made('mau-01', { period: '2026-03' });
    const wanted = facts.people
      .filter(({ periods }) => periods.some(({ period }) => period === '2026-03'))
      .map(({ id }) => `mau-01-${id}.docx`);
    expect(Object.keys(unzipSync(bytes))).toEqual(wanted);
  });

  it.each([
    ['mau-01', { personId: 'an' }, 'PERIOD_NEEDED'],
    ['mau-01', { personId: 'an', period: '2025-01' }, 'PERIOD_WITHOUT_MARKS'],
    ['mau-02', { personId: 'la' }, 'PERSON_NOT_IN_RESULT'],
  ] as const)('%s of %j is refused with %s', async (kind, more, code) => {
    await expect(made(kind, more)).rejects.toMatchObject({ code });
  });
});

describe('the score workbook', () => {
  it('has each number with its fraction, each step in order, and each event', async () => {
    const read = new ReadBook();
    await read.xlsx.load(Buffer.from((await made('workbook')).bytes) as never);
    expect(read.worksheets.map(({ name }) => name)).toEqual([
      ...['Tổng hợp', 'Chi tiết', 'Nguồn', 'Xếp hạng', 'Căn cứ'],
    ]);
    const [summary, steps, sources] = read.worksheets;
    book.entries.forEach((entry, index) => {
      const row = summary!.getRow(index + 2);
      expect([row.getCell(2).value, row.getCell(5).value, row.getCell(6).value]).toEqual([
        entry.name,
        Number(entry.points?.decimal),
        entry.points?.exact,
      ]);
    });
    const all = book.entries.flatMap(({ steps: own }) => own);
    expect(steps!.rowCount).toBe(all.length + 1);
    expect(all.map((_, index) => steps!.getRow(index + 2).getCell(4).value)).toEqual(
      all.map(({ title }) => title.vi),
    );
    const events = book.entries.flatMap(({ steps: own, reasons }) =>
      [...own, ...reasons].flatMap(({ eventIds }) => eventIds),
    );
    expect(events.map((_, index) => sources!.getRow(index + 2).getCell(4).value)).toEqual(events);
  });
});

it('every kind of file is the same to the byte when it is made again', async () => {
  for (const kind of SCORE_EXPORTS) {
    const more = { personId: 'an', period: '2026-03' };
    const [first, again] = [await made(kind, more), await made(kind, more)];
    expect([kind, Buffer.compare(first.bytes, again.bytes)]).toEqual([kind, 0]);
  }
});
