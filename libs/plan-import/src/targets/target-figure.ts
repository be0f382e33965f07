import { readDecimal } from '../fields/decimals';
import type { DraftTarget } from '../plan-draft';

export type TargetFigure = Pick<
  DraftTarget,
  'name' | 'comparator' | 'comparatorText' | 'value' | 'unit' | 'growthPct' | 'baseYear'
>;

/** "Đạt" asks for at least the figure: reaching more is no failure. Longer phrases stand before their beginnings. */
const COMPARATORS: readonly (readonly [string, DraftTarget['comparator']])[] = [
  ['đạt tối thiểu', '>='],
  ['đạt ít nhất', '>='],
  ['đạt từ', '>='],
  ['đạt khoảng', '>='],
  ['đạt trên', '>'],
  ['đạt hơn', '>'],
  ['đạt dưới', '<'],
  ['không thấp hơn', '>='],
  ['không dưới', '>='],
  ['không vượt quá', '<='],
  ['không cao hơn', '<='],
  ['không quá', '<='],
  ['giảm xuống còn', '<='],
  ['giảm còn', '<='],
  ['tối thiểu', '>='],
  ['ít nhất', '>='],
  ['tối đa', '<='],
  ['dưới', '<'],
  ['trên', '>'],
  ['đạt', '>='],
  ['bằng', '='],
  ['còn', '<='],
  ['tăng', '>='],
];
const PHRASES = COMPARATORS.map(([phrase]) => phrase).join('|');
const NUMBER = '\\d[\\d.,]{0,30}(?<![.,])';
const NAME_FIRST = new RegExp(
  `^(?<name>.+?)(?: ?:)? (?:phấn đấu |ước )?(?<phrase>${PHRASES}) (?:mức )?(?<value>${NUMBER}) ?(?<unit>%|[^,.;()\\d]{0,60})`,
  'iu',
);
const FIGURE_FIRST = new RegExp(
  `^(?:phấn đấu |đảm bảo |bảo đảm |có )?(?:(?<phrase>${PHRASES}) )?(?<value>${NUMBER}) ?(?<unit>%) (?<name>.+)$`,
  'iu',
);
const GROWTH = new RegExp(
  `(?<way>tăng|giảm) (?:trên |khoảng |ít nhất )?(?<value>${NUMBER}) ?%`,
  'iu',
);
const BASE_YEAR = /so với (?:cùng kỳ )?(?:năm )?(20\d{2})/iu;
const UNIT_ENDS = / (?:tăng|giảm|so với|trở lên|vào|trong|đến|năm|và) .*$| (?:trở lên|năm)$/iu;

/** Name, comparison and figure of a target line; null where no figure can be read. */
export function readFigure(text: string): TargetFigure | null {
  const groups = (NAME_FIRST.exec(text) ?? FIGURE_FIRST.exec(text))?.groups ?? {};
  const [name = '', phrase = '', written = '', unit = ''] = [
    groups['name'],
    groups['phrase'],
    groups['value'],
    groups['unit'],
  ];
  const value = readDecimal(written);
  if (value === null || name.trim() === '') return null;
  return {
    name: name.trim(),
    comparator: comparatorOf(phrase),
    comparatorText: phrase,
    value,
    unit: unit.replace(UNIT_ENDS, '').trim(),
    ...growthOf(text),
  };
}

const comparatorOf = (phrase: string): DraftTarget['comparator'] =>
  COMPARATORS.find(([known]) => known === phrase.toLowerCase())?.[1] ?? '>=';

function growthOf(text: string): Pick<TargetFigure, 'growthPct' | 'baseYear'> {
  const groups = GROWTH.exec(text)?.groups;
  const growth = readDecimal(groups?.['value'] ?? '');
  if (growth === null) return { growthPct: null, baseYear: null };
  const baseYear = BASE_YEAR.exec(text)?.[1];
  return {
    growthPct: groups?.['way']?.toLowerCase() === 'giảm' ? `-${growth}` : growth,
    baseYear: baseYear === undefined ? null : Number(baseYear),
  };
}
