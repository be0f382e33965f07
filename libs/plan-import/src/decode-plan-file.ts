import { strayCharacterIn, toNfc } from '@thidua/kernel';
import { rejectPlanFile } from './plan-import.rejections';

/** 5 MiB: a plan of a hundred pages is a tenth of that. */
export const PLAN_FILE_BYTES_MAX = 5 * 1024 * 1024;

interface BinaryFormat {
  readonly format: string;
  readonly magic: readonly number[];
  readonly adviceVi: string;
  readonly adviceEn: string;
}

const SAVE_AS_TEXT = {
  adviceVi: 'Hãy mở tệp bằng Word, chọn "Lưu thành", dạng văn bản thuần (UTF-8), rồi tải lên lại.',
  adviceEn: 'Open it in a word processor, save it as plain text (UTF-8) and upload that.',
};

const BINARY_FORMATS: readonly BinaryFormat[] = [
  {
    format: 'PDF',
    magic: [0x25, 0x50, 0x44, 0x46],
    adviceVi: 'Hãy trích chữ của tệp PDF (ví dụ bằng pdftotext) rồi tải lên tệp .txt.',
    adviceEn: 'Extract its text (for instance with pdftotext) and upload the .txt file.',
  },
  { format: 'DOCX/ZIP', magic: [0x50, 0x4b, 0x03, 0x04], ...SAVE_AS_TEXT },
  { format: 'DOC', magic: [0xd0, 0xcf, 0x11, 0xe0], ...SAVE_AS_TEXT },
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/**
 * Text of an uploaded plan: UTF-8, or UTF-16 announced by its byte order mark; NFC, with the lines of the original.
 * @throws CommandRejected PLAN_FILE_EMPTY, PLAN_FILE_BINARY, PLAN_FILE_NOT_TEXT, PLAN_FILE_STRAY_CHARACTER or
 * PLAN_FILE_TOO_LARGE.
 */
export function decodePlanFile(bytes: Uint8Array): { readonly text: string } {
  if (bytes.length > PLAN_FILE_BYTES_MAX) {
    rejectPlanFile('PLAN_FILE_TOO_LARGE', {
      byteCount: bytes.length,
      byteCountMax: PLAN_FILE_BYTES_MAX,
    });
  }
  refuseKnownBinary(bytes);
  const text = toNfc(decodeByMark(bytes));
  if (text.trim() === '') rejectPlanFile('PLAN_FILE_EMPTY');
  refuseStray(text);
  return { text };
}

/** What programs leave in text for pages, lines and directions, which the reader of lines passes over. */
const LAYOUT = /[\v\f\u061c\u200e\u200f\u2028\u2029\ufeff]/g;

function refuseStray(text: string): void {
  if (strayCharacterIn(text.replace(LAYOUT, ' ')) === null) return;
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const stray = strayCharacterIn(line.replace(LAYOUT, ' '));
    if (stray !== null) rejectPlanFile('PLAN_FILE_STRAY_CHARACTER', { line: index + 1, ...stray });
  });
}

function refuseKnownBinary(bytes: Uint8Array): void {
  const known = BINARY_FORMATS.find(({ magic }) => startsWith(bytes, magic));
  if (known === undefined) return;
  const { format, adviceVi, adviceEn } = known;
  rejectPlanFile('PLAN_FILE_BINARY', { format, adviceVi, adviceEn });
}

function decodeByMark(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, true);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, false);
  refuseNul(bytes);
  return decodeUtf8(bytes);
}

function refuseNul(bytes: Uint8Array): void {
  const byteOffset = bytes.indexOf(0);
  if (byteOffset < 0) return;
  rejectPlanFile('PLAN_FILE_BINARY', {
    format: 'nhị phân / binary',
    byteOffset,
    adviceVi: `Có byte rỗng tại vị trí ${byteOffset}. ${SAVE_AS_TEXT.adviceVi}`,
    adviceEn: `It has a NUL byte at offset ${byteOffset}. ${SAVE_AS_TEXT.adviceEn}`,
  });
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const encoding = 'UTF-8';
    return rejectPlanFile('PLAN_FILE_NOT_TEXT', { encoding, byteOffset: brokenByteOffset(bytes) });
  }
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const codeUnits = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let pending = '';
  for (let offset = 2; offset < bytes.length; offset += 2) {
    if (offset + 1 === bytes.length) return refuseUtf16(littleEndian, offset);
    const unit = String.fromCharCode(codeUnits.getUint16(offset, littleEndian));
    const [isHigh, isLow] = [
      unit >= '\ud800' && unit <= '\udbff',
      unit >= '\udc00' && unit <= '\udfff',
    ];
    if (isLow !== (pending !== '')) return refuseUtf16(littleEndian, offset);
    if (!isHigh) parts.push(pending + unit);
    pending = isHigh ? unit : '';
  }
  return pending === '' ? parts.join('') : refuseUtf16(littleEndian, bytes.length);
}

const refuseUtf16 = (littleEndian: boolean, byteOffset: number): never =>
  rejectPlanFile('PLAN_FILE_NOT_TEXT', {
    encoding: littleEndian ? 'UTF-16LE' : 'UTF-16BE',
    byteOffset,
  });

/** The longest prefix that is UTF-8 ends where the first broken sequence begins. */
function brokenByteOffset(bytes: Uint8Array): number {
  let [valid, broken] = [0, bytes.length];
  while (broken - valid > 1) {
    const middle = (valid + broken) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) valid = middle;
    else broken = middle;
  }
  return broken - 1;
}

/** True also where the last character is merely cut in two: `stream` waits for its remaining bytes. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
