import type { Json } from '@thidua/kernel';
import { sameFacts } from './same-facts';

describe('two pieces of data', () => {
  it.each<[Json, Json]>([
    [1, 1],
    ['a', 'a'],
    [null, null],
    [
      { a: 1, b: [1, { c: null }] },
      { b: [1, { c: null }], a: 1 },
    ],
    // A field that is absent says no more than one that is null.
    [{ a: null }, {}],
  ])('say the same: %j and %j', (one, other) => {
    expect(sameFacts(one, other)).toBe(true);
    expect(sameFacts(other, one)).toBe(true);
  });

  it.each<[Json, Json]>([
    [1, '1'],
    [null, 0],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [[1], { 0: 1 }],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: 1 }, null],
  ])('differ: %j and %j', (one, other) => {
    expect(sameFacts(one, other)).toBe(false);
    expect(sameFacts(other, one)).toBe(false);
  });
});
