import { foldForComparison } from '@thidua/kernel';
import { inLowerCase } from '../layout/source-lines';
import { splitOutsideBrackets } from './split-outside-brackets';
import { trimEndMarks } from './trim-marks';

export interface UnitNames {
  readonly names: readonly string[];
  /** Names that carried "(đầu mối)". */
  readonly focal: readonly string[];
  /** Short names the document defines: "(gọi tắt là …)". */
  readonly aliases: readonly { readonly name: string; readonly alias: string }[];
}

/**
 * A comma divides two units only where the next words begin a unit's name: "Các phòng, đơn vị liên quan" is one name,
 * "Các phòng chuyên môn, Chi cục QLTT" are two.
 */
const UNIT_HEAD = new RegExp(
  '^(?:' +
    'Văn phòng|Phòng|Chi cục|Cục|Tổng cục|Sở|Ban|Bộ|Vụ|Viện|Trung tâm|UBND|HĐND|Ủy ban|Uỷ ban|Hội|Công an|Quân khu|Thuế|Kho bạc|' +
    'Tổ công tác|Tổ|Thanh tra|Đoàn|Liên đoàn|Công ty|Tổng công ty|Tập đoàn|Trường|Bệnh viện|Báo|Đài|Đảng ủy|Đảng uỷ|Chi bộ|Đơn vị|' +
    'Chánh|Phó|Trưởng|Lãnh đạo|Giám đốc|Công chức|công chức|Phụ trách|phụ trách|VP|VPUB|Ngân hàng|Bưu điện|Hiệp hội|Doanh nghiệp|' +
    'BQL|BCĐ|Tòa án|Viện kiểm sát|' +
    '[Cc]ác (?:phòng|đơn vị|sở|cơ quan|bộ|huyện|xã|địa phương|doanh nghiệp|tổ chức|chi cục|trung tâm|ban|hội|công ty|cá nhân|chủ)|' +
    '[Tt]ất cả|[Tt]oàn thể|[Cc]á nhân' +
    ')(?![\\p{L}])',
  'u',
);
/** "QLTM", "VP" standing alone between commas. */
const ABBREVIATION = /^[\p{Lu}Đ]{2,6}(?: ?(?:tỉnh|Sở))?$/u;
const FOCAL = /\(([^()]*đầu mối[^()]*)\)/iu;
const ALIAS = /\((?:sau đây )?(?:gọi tắt|viết tắt|gọi chung) (?:là )?:? ?([^()]*)\)/iu;
const SHARED_HEAD = /^(UBND )?[Cc]ác (sở|huyện|xã|phường|phòng) ?: ?(.+)$/u;
/** Longer texts are prose that happens to follow a label. */
const LONGEST_LIST = 5000;

/** Splits a field of units into names, as written, without brackets that state a role or define a short name. */
export function readUnitNames(text: string): UnitNames {
  const names: string[] = [];
  const focal: string[] = [];
  const aliases: { name: string; alias: string }[] = [];
  for (const piece of splitUnits(text)) {
    const alias = ALIAS.exec(piece)?.[1];
    const isFocal = FOCAL.test(piece);
    const bare = piece.replace(ALIAS, '').replace(FOCAL, '');
    const name = trimEndMarks(bare.replace(/ +/g, ' ').replace(/ ([,;])/g, '$1')).trim();
    if (name === '') continue;
    if (alias !== undefined) aliases.push({ name, alias: alias.trim() });
    if (isFocal) focal.push(name);
    if (!names.includes(name)) names.push(name);
  }
  return { names, focal, aliases };
}

function splitUnits(text: string): string[] {
  const list = trimEndMarks(text);
  if (list.length > LONGEST_LIST) return [list];
  const shared = SHARED_HEAD.exec(list);
  if (shared !== null) return withSharedHead(shared);
  return splitOutsideBrackets(list, dividerAt);
}

/** A comma, a semicolon, "và" or a plus sign divides where a unit begins behind it. */
function dividerAt(list: string, index: number): number {
  const divider = DIVIDER.exec(list.slice(index, index + 8))?.[0].length ?? 0;
  return divider > 0 && beginsUnit(list.slice(index + divider, index + divider + 60)) ? divider : 0;
}

const DIVIDER = /^(?:[,;] ?(?:và |cùng )?| (?:và|cùng|\+|&) )/u;

const beginsUnit = (rest: string): boolean =>
  UNIT_HEAD.test(rest.slice(0, 40)) ||
  ABBREVIATION.test(/^[^,;(]{0,20}/.exec(rest)?.[0].trim() ?? '');

/** "UBND các huyện: A, B" names two units that share their first words. */
function withSharedHead([, before = '', head = '', rest = '']: RegExpExecArray): string[] {
  const first = before === '' ? head.charAt(0).toUpperCase() + head.slice(1) : `${before}${head}`;
  return rest.split(/[,;] ?/).map((name) => (beginsUnit(name) ? name : `${first} ${name}`));
}

/** Two written names that mean one unit inside a plan of one office. */
export const sameUnit = (a: string, b: string): boolean => unitKey(a) === unitKey(b);

const unitKey = (name: string): string =>
  foldForComparison(name)
    .replace(/quản lý thị trường/g, 'qltt')
    .replace(/^(?:vp|văn phòng)(?: sở)?$/, 'văn phòng sở');

/** "liên quan" names nobody: the lead chooses the units when the work starts. */
export const isOpenGroup = (name: string): boolean => inLowerCase(name).includes('liên quan');
