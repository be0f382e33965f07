import type { CommandRejected } from '@thidua/kernel';
import { decodePlanFile, PLAN_FILE_BYTES_MAX } from './decode-plan-file';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].forEach((unit, index) => {
    view.setUint16(2 * index, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
};
const refusal = (bytes: Uint8Array): CommandRejected => {
  try {
    decodePlanFile(bytes);
  } catch (error) {
    return error as CommandRejected;
  }
  throw new Error('The file was accepted');
};

describe('a plan file', () => {
  it('is read from UTF-8 and normalised without moving lines', () => {
    const { text } = decodePlanFile(utf8('\ufeffKế hoạch\r\n\n'.normalize('NFD') + 'dòng ba'));
    expect(text.split('\n')).toEqual(['Kế hoạch\r', '', 'dòng ba']);
  });

  it.each([true, false])(
    'is read from UTF-16 with a byte order mark (little endian: %s)',
    (endian) => {
      expect(decodePlanFile(utf16('Chủ trì: Văn phòng', endian)).text).toBe('Chủ trì: Văn phòng');
    },
  );

  it.each([
    ['', 'no byte'],
    [' \n\t \n', 'blank lines'],
    ['\ufeff', 'only a mark'],
  ])('is refused when empty: %j (%s)', (text) => {
    expect(refusal(utf8(text)).code).toBe('PLAN_FILE_EMPTY');
  });

  it.each([
    [[0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    [[0x50, 0x4b, 0x03, 0x04, 0x14], 'DOCX/ZIP'],
    [[0xd0, 0xcf, 0x11, 0xe0], 'DOC'],
  ])('is refused with advice when it is binary: %j %s', (bytes, format) => {
    const error = refusal(new Uint8Array(bytes));
    expect(error).toMatchObject({ code: 'PLAN_FILE_BINARY', facts: { format } });
    expect(error.vi).not.toContain('{');
  });

  it.each([
    ['dòng một\r\n\u001b[31mdòng hai', 2, 'U+001B', 1],
    ['\fdòng một\n\ndòng \u202eba', 3, 'U+202E', 6],
    ['ô\u0007 của bảng', 1, 'U+0007', 2],
  ])('is refused for a character that steers or hides, with its line: %j', (text, ...where) => {
    const [line, character, place] = where;
    const facts = { line, character, place };
    expect(refusal(utf8(text))).toMatchObject({ code: 'PLAN_FILE_STRAY_CHARACTER', facts });
  });

  it('may hold what programs leave for pages, soft lines and directions', () => {
    const text = '\fKế hoạch\v2025\u200e\tSở';
    expect(decodePlanFile(utf8(text)).text).toBe(text);
  });

  it('is refused for a NUL byte, which no text holds', () => {
    expect(refusal(new Uint8Array([0x41, 0x00, 0x42]))).toMatchObject({
      code: 'PLAN_FILE_BINARY',
      facts: { byteOffset: 1 },
    });
  });

  it.each([0, 1, 7, 5000])(
    'is refused with the offset of the first byte that is not UTF-8: %i',
    (at) => {
      const bytes = new Uint8Array(6000).fill(0x61);
      bytes[at] = 0xff;
      expect(refusal(bytes)).toMatchObject({
        code: 'PLAN_FILE_NOT_TEXT',
        facts: { encoding: 'UTF-8', byteOffset: at },
      });
    },
  );

  it('is refused when UTF-16 breaks off in the middle of a character', () => {
    const error = refusal(utf16('Kế', true).subarray(0, 5));
    expect(error).toMatchObject({ code: 'PLAN_FILE_NOT_TEXT', facts: { byteOffset: 4 } });
  });

  it('is refused above the limit of size', () => {
    const error = refusal(new Uint8Array(PLAN_FILE_BYTES_MAX + 1).fill(0x61));
    expect(error.code).toBe('PLAN_FILE_TOO_LARGE');
  });
});
