/** Unicode NFC, applied once at the door: Vietnamese letters arrive both composed and decomposed. */
export const toNfc = (text: string): string => text.normalize('NFC');

/** NFC for every string inside plain JSON data, keys included. */
export function toNfcDeep<T>(value: T): T {
  if (typeof value === 'string') return toNfc(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => toNfcDeep(item)) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => [toNfc(key), toNfcDeep(item)]),
    ) as T;
  }
  return value;
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
