import { renderFacts, renderTable } from '.';

const lines = (text: string): string[] => text.split('\n');

describe('a table', () => {
  it('keeps its borders in line under Vietnamese letters, composed or not', () => {
    const table = renderTable(
      [{ title: 'Đơn vị' }, { title: 'Ghi chú' }],
      [
        ['Phòng Kỹ thuật', 'quá hạn'],
        ['Phòng Kỹ thuật'.normalize('NFD').normalize('NFC'), 'ổn'],
        ['vp', 'đặc khu, rượu, nghị quyết'],
      ],
    );
    const lengths = new Set(lines(table).map((line) => [...line].length));
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
