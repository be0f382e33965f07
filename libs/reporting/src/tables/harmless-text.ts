import { replaceStray } from '@thidua/kernel';

/**
 * What spreadsheets take for a formula when text begins so. The wide forms are those an East Asian keyboard types; the
 * line feed is skipped by some before they look for a formula.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Whether a spreadsheet could run the text: a reason typed by a stranger must not run on the clerk’s machine. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** Text recorded before the door refused control characters: XML cannot hold them, and they are no part of any word. */
export const withoutControls = (text: string): string => replaceStray(text, () => ' ');
