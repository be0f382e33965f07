import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The canonical form of RFC 8785 (JCS): one document, one sequence of bytes. Text is expected in NFC already; 64-bit
 * numbers and points travel as strings, so no number here can lose digits.
 * @throws TypeError when the value holds something JSON cannot say (undefined at the top, NaN, a bigint).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The value has no JSON form');
  return text;
}

/** SHA-256 in lower-case hex of the text's UTF-8 bytes, or of the bytes themselves. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** SHA-256 over the canonical form: equal for equal documents, whatever the order of their keys. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
