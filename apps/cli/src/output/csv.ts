import { replaceStray } from '@thidua/kernel';
import { jsonText } from './plain-text';

/** Spreadsheets run cells that begin so as formulas, and a reason typed by a stranger must not run on the clerk's machine. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell: formulas made harmless by a leading apostrophe, quoted where RFC 4180 asks for it. */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : asText(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One line with the line end of RFC 4180. */
export const csvLine = (values: readonly unknown[]): string =>
  `${values.map(csvCell).join(',')}\r\n`;

/** Excel takes a file for UTF-8, and so shows Vietnamese letters, only with this mark in front. */
export const CSV_BYTE_ORDER_MARK = '\ufeff';

const asText = (value: unknown): string =>
  typeof value === 'string' ? replaceStray(value, () => ' ') : jsonText(value);
