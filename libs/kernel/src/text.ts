import { rejectFrom, type RejectionCatalogue } from './rejection';

/** Unicode NFC, applied once at the door: Vietnamese letters arrive both composed and decomposed. */
export const toNfc = (text: string): string => text.normalize('NFC');

/**
 * What no text holds: control characters but tab and line ends, marks that turn the direction of writing or part lines
 * unseen, halves of a character, and code points that are none. They steer a terminal, hide what is read, or break XML.
 */
const STRAY =
  /[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\p{Cs}]/u;
const ALL_STRAY = new RegExp(STRAY, 'gu');

/** The first character that no text may hold, as `U+001B`, with its place counted from 1; null where there is none. */
export function strayCharacterIn(
  text: string,
): { readonly character: string; readonly place: number } | null {
  const found = STRAY.exec(text);
  return found === null
    ? null
    : {
        character: codePointName(found[0]),
        place: Array.from(text.slice(0, found.index)).length + 1,
      };
}

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** For what was recorded before the door refused it: each stray character becomes what the function makes of it. */
export const replaceStray = (text: string, make: (character: string) => string): string =>
  text.replace(ALL_STRAY, make);

/** One kind of line end, and none of the unseen marks that programs leave in what is copied from them. */
const tidied = (text: string): string =>
  text.replace(/\r\n?|[\v\u2028\u2029]/g, '\n').replace(/[\u061c\u200e\u200f\ufeff]/g, '');

/** Text of a single line: line ends and tabs, with the spaces around them, are one space. */
export const toOneLine = (text: string): string =>
  text.replace(/ *[\t\r\n][\t\r\n ]*/g, ' ').trim();

/** What no form of data of ours reaches: deeper input is a mistake or an attack on whoever reads it level by level. */
const DEPTH_MAX = 64;

export const textRejections = {
  INPUT_TOO_DEEP: {
    kind: 'invalid',
    vi: '{path}: lồng nhau quá {max} cấp',
    en: '{path}: nested more than {max} levels deep',
  },
  TEXT_HAS_STRAY_CHARACTER: {
    kind: 'invalid',
    vi: '{path}: có ký tự điều khiển hoặc ký tự ẩn {character} ở vị trí {place}; hãy xóa ký tự này',
    en: '{path}: holds the control or hidden character {character} at place {place}; remove it',
  },
} as const satisfies RejectionCatalogue;
const rejectText = rejectFrom(textRejections);

const SHOWN = 4;

/** Where the nesting begins; the rest of the way down would only repeat it. */
const startOf = (path: readonly string[]): string => `${path.slice(0, SHOWN).join('.')}…`;

/** Names in a message are what somebody sent, so they may not carry what is refused in them. */
const fieldAt = (path: readonly string[]): string =>
  path.length === 0 ? '.' : replaceStray(path.join('.'), codePointName);

function textAtDoor(text: string, path: readonly string[]): string {
  const composed = toNfc(tidied(text));
  const stray = strayCharacterIn(composed);
  return stray === null
    ? composed
    : rejectText('TEXT_HAS_STRAY_CHARACTER', { path: fieldAt(path), ...stray });
}

/**
 * Plain JSON data as it comes in at the door: every string, keys included, in NFC with `\n` for a line
 * end and without unseen marks.
 * @throws CommandRejected INPUT_TOO_DEEP, TEXT_HAS_STRAY_CHARACTER naming the field.
 */
export const toNfcDeep = <T>(value: T): T => nfcOf(value, []) as T;

function nfcOf(value: unknown, path: string[]): unknown {
  if (typeof value === 'string') return textAtDoor(value, path);
  if (value === null || typeof value !== 'object') return value;
  if (path.length >= DEPTH_MAX) {
    return rejectText('INPUT_TOO_DEEP', { path: startOf(path), max: DEPTH_MAX });
  }
  const inside = <Found>(key: string, read: () => Found): Found => {
    path.push(key);
    const found = read();
    path.pop();
    return found;
  };
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => inside(String(index), () => nfcOf(item, path)));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) =>
      inside(key, () => [textAtDoor(key, path), nfcOf(item, path)] as const),
    ),
  );
}

/** Both spellings of the tone mark (hoá/hóa, Uỷ/Ủy) to one; NFC alone does not unify them. */
const TONE_SPELLINGS: ReadonlyMap<string, string> = new Map(
  'oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy'
    .normalize('NFC')
    .split(' ')
    .flatMap((spelling, index, all) =>
      index % 2 === 0 ? [[spelling, all[index + 1] ?? spelling] as const] : [],
    ),
);

/** "quý" and "quỹ" carry the glide of "qu", where no second spelling exists. */
const OLD_TONE = new RegExp(`(?<!q)(?:${[...TONE_SPELLINGS.keys()].join('|')})`, 'g');

/**
 * The form in which two written names are compared: NFC, lower case, one tone-mark spelling, single spaces, one kind of
 * dash. For comparison only; the written form is what is kept. "d" and "đ" stay different letters.
 */
export function foldForComparison(text: string): string {
  const lower = toNfc(text).toLowerCase().replace(/[‐-―]/g, '-').replace(/\s+/g, ' ').trim();
  return lower.replace(OLD_TONE, (spelling) => TONE_SPELLINGS.get(spelling) ?? spelling);
}
