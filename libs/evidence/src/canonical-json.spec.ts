import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, digestOf, sha256 } from './canonical-json';

describe('the canonical form', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: { d: 'đ', c: [2, 1] } })).toBe(
      '{"a":{"c":[2,1],"d":"đ"},"b":1}',
    );
    expect(digestOf({ b: 1, a: 2 })).toBe(digestOf({ a: 2, b: 1 }));
  });

  it('sorts keys by UTF-16 code units as RFC 8785, section 3.2.3, says', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: 7,
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  it('keeps the order of lists', () => {
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ points: Number.NaN })).toThrow();
  });

  it('hashes as the published vector of SHA-256 says', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the quick way of writing the canonical form', () => {
  it('writes what the slow one writes, whatever the document', () => {
    const keys = fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '9', 'é', 'z'));
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const values = [fc.string(), fc.boolean(), finite, fc.constantFrom(null, undefined)];
    const documents = fc.object({ key: keys, values, withNullPrototype: true });
    fc.assert(
      fc.property(documents, (document) => {
        expect(canonicalJson(document)).toBe(canonicalize(document));
      }),
    );
  });
});
