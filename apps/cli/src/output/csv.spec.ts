import { csvCell, csvLine } from '.';

describe('a CSV cell', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+84 235', "'+84 235"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
  ])('makes %j harmless for spreadsheets', (text, expected) => {
    expect(csvCell(text)).toBe(expected);
  });

  it.each([
    ['a,b', '"a,b"'],
    ['nói "vâng"', '"nói ""vâng"""'],
    ['hai\ndòng', '"hai\ndòng"'],
    ['một\rhai', '"một\rhai"'],
  ])('quotes %j', (text, expected) => {
    expect(csvCell(text)).toBe(expected);
  });

  it('leaves plain text, numbers and inner signs alone', () => {
    expect(csvLine(['Quý II', 12, '12/QĐ-SCT', 'a=b'])).toBe('Quý II,12,12/QĐ-SCT,a=b\r\n');
  });

  it('is empty for nothing and JSON for structured values', () => {
    expect(csvLine([null, undefined, { a: 1 }, ['b']])).toBe(',,"{""a"":1}","[""b""]"\r\n');
  });

  it('lets no text steer the terminal it is shown on', () => {
    expect(csvLine(['a\u001b[2Jb', 'c\u202ed', { x: '\u009b' }])).toBe(
      'a [2Jb,c d,"{""x"":""\\u009b""}"\r\n',
    );
  });
});
