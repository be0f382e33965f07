import { localDate } from '@thidua/kernel';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { writtenDate } from './head-and-foot';
import { letterheadOf } from './letterhead';
import type { OfficialPaper } from './official-paper';
import { renderOfficialPaper } from './render-official-paper';

const paper: OfficialPaper = {
  letterhead: letterheadOf('Sở Xây dựng tỉnh An Hải', ['Sở Xây dựng', 'SXD']),
  symbol: 'BC-SXD',
  date: localDate('2025-02-05'),
  kindName: 'Báo cáo',
  subject: 'Phục vụ giao ban tháng 01/2025',
  body: [
    { kind: 'heading', text: 'I. TÌNH HÌNH CHUNG' },
    { kind: 'paragraph', text: 'Trong tháng có hai việc xong.' },
    {
      kind: 'table',
      table: {
        columns: [
          { title: 'Đơn vị', share: 3 },
          { title: 'Xong', share: 1, align: 'center' },
        ],
        rows: [
          ['Phòng Một', '2'],
          ['Văn phòng', 'việc a\nviệc b'],
        ],
      },
    },
  ],
  signature: { lines: ['TL. Giám đốc', 'Chánh Văn phòng'], name: null },
  recipients: ['Giám đốc (b/c)', 'Lưu: VT, VP'],
};

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );

describe('an official paper', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await renderOfficialPaper(paper);
  });

  it('says, when read back, what it was given, in the order of the annex', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value.split('\n').filter((line) => line.trim() !== '')).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH AN HẢI',
      'SỞ XÂY DỰNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:        /BC-SXD',
      'An Hải, ngày 05 tháng 02 năm 2025',
      'BÁO CÁO',
      'Phục vụ giao ban tháng 01/2025',
      'I. TÌNH HÌNH CHUNG',
      'Trong tháng có hai việc xong.',
      ...['Đơn vị', 'Xong', 'Phòng Một', '2', 'Văn phòng', 'việc a', 'việc b'],
      'Nơi nhận:',
      '- Giám đốc (b/c);',
      '- Lưu: VT, VP.',
      'TL. GIÁM ĐỐC',
      'CHÁNH VĂN PHÒNG',
    ]);
  });

  it('stays readable where a text recorded long ago holds what XML cannot', async () => {
    const body = [{ kind: 'paragraph', text: 'Rà\u0000soát\u001b[2J\ufffe hết' }] as const;
    const old = await renderOfficialPaper({ ...paper, subject: 'Việc\u0007', body });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(old) });
    expect(value).toContain('Rà soát [2J  hết');
    expect(partsOf(old)['word/document.xml']).not.toMatch(/[^\P{Cc}\t\n\r]|\ufffe/u);
  });

  it('keeps the table a table', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(value).toContain('<td><p>Phòng Một</p></td><td><p>2</p></td>');
  });

  it('has the page, the letters and the page number of the annex', () => {
    const { 'word/document.xml': document, 'word/styles.xml': styles, ...rest } = partsOf(bytes);
    // A4 in twentieths of a point; 20 mm above, 30 mm on the left, 15 mm on the right.
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(document).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(document).toContain('<w:titlePg/>');
    expect(document).toMatch(/<w:jc w:val="both"\/>/);
    expect(styles).toContain('w:ascii="Times New Roman"');
    const headers = Object.entries(rest).filter(([name]) => /^word\/header\d/.test(name));
    const numbered = headers.filter(([, xml]) => xml.includes('PAGE'));
    expect([headers.length, numbered.length]).toEqual([2, 1]);
  });

  it('keeps its last words on the page of the signature, and lets the rest flow', async () => {
    const long: OfficialPaper = {
      ...paper,
      body: [
        { kind: 'paragraph', text: 'Mở đầu.' },
        { kind: 'paragraph', text: 'Kết luận.' },
        { kind: 'note', text: 'Mã băm: 0f.' },
      ],
    };
    const document = partsOf(await renderOfficialPaper(long))['word/document.xml'] ?? '';
    const kept = (text: string) =>
      document
        .split('<w:p>')
        .find((each) => each.includes(text))
        ?.includes('<w:keepNext/>');
    expect(['Mở đầu.', 'Kết luận.', 'Mã băm: 0f.'].map(kept)).toEqual([false, true, true]);
  });

  it('is the same to the byte when it is made again', async () => {
    const again = await renderOfficialPaper(structuredClone(paper));
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
    expect(partsOf(bytes)['docProps/core.xml']).toContain('2025-02-04T17:00:00.000Z');
  });
});

describe('a date in a paper', () => {
  it('has a leading zero for days below ten and the first two months only', () => {
    expect(writtenDate(localDate('2025-10-03'))).toBe('ngày 03 tháng 10 năm 2025');
    expect(writtenDate(localDate('2025-03-15'))).toBe('ngày 15 tháng 3 năm 2025');
    expect(writtenDate(localDate('2025-01-15'))).toBe('ngày 15 tháng 01 năm 2025');
  });
});

describe('a letterhead', () => {
  it('leaves out what the name does not tell', () => {
    expect(letterheadOf('Ban Quản lý chợ', [])).toEqual({
      parent: null,
      name: 'Ban Quản lý chợ',
      place: null,
      abbreviation: null,
    });
  });
});
