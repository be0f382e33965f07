import { readLabel, readLabelWithoutColon, innerLabelStarts, type Labelled } from './field-labels';
import { NO_NUMBERING, numberingAfter, readMarker, type Marker, type Numbering } from './markers';
import { gapAfter } from './page-noise';
import { wrapWidth, type SourceLine } from './source-lines';

/** Wrapped lines joined back into one text. */
export interface Paragraph {
  readonly marker: Marker | null;
  /** Set when the paragraph is a field of a task; `text` is then the field's content. */
  readonly label: Labelled | null;
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

interface OpenParagraph {
  readonly marker: Marker | null;
  readonly first: string;
  readonly lines: SourceLine[];
  readonly isField: boolean;
}

/** A line this much shorter than the wrap width was ended by its author, not by the page. */
const SHORT_LINE_RATIO = 0.7;

/** Blank lines say nothing in extracted text, so lines are joined until a marker, a label or an ended line stops them. */
export function readParagraphs(lines: readonly SourceLine[]): Paragraph[] {
  const shortLength = wrapWidth(lines) * SHORT_LINE_RATIO;
  const paragraphs: Paragraph[] = [];
  let fieldsSeen = false;
  for (const open of openParagraphs(lines, shortLength)) {
    if (open.marker !== null && open.marker.kind !== 'bullet') fieldsSeen = false;
    for (const paragraph of closed(open, fieldsSeen)) {
      paragraphs.push(paragraph);
      fieldsSeen = fieldsSeen || paragraph.label?.guess === null;
    }
  }
  return paragraphs;
}

function openParagraphs(lines: readonly SourceLine[], shortLength: number): OpenParagraph[] {
  const paragraphs: OpenParagraph[] = [];
  let numbering: Numbering = NO_NUMBERING;
  for (const line of lines.filter(({ text }) => text !== '')) {
    const marked = readMarker(line.text, numbering);
    const last = paragraphs[paragraphs.length - 1];
    if (marked !== null) {
      numbering = numberingAfter(marked.marker, numbering);
      paragraphs.push(opened(marked.marker, marked.rest, line));
    } else if (last !== undefined && continues(last, line, shortLength)) {
      last.lines.push(line);
    } else {
      paragraphs.push(opened(null, line.text, line));
    }
  }
  return paragraphs;
}

const opened = (marker: Marker | null, first: string, line: SourceLine): OpenParagraph => ({
  marker,
  first,
  lines: [line],
  isField: (marker === null || marker.kind === 'bullet') && readLabel(first) !== null,
});

function continues(open: OpenParagraph, line: SourceLine, shortLength: number): boolean {
  const previous = lastText(open);
  if (previous.endsWith('./.') || opensField(line.text)) return false;
  if (!/^[\p{Lu}“"(]/u.test(line.text)) return true;
  if (isCapitals(previous) || isCapitals(line.text)) {
    return isCapitals(previous) && isCapitals(line.text);
  }
  return !(open.isField && /[.!]$/.test(previous)) && isWrapped(previous, shortLength);
}

const lastText = ({ lines }: OpenParagraph): string => lines[lines.length - 1]?.text ?? '';

/** A short line that stops at a comma or dash was broken by hand and goes on. */
const isWrapped = (previous: string, shortLength: number): boolean =>
  previous.length >= shortLength || /[,–-]$/.test(previous);

const opensField = (text: string): boolean =>
  readLabel(text)?.guess === null || SIGNATURE_BLOCK.test(text);

const SIGNATURE_BLOCK = /^nơi nhận ?:/i;

/** Headings and signatures in capital letters; one word alone may be the end of a wrapped name. */
export const isCapitals = (text: string): boolean =>
  /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && text.includes(' ');

function closed({ marker, first, lines }: OpenParagraph, fieldsSeen: boolean): Paragraph[] {
  const [texts, starts] = joinedWithStarts([first, ...lines.slice(1).map(({ text }) => text)]);
  const lineAt = (offset: number): number => lines[lastAtOrBefore(starts, offset)]?.number ?? 0;
  const cuts = [0, ...innerLabelStarts(texts), texts.length];
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? texts.length;
    const text = texts.slice(from, to).trim();
    const isField = index > 0 || marker === null || marker.kind === 'bullet';
    const label = isField ? labelOf(text, fieldsSeen && marker?.kind === 'bullet') : null;
    const [line, lastLine] = [lineAt(from), lineAt(Math.max(to - 1, from))];
    return { marker: index > 0 ? null : marker, label, text: label?.rest ?? text, line, lastLine };
  });
}

const labelOf = (text: string, mayLackColon: boolean): Labelled | null =>
  readLabel(text) ?? (mayLackColon ? readLabelWithoutColon(text) : null);

function joinedWithStarts(texts: readonly string[]): [string, number[]] {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  texts.forEach((text, index) => {
    starts.push(length);
    const part = index + 1 === texts.length ? text : text + gapAfter(text);
    parts.push(part);
    length += part.length;
  });
  return [parts.join(''), starts];
}

/** Index of the last start not after the offset; the starts rise, so halving finds it. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
