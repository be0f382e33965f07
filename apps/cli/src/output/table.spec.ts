import { renderFacts, renderTable } from '.';

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const letterCount = (text: string): number => [...letters.segment(text)].length;
const lines = (text: string): string[] => text.split('\n');

describe('a table', () => {
  it('keeps its borders in line under Vietnamese letters, composed or not', () => {
    const table = renderTable(
      [{ title: 'Đơn vị' }, { title: 'Ghi chú' }],
      [
        ['Phòng Kỹ thuật', 'quá hạn'],
        ['Phòng Kỹ thuật'.normalize('NFD'), 'ổn'],
        ['vp', 'đặc khu, rượu, nghị quyết'],
      ],
    );
    const lengths = new Set(lines(table).map(letterCount));
    expect(lengths.size).toBe(1);
  });

  it('breaks long text at words and loses none of them', () => {
    const title = 'Rà soát quy hoạch các điểm sạc xe điện ven quốc lộ';
    const table = renderTable([{ title: 'Nhiệm vụ', widthMax: 14 }], [[title]]);
    const words = table.replace(/[│┌┐└┘├┤┬┴┼─]/g, ' ').split(/\s+/);
    expect(words).toEqual(expect.arrayContaining(title.split(' ')));
    expect(table).not.toContain('…');
  });

  it('widens a column for an id instead of cutting it', () => {
    const id = '54348ec4c80a.2.3.a-with-a-very-long-tail';
    expect(renderTable([{ title: 'Mã', widthMax: 10 }], [[id]])).toContain(id);
  });

  it('says by a dash that there is nothing, and shows a zero as a zero', () => {
    const table = renderTable([{ title: 'A' }, { title: 'B' }, { title: 'C' }], [[null, '', 0]]);
    expect(lines(table)[3]?.replace(/\s/g, '')).toBe('│–│–│0│');
  });

  it('does not cut wide letters', () => {
    expect(renderTable([{ title: 'A' }], [['報告完了']])).toContain('報告完了');
  });

  it('lets no text steer the terminal', () => {
    const table = renderTable([{ title: 'A' }], [['\u001b[2Jxóa\u0007']]);
    expect(table).not.toMatch(/[^\P{Cc}\n]/u);
    expect(table).toContain('xóa');
  });

  it('carries no colour codes into files', () => {
    expect(renderTable([{ title: 'A' }], [['b']])).not.toContain('\u001b');
  });
});

describe('facts below each other', () => {
  it('line up their values', () => {
    const text = renderFacts([
      ['Mã', 'x'],
      ['Trạng thái', 'y'],
    ]);
    expect(lines(text)).toEqual(['Mã:         x', 'Trạng thái: y']);
  });
});
