/**
 * A number written the Vietnamese way as decimal text: the dot divides thousands, the comma decimals ("126.305" is
 * 126305, "99,97" is 99.97). A dot that cannot divide thousands is read as a decimal point. Null where it is no number.
 */
export function readDecimal(written: string): string | null {
  const text = written.trim();
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d{1,10})?$/.test(text)) {
    return text.replace(/\./g, '').replace(',', '.');
  }
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) return text.replace(/,/g, '');
  return /^\d{1,20}(?:[.,]\d{1,10})?$/.test(text) ? text.replace(',', '.') : null;
}

/** For display and JSON output only: a JSON number may lose digits that the decimal text keeps. */
export const decimalToJsonNumber = (text: string): number => Number(text);
