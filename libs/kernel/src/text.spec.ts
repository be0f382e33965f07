import { CommandRejected } from './rejection';
import { line, text } from './fields';
import { foldForComparison, replaceStray, toNfc, toNfcDeep } from './text';

describe('text at the door', () => {
  it('is composed, keys and nested strings included', () => {
    const decomposed = 'Nguyễn Thị Hương'.normalize('NFD');
    expect(toNfc(decomposed)).toBe('Nguyễn Thị Hương');
    expect(toNfcDeep({ [decomposed]: [decomposed, 1, null, true] })).toEqual({
      'Nguyễn Thị Hương': ['Nguyễn Thị Hương', 1, null, true],
    });
  });

  it('is refused when it nests without end, naming where it begins', () => {
    const nested: unknown = JSON.parse(`{"ghiChu":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
    expect(() => toNfcDeep(nested)).toThrow(CommandRejected);
    expect(() => toNfcDeep(nested)).toThrow(/INPUT_TOO_DEEP: ghiChu\.0\.0\.0….* 64 levels/);
  });
});

describe('text that steers or hides', () => {
  it.each([
    ['\u0000', 'U+0000'],
    ['\u0007', 'U+0007'],
    ['\u001b[31m', 'U+001B'],
    ['\u007f', 'U+007F'],
    ['\u009b2J', 'U+009B'],
    ['\u202e', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\ufffe', 'U+FFFE'],
    ['\ud800', 'U+D800'],
  ])('is refused naming field, character and place: %j', (stray, character) => {
    const refused = () => toNfcDeep({ tasks: [{ title: `🙂ổ${stray}` }] });
    expect(refused).toThrow(
      `tasks.0.title: holds the control or hidden character ${character} at place 3`,
    );
  });

  it('is refused in the name of a field, which the message does not repeat raw', () => {
    expect(() => toNfcDeep({ 'a\u001b[2J': 1 })).toThrow('aU+001B[2J: holds');
  });

  it('has one kind of line end, and loses the unseen marks that programs leave in copies', () => {
    expect(toNfcDeep('\ufeffmột\r\nhai\rba\vbốn\u2028năm\t\u200e6')).toBe(
      'một\nhai\nba\nbốn\nnăm\t6',
    );
  });

  it('leaves other scripts, joined signs and emoji alone', () => {
    expect(toNfcDeep('报告 👨‍👩‍👧 ½ – “Đ”')).toBe('报告 👨‍👩‍👧 ½ – “Đ”');
  });

  it('is replaced where it was recorded before it was refused', () => {
    expect(replaceStray('a\u001bb\tc\n', () => '?')).toBe('a?b\tc\n');
  });

  it('runs on in one line where a title or a name is asked for, and keeps its lines elsewhere', () => {
    expect(line().parse('Rà soát \n\t quy hoạch\r\nđiện')).toBe('Rà soát quy hoạch điện');
    expect(text().parse('một\nhai')).toBe('một\nhai');
    expect(line().safeParse('\n\t').success).toBe(false);
  });
});

describe('names compared', () => {
  it.each([
    ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
    ['công nghiệp hoá', 'Công nghiệp hóa'],
    ['thủy điện', 'thuỷ điện'],
    ['Phòng  Kỹ thuật an toàn – Môi trường ', 'phòng kỹ thuật an toàn - môi trường'],
    ['kế hoạch'.normalize('NFD'), 'Kế hoạch'],
  ])('are equal: %s and %s', (a, b) => {
    expect(foldForComparison(a)).toBe(foldForComparison(b));
  });

  it.each([
    ['2.3.d', '2.3.đ'],
    ['Phòng A', 'Phòng Á'],
    ['quý', 'qúy'],
  ])('stay different: %s and %s', (a, b) => {
    expect(foldForComparison(a)).not.toBe(foldForComparison(b));
  });
});
