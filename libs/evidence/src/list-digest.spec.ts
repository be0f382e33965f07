import fc from 'fast-check';
import { digestOf } from './canonical-json';
import { ListDigest } from './list-digest';

describe('the digest of a document with a long list', () => {
  it('is that of the whole document, wherever the list stands in it', () => {
    const documents = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(documents, fc.string(), fc.array(fc.jsonValue()), (document, list, items) => {
        const digest = new ListDigest(document, list);
        for (const item of items) digest.add(item);
        const whole: Record<string, unknown> = Object.fromEntries([
          ...Object.entries(document),
          [list, items],
        ]);
        expect(digest.digest()).toBe(digestOf(whole));
      }),
    );
  });
});
