import {
  compareRational,
  ONE,
  smaller,
  sum,
  times,
  toFractionText,
  type Rational,
} from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import { unconfirmedProblem, validityProblem } from '../../nd335/rule-set/rule-set-problems';
import { shapeProblems, type Problem } from '../../nd335/shape-problems';
import type { TableItem } from './table-item';
import { tableRulesSchema, type TableRules } from './table-rules';

const at = (path: string, message: string): Problem => ({ path, message });
const isMore = (a: Rational, b: Rational): boolean => compareRational(a, b) > 0;

type Bands = Extract<TableItem, { kind: 'BANDS' }>;

/** Points at the lower end of a band, and at the upper end where the next better one begins. */
function endsOf({ bands, max }: Bands, index: number): readonly [low: Rational, high: Rational] {
  const band = bands[index];
  const better = bands[index - 1];
  if (band === undefined) return [amountOf('0'), amountOf('0')];
  if (band.points !== 'RATIO') return [amountOf(band.points), amountOf(band.points)];
  const pointsAt = (share: string) => times(amountOf(max), smaller(ONE, amountOf(share)));
  return [pointsAt(band.atLeast), pointsAt(better?.atLeast ?? '1')];
}

/** Bands fall, stay under the maximum, and a better result never brings fewer points. */
function bandProblems(item: TableItem, path: string): readonly Problem[] {
  if (item.kind !== 'BANDS') return [];
  return item.bands.flatMap(({ atLeast, points }, index) => {
    const place = `${path}.bands[${index}]`;
    const better = item.bands[index - 1];
    const isFalling = better === undefined || isMore(amountOf(better.atLeast), amountOf(atLeast));
    const [, high] = endsOf(item, index);
    const isFair = better === undefined || !isMore(high, endsOf(item, index - 1)[0]);
    return [
      ...(isFalling
        ? []
        : [at(`${place}.atLeast`, 'các mức phải giảm dần (bands must come best first)')]),
      ...(points !== 'RATIO' && isMore(amountOf(points), amountOf(item.max))
        ? [at(`${place}.points`, `nhiều nhất ${item.max} (at most the maximum of the item)`)]
        : []),
      ...(isFair
        ? []
        : [at(`${place}.points`, 'kết quả tốt hơn không được ít điểm hơn (better earns less)')]),
    ];
  });
}

type Sides = readonly (readonly [path: string, item: TableItem])[];

/** Every item with its place in the file. */
export const placedItems = (rules: TableRules): Sides => [
  ...rules.items.map((item, index) => [`items[${index}]`, item] as const),
  ...(rules.subject === 'REFORM_SHEET'
    ? []
    : [
        ...rules.bonuses.map((item, index) => [`bonuses[${index}]`, item] as const),
        ...rules.penalties.map((item, index) => [`penalties[${index}]`, item] as const),
      ]),
];

function itemProblems(rules: TableRules): readonly Problem[] {
  const placed = placedItems(rules);
  const ids = placed.map(([, { id }]) => id);
  return placed.flatMap(([path, item], index) => [
    ...(ids.indexOf(item.id) < index
      ? [at(`${path}.id`, `mã ${item.id} bị trùng (id used twice)`)]
      : []),
    ...unconfirmedProblem(path, item),
    ...validityProblem(
      `${path}.validUntil`,
      item.validFrom ?? rules.validFrom,
      item.validUntil ?? rules.validUntil,
    ),
    ...bandProblems(item, path),
  ]);
}

const inUse = <Item extends TableItem>(items: readonly Item[]): readonly Item[] =>
  items.filter(({ enabled }) => enabled);

function scaleProblems(rules: TableRules): readonly Problem[] {
  const { enabled, value } = rules.parameters.scale;
  if (!enabled) return [];
  const maxima =
    rules.subject === 'REFORM_SHEET'
      ? inUse(rules.items).flatMap(({ max, surveyMax }) => [max, surveyMax])
      : inUse(rules.items).map(({ max }) => max);
  const total = sum(maxima.map(amountOf));
  if (compareRational(total, amountOf(value)) === 0) return [];
  const found = toFractionText(total);
  return [
    at(
      'parameters.scale.value',
      `điểm tối đa của các mục đang dùng cộng lại là ${found}, phải bằng thang điểm ${value} (the maxima in use add up to ${found}, not to the scale)`,
    ),
  ];
}

function capProblems(rules: TableRules): readonly Problem[] {
  if (rules.subject === 'REFORM_SHEET' || inUse(rules.bonuses).length === 0) return [];
  if (rules.parameters.bonusCap.enabled) return [];
  return [
    at(
      'parameters.bonusCap.enabled',
      'có điểm thưởng thì phải bật mức trần (a table with bonuses needs their cap on)',
    ),
  ];
}

/** Everything that is wrong with a local table; empty when it may be used. An empty template has one problem: no item. */
export function tableRulesProblems(input: unknown): readonly Problem[] {
  const shape = tableRulesSchema.safeParse(input);
  if (!shape.success) return shapeProblems(shape.error.issues);
  const rules = shape.data;
  const parameters = Object.entries(rules.parameters);
  return [
    ...validityProblem('validUntil', rules.validFrom, rules.validUntil),
    ...parameters.flatMap(([name, parameter]) => [
      ...unconfirmedProblem(`parameters.${name}`, parameter),
      ...validityProblem(
        `parameters.${name}.validUntil`,
        parameter.validFrom,
        parameter.validUntil,
      ),
    ]),
    ...(inUse<TableItem>(rules.items).length === 0
      ? [
          at(
            'items',
            'bảng chưa có tiêu chí nào đang dùng; hãy nhập bảng của tỉnh (no item in use: enter the table of the province)',
          ),
        ]
      : []),
    ...(rules.subject === 'REFORM_SHEET' && !rules.parameters.indexStage.enabled
      ? [at('parameters.indexStage.enabled', 'quy tắc này phải bật (this rule must be on)')]
      : []),
    ...itemProblems(rules),
    ...scaleProblems(rules),
    ...capProblems(rules),
  ];
}
