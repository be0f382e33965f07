import { nameKey } from './name-key';

/** What may stand before "liên quan" in a list that is one name: "các phòng, đơn vị trực thuộc có liên quan". */
const OPEN_HEADS = [
  'phòng',
  'phòng chuyên môn',
  'đơn vị',
  'cơ quan',
  'tổ chức',
  'cá nhân',
  'doanh nghiệp',
  'địa phương',
  'sở',
  'ban',
  'ngành',
  'bộ',
  'hội',
  'đoàn thể',
  'chi cục',
  'phường',
  'xã',
  'đặc khu',
] as const;

/** Groups outside the department that have no members in the directory. */
const OPEN_GROUPS: ReadonlySet<string> = new Set(
  [
    'UBND các xã, phường, đặc khu',
    'Ủy ban nhân dân các xã, phường, đặc khu',
    'UBND các huyện, thị xã, thành phố',
    'các sở, ban, ngành',
    'các sở, ban, ngành, địa phương',
  ].map(nameKey),
);

const HEADS: ReadonlySet<string> = new Set(OPEN_HEADS.map(nameKey));
const RELATED = /\s*(?:có\s+)?liên quan(?:\s+khác)?$/;
const QUALIFIER = /\s+(?:trực thuộc|thuộc sở|trực thuộc sở|của sở|của tỉnh|trên địa bàn tỉnh)$/;

const headOf = (piece: string): string => piece.replace(/^(?:và\s+)/, '').replace(QUALIFIER, '');

/**
 * True when nobody in particular is named yet. "Liên quan" leaves it to the lead to nominate the units; until then no
 * unit gets credit or blame for coordinating.
 */
export function isOpenTerm(written: string): boolean {
  const key = nameKey(written);
  if (OPEN_GROUPS.has(key)) return true;
  if (!RELATED.test(key)) return false;
  const pieces = key.replace(RELATED, '').split(/, | và /);
  if (pieces.length === 1) return true;
  const [first = '', ...rest] = pieces;
  if (!/^(?:các|những)\s/.test(first)) return false;
  const firstHead = first.replace(/^(?:các|những)\s+/, '').replace(/^ubnd các\s+/, '');
  return [firstHead, ...rest].every((piece) => HEADS.has(headOf(piece)));
}
