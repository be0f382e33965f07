/** What a line opens, by the sign in front of it. */
export interface Marker {
  readonly kind: 'part' | 'roman' | 'number' | 'dotted' | 'letter' | 'bullet';
  /** The sign without its dot or bracket: `II`, `2`, `2.3`, `đ`, `-`. */
  readonly sign: string;
}

export interface Marked {
  readonly marker: Marker;
  readonly rest: string;
}

interface MarkerForm {
  readonly kind: Marker['kind'];
  readonly pattern: RegExp;
}

/** In order: a dotted number would also match the form of a plain one. */
const FORMS: readonly MarkerForm[] = [
  {
    kind: 'part',
    pattern:
      /^(?:phần|chương) (?:thứ )?([IVX]{1,6}|[A-H]|\d{1,2}|nhất|hai|ba|tư)(?:[.:] ?| |$)(?!\p{Ll})/iu,
  },
  { kind: 'roman', pattern: /^([IVX]{1,6}) ?[./)-] ?(?=[\p{Lu}"“(])/u },
  { kind: 'part', pattern: /^([A-H])[./] ?(?=\p{Lu}{2})/u },
  {
    kind: 'dotted',
    pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)/]? |[.)](?=\p{Lu}))(?=[\p{L}"“(\d])/u,
  },
  { kind: 'number', pattern: /^(\d{1,2})(?:[.)] ?|\/ )(?=[\p{L}"“(])/u },
  { kind: 'number', pattern: /^(\d{1,2})[.)] (?=\d)/u },
  { kind: 'letter', pattern: /^([a-zđ]) ?(?:[)/] ?|\. )(?=[\p{L}"“(\d])/u },
  { kind: 'bullet', pattern: /^([-–—−+•*▪●]) ?(?=\S)/u },
];

/** A number this far above the last one is taken for a misnumbered item; further away it is part of a sentence. */
const NUMBER_STEP_MAX = 5;
const VIETNAMESE_LETTERS = 'abcdđeghiklmnopqrstuvxy';
const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The numbering so far, needed to tell an item from a wrapped line that happens to begin with a number. */
export interface Numbering {
  readonly number: number;
  readonly letter: string;
}

export const NO_NUMBERING: Numbering = { number: 0, letter: '' };

/** The marker at the start of a line, or null where the line only continues the one before. */
export function readMarker(text: string, numbering: Numbering): Marked | null {
  for (const { kind, pattern } of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const marker: Marker = { kind, sign: match[1] ?? '' };
    const rest = text.slice(match[0].length);
    if (isPlausible(marker, rest, numbering)) return { marker, rest };
  }
  return null;
}

export function numberingAfter(marker: Marker, numbering: Numbering): Numbering {
  switch (marker.kind) {
    case 'part':
    case 'roman':
      return NO_NUMBERING;
    case 'number':
      return { number: Number(marker.sign), letter: '' };
    case 'dotted':
      return { number: numbering.number, letter: '' };
    case 'letter':
      return { ...numbering, letter: marker.sign };
    case 'bullet':
      return numbering;
  }
}

function isPlausible({ kind, sign }: Marker, rest: string, numbering: Numbering): boolean {
  const opensSentence = !/^\p{Ll}/u.test(rest);
  if (kind === 'number') {
    const number = Number(sign);
    return opensSentence
      ? number <= numbering.number + NUMBER_STEP_MAX
      : number === numbering.number + 1;
  }
  if (kind === 'dotted') return /^[\p{Lu}"“(]/u.test(rest) || (/^\d/.test(rest) && sign.length > 1);
  if (kind === 'letter') return opensSentence || followsLetter(sign, numbering.letter);
  return true;
}

/** Both alphabets are in use: with "đ" and without "f", or the other way round. */
export const followsLetter = (letter: string, previous: string): boolean =>
  [VIETNAMESE_LETTERS, LATIN_LETTERS].some((letters) =>
    previous === '' ? letter === 'a' : letters[letters.indexOf(previous) + 1] === letter,
  );
