import { rejectFrom, type RejectionCatalogue } from './rejection';

/** Unicode NFC, applied once at the door: Vietnamese letters arrive both composed and decomposed. */
export const toNfc = (text: string): string => text.normalize('NFC');

/** What no form of data of ours reaches: deeper input is a mistake or an attack on whoever reads it level by level. */
const DEPTH_MAX = 64;

export const textRejections = {
  INPUT_TOO_DEEP: {
    kind: 'invalid',
    vi: '{path}: lồng nhau quá {max} cấp',
    en: '{path}: nested more than {max} levels deep',
  },
} as const satisfies RejectionCatalogue;
const rejectText = rejectFrom(textRejections);

const SHOWN = 4;

/** Where the nesting begins; the rest of the way down would only repeat it. */
const startOf = (path: readonly string[]): string => `${path.slice(0, SHOWN).join('.')}…`;

/**
 * NFC for every string inside plain JSON data, keys included.
 * @throws CommandRejected INPUT_TOO_DEEP.
 */
export const toNfcDeep = <T>(value: T): T => nfcOf(value, []) as T;

function nfcOf(value: unknown, path: string[]): unknown {
  if (typeof value === 'string') return toNfc(value);
  if (value === null || typeof value !== 'object') return value;
  if (path.length >= DEPTH_MAX) {
    return rejectText('INPUT_TOO_DEEP', { path: startOf(path), max: DEPTH_MAX });
  }
  const inside = (key: string, item: unknown): unknown => {
    path.push(key);
    const found = nfcOf(item, path);
    path.pop();
    return found;
  };
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => inside(String(index), item));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [toNfc(key), inside(key, item)]),
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
