import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Keys that a plain object does not keep in the order they were set in, or does not keep at all. */
const OUT_OF_ORDER = /^(\d+|__proto__)$/;

/** Stands for a value that only the slow way writes right. */
const SLOW = Symbol('slow');

type Fields = Readonly<Record<string, unknown>>;

/** Null where a key or what it holds must go the slow way. */
function inOrder(fields: Fields, keys: readonly string[]): Fields | null {
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    const as = OUT_OF_ORDER.test(key) ? SLOW : ordered(fields[key]);
    if (as === SLOW) return null;
    copy[key] = as;
  }
  return copy;
}

function orderedFields(fields: Fields): unknown {
  const keys = Object.keys(fields);
  let before = '';
  for (const key of keys) {
    const value = fields[key];
    const as = key < before ? SLOW : ordered(value);
    if (as !== value) return inOrder(fields, keys.sort()) ?? SLOW;
    before = key;
  }
  return fields;
}

function orderedItems(items: readonly unknown[]): unknown {
  let copy: unknown[] | null = null;
  for (const [index, item] of items.entries()) {
    const as = ordered(item);
    if (as === SLOW) return SLOW;
    if (as !== item) copy ??= [...items];
    if (copy !== null) copy[index] = as;
  }
  return copy ?? items;
}

/** The value with all keys in order, the very same where they are already; SLOW where only the slow way is right. */
function ordered(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : SLOW;
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value) return SLOW;
  return Array.isArray(value) ? orderedItems(value) : orderedFields(value as Fields);
}

/**
 * The canonical form of RFC 8785 (JCS): one document, one sequence of bytes. Text is expected in NFC already; 64-bit
 * numbers and points travel as strings, so no number here can lose digits. Most documents are put in order and written by
 * the engine at once, which takes a fraction of the time; it writes text and numbers exactly as the RFC asks.
 * @throws TypeError when the value holds something JSON cannot say (undefined at the top, NaN, a bigint).
 */
export function canonicalJson(value: unknown): string {
  const found = ordered(value);
  const text: string | undefined = found === SLOW ? canonicalize(value) : JSON.stringify(found);
  if (text === undefined) throw new TypeError('The value has no JSON form');
  return text;
}

/** SHA-256 in lower-case hex of the text's UTF-8 bytes, or of the bytes themselves. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex');

/** SHA-256 over the canonical form: equal for equal documents, whatever the order of their keys. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
