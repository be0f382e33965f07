import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { localDate } from '@thidua/kernel';
import { parse } from 'csv-parse/sync';
import { letterheadOf } from '../official-layout/letterhead';
import { renderOfficialPaper } from '../official-layout/render-official-paper';
import { renderWorkbook } from './render-workbook';

/** The program with its table and its text part, or null: an office without it reads our files with another. */
function libreOffice(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, 'soffice')).find(existsSync);
  if (found === undefined) return null;
  const program = dirname(realpathSync(found));
  const parts = ['libswlo.so', 'libsclo.so'].map((part) => join(program, part));
  return parts.every(existsSync) ? found : null;
}

const soffice = libreOffice();
const suite = soffice === null ? describe.skip : describe;
const reason = soffice === null ? ' (skipped: LibreOffice is not installed)' : '';

suite(`what LibreOffice reads${reason}`, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thidua-office-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const converted = (name: string, bytes: Uint8Array, to: string): string => {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      soffice ?? '',
      [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, name)],
      { stdio: 'ignore' },
    );
    const [extension = ''] = to.split(':');
    return readFileSync(join(folder, name.replace(/\.\w+$/, `.${extension}`)), 'utf8');
  };

  it('in a workbook are the same values, and formulas are text', async () => {
    const rows = [
      ['=1+1', { decimal: '97.22' }, '875/9'],
      ['Nguyễn Thị Thúy Ái, phòng "Một"', { decimal: '-2.50' }, '-5/2'],
      ['hai\ndòng', { decimal: '3' }, '@SUM(A1)'],
    ] as const;
    const bytes = await renderWorkbook({
      title: 'Thử',
      creator: 'Sở',
      date: localDate('2026-12-31'),
      sheets: [
        {
          name: 'Tổng hợp',
          columns: ['Nội dung', 'Điểm', 'Phân số'].map((title) => ({ title, width: 20 })),
          rows: () => rows,
          rowCount: rows.length,
        },
      ],
    });
    // Comma, double quotes, UTF-8, numbers as they are shown.
    const text = converted('bang.xlsx', bytes, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033');
    expect(parse(text, { bom: true })).toEqual([
      ['Nội dung', 'Điểm', 'Phân số'],
      ...rows.map(([what, { decimal }, exact]) => [what, decimal, exact]),
    ]);
  });

  it('in a paper is every line of it, diacritics and all', async () => {
    const bytes = await renderOfficialPaper({
      letterhead: letterheadOf('Sở Xây dựng tỉnh An Hải', ['SXD']),
      ...{ symbol: null, date: localDate('2026-12-31'), isUndated: true, orientation: 'landscape' },
      kindName: 'Biên bản',
      subject: 'Họp đánh giá',
      body: [
        { kind: 'paragraph', text: 'Phượng Nguyễn được 2/3 số phiếu.' },
        {
          kind: 'table',
          table: { columns: [{ title: 'Ngưỡng', share: 1 }], rows: [['Đạt']], boldRows: [0] },
        },
        { kind: 'note', text: 'Mã băm: 0f.' },
      ],
      signature: { lines: ['Người chủ trì'], name: null },
      coSignature: { lines: ['Người ghi'], name: null },
      recipients: [],
    });
    const lines = converted('giay.docx', bytes, 'txt:Text (encoded):UTF8').split(/\r?\n/);
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['An Hải, ngày        tháng        năm 2026', 'BIÊN BẢN', 'Họp đánh giá'],
        ...['Phượng Nguyễn được 2/3 số phiếu.', 'Ngưỡng', 'Đạt', 'Mã băm: 0f.'],
        ...['NGƯỜI GHI', 'NGƯỜI CHỦ TRÌ'],
      ]),
    );
  });
});
