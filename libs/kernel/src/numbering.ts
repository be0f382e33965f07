import { foldForComparison, toNfc } from './text';

/** Letters as the Vietnamese alphabet orders them, with those that share one base letter: d before đ. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  ['aăâ', 'dđ', 'eê', 'oôơ', 'uư'].flatMap((letters) =>
    Array.from(toNfc(letters)).map((letter, index, [base]) => [letter, `${base}${index}`] as const),
  ),
);

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** Plans number their parts in capitals up to a few dozen; C, D, L and M stand for letters of the alphabet. */
const ROMAN_NUMBER = /^[IVX]+$/;

/** Longest number of a plan that is still a number and not a code. */
const DIGITS = 9;

function romanValue(numeral: string): number {
  const values = Array.from(numeral).map((letter) => ROMAN[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

const numberKey = (value: number | string): string => `1${String(value).padStart(DIGITS, '0')}`;

/** The five tone marks; a letter is ordered without its tone. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

const lettersKey = (letters: string): string =>
  `2${Array.from(toNfc(letters.normalize('NFD').replace(TONES, '')))
    .map((letter) => VARIANTS.get(letter) ?? `${letter}0`)
    .join('')}`;

function partKey(part: string): string {
  if (ROMAN_NUMBER.test(part)) return numberKey(romanValue(part));
  const pieces = part.match(/\d+|\p{L}+/gu) ?? [];
  return pieces
    .map((piece) => (/\d/.test(piece) ? numberKey(piece) : lettersKey(foldForComparison(piece))))
    .join('.');
}

/**
 * Text by which written numbers of a plan are ordered as people count, compared byte by byte: 3.2 before 3.10, 2.3.d
 * before 2.3.đ, II before IX, a part before what it holds. What is written alike but for case or signs has one key.
 */
export const numberingKey = (no: string): string =>
  toNfc(no)
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '')
    .map(partKey)
    .join('.');

/** Compares two written numbers of plans as people count; those with one key by how they are written. */
export function compareNumbering(one: string, other: string): number {
  const [a, b] = [numberingKey(one), numberingKey(other)];
  if (a !== b) return a < b ? -1 : 1;
  return one === other ? 0 : one < other ? -1 : 1;
}
