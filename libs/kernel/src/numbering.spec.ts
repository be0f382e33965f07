import * as fc from 'fast-check';
import { compareNumbering, numberingKey } from './numbering';

const sorted = (...numbers: readonly string[]) => numbers.toSorted(compareNumbering);

describe('the numbers of a plan', () => {
  it.each([
    ['digits as numbers', ['3.1', '3.2', '3.10', '10', '10.1']],
    ['a part before what it holds', ['2', '2.3', '2.3.a', '2.3.b', '2.4']],
    ['letters as the alphabet has them', ['2.a', '2.ă', '2.â', '2.b', '2.d', '2.đ', '2.e', '2.ê']],
    ['the later letters too', ['2.o', '2.ô', '2.ơ', '2.p', '2.u', '2.ư', '2.v']],
    ['Roman numbers as numbers', ['I.2', 'II.1.a', 'IV.2', 'V.1', 'IX.1', 'X', 'XIV.2']],
    ['Roman numbers and digits at one place', ['II.9', 'II.10', 'III.1']],
    ['capital letters as letters', ['A', 'B', 'C', 'D']],
    ['a letter behind a number', ['3', '3a', '3b', '4']],
  ])('are ordered with %s', (_what, expected) => {
    expect(sorted(...expected.toReversed())).toEqual(expected);
  });

  it('are one however they are typed, and still in a fixed order', () => {
    expect(numberingKey('2.3.Đ')).toBe(numberingKey('2.3.đ'));
    expect(numberingKey('2.3.đ'.normalize('NFD'))).toBe(numberingKey('2.3.đ'));
    expect(numberingKey('2.3.')).toBe(numberingKey('2.3'));
    expect(numberingKey('03')).toBe(numberingKey('3'));
    expect(sorted('2.3.', '2.3')).toEqual(['2.3', '2.3.']);
  });

  it('are in one order only', () => {
    const part = fc.oneof(fc.nat({ max: 120 }).map(String), fc.constantFrom('a', 'đ', 'IV', 'I'));
    const number = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(number, number, number, (one, two, three) => {
        expect(compareNumbering(one, two) + compareNumbering(two, one)).toBe(0);
        const [a = '', b = '', c = ''] = sorted(one, two, three);
        expect([a, b, c]).toEqual(sorted(three, one, two));
        expect(compareNumbering(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
