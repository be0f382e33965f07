import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Keys that a plain object does not keep in the order they were set in, or does not keep at all. */
const OUT_OF_ORDER = /^(\d+|__proto__)$/;

/** The value with all keys in order; null where only the slow way is right. */
function ordered(value: unknown): { readonly as: unknown } | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { as: value } : null;
  if (typeof value !== 'object' || value === null) return { as: value };
  if ('toJSON' in value) return null;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value as readonly unknown[]) {
      const found = ordered(item);
      if (found === null) return null;
      items.push(found.as);
    }
    return { as: items };
  }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const found = OUT_OF_ORDER.test(key) ? null : ordered((value as typeof copy)[key]);
    if (found === null) return null;
    copy[key] = found.as;
  }
  return { as: copy };
}

/**
 * The canonical form of RFC 8785 (JCS): one document, one sequence of bytes. Text is expected in NFC already; 64-bit
 * numbers and points travel as strings, so no number here can lose digits. Most documents are put in order and written by
 * the engine at once, which takes a fraction of the time; it writes text and numbers exactly as the RFC asks.
 * @throws TypeError when the value holds something JSON cannot say (undefined at the top, NaN, a bigint).
 */
export function canonicalJson(value: unknown): string {
  const found = ordered(value);
  const text: string | undefined = found === null ? canonicalize(value) : JSON.stringify(found.as);
  if (text === undefined) throw new TypeError('The value has no JSON form');
  return text;
}

/** SHA-256 in lower-case hex of the text's UTF-8 bytes, or of the bytes themselves. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex');

/** SHA-256 over the canonical form: equal for equal documents, whatever the order of their keys. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
