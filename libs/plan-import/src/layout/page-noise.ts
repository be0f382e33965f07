import type { SourceLine } from './source-lines';

/** A note at the foot of a page; its mark stands glued to a word further up. */
interface Footnote {
  readonly mark: string;
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

/** Finds the footnote a mark on a line points at: the next one below it with that number. */
export type FindFootnote = (mark: string, line: number) => Footnote | undefined;

export interface CleanPages {
  readonly lines: readonly SourceLine[];
  readonly findFootnote: FindFootnote;
}

const PAGE_NUMBER = /^(?:trang )?[-–]? ?(\d{1,3}) ?[-–]?(?: ?\/ ?\d{1,3})?$/i;
const RULE_OR_LINK = /^(?:[-–—_=*.…]{3,}|https?:\/\/\S+)$/;
const FOOTNOTE_START = /^(\d{1,2}) ?(?=\p{Lu}\p{L})/u;
const GLUED_MARK = /(?<=\p{Ll}{2})(\d{1,2})(?=$|[\s.,;:)(])/gu;
/** Word and PDF draw the line above a footnote as a run of spaces. */
const FOOTNOTE_RULE_LENGTH = 15;
const PAGE_NUMBER_STEP_MAX = 5;

/** Takes page numbers, drawn rules, bare links and footnotes out of the running text. */
export function cleanPages(lines: readonly SourceLine[]): CleanPages {
  const body: SourceLine[] = [];
  const footnotes: Footnote[] = [];
  const marksSeen = new Set<string>();
  let [pageNumber, index] = [0, 0];
  while (index < lines.length) {
    const line = lines[index] as SourceLine;
    const page = pageNumberOf(line, pageNumber);
    const mark = footnoteMarkAt(lines, index, marksSeen);
    if (mark !== null) {
      const end = footnoteEnd(lines, index);
      footnotes.push(footnoteOf(lines.slice(index, end), mark));
      index = end;
      continue;
    }
    if (page !== null) pageNumber = page;
    else if (!RULE_OR_LINK.test(line.text)) body.push(line);
    for (const match of line.text.matchAll(GLUED_MARK)) marksSeen.add(match[1] ?? '');
    index += 1;
  }
  return { lines: body, findFootnote: footnoteFinder(footnotes) };
}

/** Numbers start again on every page, so each number has its own list, searched by halving. */
function footnoteFinder(footnotes: readonly Footnote[]): FindFootnote {
  const byMark = new Map<string, Footnote[]>();
  for (const footnote of footnotes) {
    const sameMark = byMark.get(footnote.mark) ?? [];
    sameMark.push(footnote);
    byMark.set(footnote.mark, sameMark);
  }
  return (mark, line) => {
    const candidates = byMark.get(mark) ?? [];
    let [low, high] = [0, candidates.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[middle]?.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return candidates[low];
  };
}

/** A lone number counts as a page number only where it carries on the numbering; else it may be the end of a sentence. */
function pageNumberOf(line: SourceLine, previous: number): number | null {
  const match = PAGE_NUMBER.exec(line.text);
  if (match === null) return null;
  const page = Number(match[1]);
  return page > previous && page <= previous + PAGE_NUMBER_STEP_MAX ? page : null;
}

/** A footnote begins with a bare number, without the dot of an item, whose mark was seen or below a drawn rule. */
function footnoteMarkAt(
  lines: readonly SourceLine[],
  index: number,
  marksSeen: ReadonlySet<string>,
): string | null {
  const mark = FOOTNOTE_START.exec(lines[index]?.text ?? '')?.[1] ?? null;
  if (mark === null) return null;
  const isBelowRule = (lines[index - 1]?.blankLength ?? 0) >= FOOTNOTE_RULE_LENGTH;
  return isBelowRule || marksSeen.has(mark) ? mark : null;
}

const OPENS_SOMETHING =
  /^(?:[-–+•*] ?\S|\d{1,2}[.)] ?\p{Lu}|\d{1,2}\.\d{1,2}|[a-zđ]\) |[IVX]+\. )/u;

/** A footnote ends at the next page, at the next footnote, at an item or bullet, or where the page's own sentence goes on. */
function footnoteEnd(lines: readonly SourceLine[], start: number): number {
  let written = lines[start]?.text ?? '';
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] as SourceLine;
    if (line.text === '') continue;
    const goesOn = written.endsWith('.') && /^\p{Ll}/u.test(line.text);
    if (line.startsPage || goesOn || isNextOpening(line.text)) return index;
    written = line.text;
  }
  return lines.length;
}

const isNextOpening = (text: string): boolean =>
  OPENS_SOMETHING.test(text) || FOOTNOTE_START.test(text) || RULE_OR_LINK.test(text);

function footnoteOf(lines: readonly SourceLine[], mark: string): Footnote {
  const written = lines.filter(({ text }) => text !== '');
  const text = joinWrapped(written.map((line) => line.text)).slice(mark.length);
  const [first, last] = [written[0], written[written.length - 1]];
  return { mark, text: text.trim(), line: first?.number ?? 0, lastLine: last?.number ?? 0 };
}

/** Joins wrapped lines; a hyphen glued to the last word belongs to a number or name and takes no space after it. */
const joinWrapped = (texts: readonly string[]): string =>
  texts.map((text, index) => text + (index + 1 === texts.length ? '' : gapAfter(text))).join('');

/** "331/UBND-" goes on without a space, "kinh tế -" with one. */
export const gapAfter = (text: string): '' | ' ' => (/[^\s-]-$/.test(text) ? '' : ' ');
