import { parseRational } from '@thidua/kernel';
import { z } from 'zod';

/** Exact points or shares as text: `5/2`, `-3` (never a float, and never divided by zero). */
export const fraction = () =>
  z.string().refine((value) => /^-?\d{1,12}(\/[1-9]\d{0,11})?$/.test(value), {
    error: 'phải là phân số viết bằng chữ số, ví dụ "5/2" (must be a fraction such as "5/2")',
  });

/** A part of a whole, more than nothing and at most all of it: `2/3`, `1`. */
export const share = () =>
  fraction().refine(
    (value) => {
      const read = parseRational(value);
      return read !== null && read.numerator > 0n && read.numerator <= read.denominator;
    },
    { error: 'phải lớn hơn 0 và không quá 1, ví dụ "2/3" (must be a share such as "2/3")' },
  );

/** Points or a quantity a person types: `2.5`, `2,5` or `5/2`; zero or more. */
export const amount = () =>
  z.string().refine((value) => /^\d{1,9}([.,]\d{1,6}|\/[1-9]\d{0,8})?$/.test(value), {
    error: 'phải là số không âm, ví dụ "2,5" hoặc "5/2" (must be a number of zero or more)',
  });

/** Two amounts that are the same number, however they are written. */
export const isSameAmount = (a: string, b: string): boolean => {
  const [x, y] = [parseRational(a), parseRational(b)];
  return x !== null && y !== null && x.numerator === y.numerator && x.denominator === y.denominator;
};
