import { fields } from '@thidua/kernel';
import fc from 'fast-check';
import { planIdOf, taskIdOf } from './plan-ids';

describe('the id of a plan', () => {
  it('is the first 12 hex digits of the hash of its file', () => {
    expect(planIdOf('0123456789abcdef'.repeat(4))).toBe('0123456789ab');
  });
});

describe('the id of a task', () => {
  it.each([
    ['2.3.a', 'p.2.3.a'],
    ['II.3.đ', 'p.II.3.dd'],
    ['Đ', 'p.DD'],
    ['1 (bis)', 'p.1_20__28_bis_29_'],
  ])('is read from the number: %s', (no, taskId) => {
    expect(taskIdOf('p', no)).toBe(taskId);
  });

  it.each([
    ['d', 'đ'],
    ['dd', 'đ'],
    ['ddd', 'dđ'],
    ['dđ', 'đd'],
    ['DD', 'Đ'],
    ['_', '_5f_'],
    ['a', 'A'],
  ])('differs for %s and %s', (one, other) => {
    expect(taskIdOf('p', one)).not.toBe(taskIdOf('p', other));
  });

  it('is the same for both Unicode spellings of one number', () => {
    expect(taskIdOf('p', 'ă'.normalize('NFD'))).toBe(taskIdOf('p', 'ă'));
  });

  it('never joins two numbers and always keeps to the alphabet of ids', () => {
    const letter = fc.constantFrom('d', 'đ', 'D', 'Đ', '_', '.', '-', '6', '4', 'a', 'ă', ' ', '/');
    const number = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(fields.id().safeParse(taskIdOf('p', one)).success).toBe(true);
        expect(taskIdOf('p', one) === taskIdOf('p', other)).toBe(one === other);
      }),
      { numRuns: 2000 },
    );
  });
});
