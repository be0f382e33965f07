/** One line of the original, trimmed and with single spaces; blank lines are kept so that numbers stay true. */
export interface SourceLine {
  /** Counted from 1 in the original text. */
  readonly number: number;
  readonly text: string;
  /** True for the first line of a page: it begins with a space and no blank line stands before it. */
  readonly startsPage: boolean;
  /** Spaces before the text; a long run on a line of its own announces a footnote. */
  readonly blankLength: number;
}

/** Splits text as PDF extraction leaves it. NFC is applied line by line, so line numbers are those of the original. */
export function readSourceLines(text: string): SourceLine[] {
  const rawLines = text.split(/\r\n|\n|\r/);
  return rawLines.map((raw, index) => {
    const tidy = tidySpaces(raw.normalize('NFC'));
    const previous = rawLines[index - 1];
    const follows = previous !== undefined && previous.trim() !== '';
    return {
      number: index + 1,
      text: tidy,
      startsPage: tidy !== '' && (raw.startsWith('\f') || (follows && /^[ \u00a0]/.test(raw))),
      blankLength: tidy === '' ? raw.length : 0,
    };
  });
}

/** Single spaces, none at the ends; zero-width marks are dropped because they break every comparison. */
export const tidySpaces = (text: string): string =>
  text
    .replace(/[\u061c\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const LONGEST_WIDTH = 400;
const FALLBACK_WIDTH = 80;

/** The width at which the text was wrapped: nine lines in ten are not longer. */
export function wrapWidth(lines: readonly SourceLine[]): number {
  const lengths = lines.filter(({ text }) => text !== '').map(({ text }) => text.length);
  if (lengths.length === 0) return FALLBACK_WIDTH;
  lengths.sort((a, b) => a - b);
  return Math.min(lengths[Math.floor(lengths.length * 0.9)] ?? FALLBACK_WIDTH, LONGEST_WIDTH);
}

/**
 * Lower case with one kind of dash, of the same length, so that places found in it hold in the original. The kernel's
 * folding also rewrites tone marks ("hoạch" to "họach"): right between two names, wrong for matching our own words.
 */
export const inLowerCase = (text: string): string =>
  text
    .replace(/İ/g, 'I')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-');
