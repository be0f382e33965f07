import { toNfc, type PlanId, type TaskId } from '@thidua/kernel';

/** The plan id of a file: the first 12 hex digits of its SHA-256, so that one file is one plan. */
export const planIdOf = (fileSha256: string): PlanId => fileSha256.slice(0, 12);

const KEPT = /^[A-Za-z0-9.-]$/;
/** Readable spellings for the two letters that Vietnamese numbering uses beside the Latin ones. */
const SPELT: Readonly<Record<string, string>> = { đ: 'dd', Đ: 'DD' };

const escaped = (letter: string): string => `_${(letter.codePointAt(0) ?? 0).toString(16)}_`;

function encoded(letter: string, before: string | undefined, after: string | undefined): string {
  const spelt = SPELT[letter];
  if (spelt !== undefined) return spelt;
  // A written "dd" may not look like "đ": beside another d or đ of the same case the plain letter is escaped.
  const twin = letter === 'd' ? 'đ' : letter === 'D' ? 'Đ' : null;
  const ambiguous =
    twin !== null && [before, after].some((near) => near === letter || near === twin);
  return KEPT.test(letter) && !ambiguous ? letter : escaped(letter);
}

/**
 * The task id of a numbered item: `<planId>.<number>` in the alphabet of ids. Two different numbers never share an id:
 * "d" and "đ" are different items in one list, upper and lower case too.
 */
export function taskIdOf(planId: PlanId, no: string): TaskId {
  const letters = Array.from(toNfc(no));
  const number = letters
    .map((letter, index) => encoded(letter, letters[index - 1], letters[index + 1]))
    .join('');
  return `${planId}.${number}`;
}
