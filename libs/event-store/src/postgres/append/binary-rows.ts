/** Object ids of built-in types, the same in every PostgreSQL. */
export const OID = {
  int4: 23,
  text: 25,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
} as const;

const NULL_LENGTH = -1;
const JSONB_VERSION = 1;
const TWO_TO_32 = 2 ** 32;

/** The value of each hexadecimal digit by its character code. */
const DIGITS = new Uint8Array(128);
for (let value = 0; value < 16; value++) DIGITS[value.toString(16).charCodeAt(0)] = value;
/** Where the two digits of each byte stand in the usual form of a UUID. */
const UUID_PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;

/**
 * An array of rows in the binary format of PostgreSQL's `array_recv` and `record_recv`: a header, and for each row its
 * length, its number of attributes and each attribute with its type and length. All numbers are big-endian. Every append
 * passes through here, so it writes into one block of memory and makes no objects on the way.
 */
export class BinaryRows {
  private buffer: Buffer;
  private view: DataView;
  private length = 0;

  /**
   * @param rowType object id of the composite type
   * @param rowCount rows that will be written, at least one
   * @param expectedBytes about how much room they take
   */
  constructor(rowType: number, rowCount: number, expectedBytes: number) {
    this.buffer = Buffer.allocUnsafe(Math.max(64, expectedBytes));
    this.view = viewOf(this.buffer);
    const [dimensions, hasNulls, lowerBound] = [1, 0, 1];
    for (const value of [dimensions, hasNulls, rowType, rowCount, lowerBound]) this.number(value);
  }

  /** Begins a row of so many attributes; the answer is what `endRow` asks for. */
  beginRow(attributes: number): number {
    this.reserve(8);
    const start = this.length;
    this.length += 4;
    this.number(attributes);
    return start;
  }

  /** @param start what `beginRow` answered */
  endRow(start: number): void {
    this.view.setInt32(start, this.length - start - 4);
  }

  int(value: number): void {
    this.attribute(OID.int4, 4, 4);
    this.number(value);
  }

  none(type: number): void {
    this.attribute(type, NULL_LENGTH, 0);
  }

  text(value: string): void {
    const lengthAt = this.beginString(OID.text, value);
    this.endString(lengthAt, this.buffer.write(value, this.length, 'utf8'));
  }

  /** @param json valid JSON text */
  jsonb(json: string): void {
    const lengthAt = this.beginString(OID.jsonb, json);
    this.buffer[this.length] = JSONB_VERSION;
    this.endString(lengthAt, 1 + this.buffer.write(json, this.length + 1, 'utf8'));
  }

  /** @param value in lower case and the usual form of 36 characters */
  uuid(value: string): void {
    this.attribute(OID.uuid, 16, 16);
    for (const place of UUID_PLACES) {
      this.buffer[this.length++] = (digitAt(value, place) << 4) | digitAt(value, place + 1);
    }
  }

  /** @param microseconds since 2000-01-01T00:00:00Z, a safe integer */
  timestamp(microseconds: number): void {
    this.attribute(OID.timestamptz, 8, 8);
    this.number(Math.floor(microseconds / TWO_TO_32));
    this.number(microseconds % TWO_TO_32);
  }

  /** The finished value; nothing can be written afterwards. */
  end(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  /** Type and length of an attribute, with room for so many bytes after them. */
  private attribute(type: number, length: number, bytes: number): void {
    this.reserve(8 + bytes);
    this.view.setInt32(this.length, type);
    this.view.setInt32(this.length + 4, length);
    this.length += 8;
  }

  /** The lowest 32 bits of the number. */
  private number(value: number): void {
    this.view.setInt32(this.length, value);
    this.length += 4;
  }

  /** A text is as long as its UTF-8 bytes, which are known only when it is written. */
  private beginString(type: number, value: string): number {
    this.attribute(type, 0, 1 + value.length * 3);
    return this.length - 4;
  }

  private endString(lengthAt: number, bytes: number): void {
    this.view.setInt32(lengthAt, bytes);
    this.length += bytes;
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
    this.view = viewOf(larger);
  }
}

const digitAt = (text: string, place: number): number => DIGITS[text.charCodeAt(place)] ?? 0;

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer): DataView =>
  new DataView(buffer, byteOffset, byteLength);
