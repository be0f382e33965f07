import { compareRational, type Rational } from '@thidua/kernel';
import { amountOf } from '../../validate-rule-set';
import type { CivilServantRules } from '../rule-set/rule-set';
import { pathText, type Problem } from '../shape-problems';
import { leadsWithin } from '../classes/posts';
import { isQuarter, monthsOf, yearOfPeriod } from '../year/months';
import { serviceOf } from '../year/service';
import type { Facts } from './facts';
import type { LeaderFacts, PeriodFacts, WorkPeriod } from './period-facts';
import type { PersonFacts } from './person-facts';
import type { ProductFacts } from './product-facts';

type Path = readonly (string | number)[];

const at = (path: Path, message: string): Problem => ({ path: pathText(path), message });
const isMore = (a: Rational, limit: string): boolean => compareRational(a, amountOf(limit)) > 0;

/** Places of values that were there before. */
export function repeated(values: readonly (string | number)[]): readonly number[] {
  const seen = new Set(values);
  if (seen.size === values.length) return [];
  return values.flatMap((value, index) => (seen.delete(value) ? [] : [index]));
}

function productProblems(product: ProductFacts, path: Path): readonly Problem[] {
  const accepted = product.accepted.reduce((total, { units }) => total + units, 0);
  const handedOff = product.handedOff.reduce((total, { units }) => total + units, 0);
  const used = accepted + handedOff;
  return [
    ...(used > product.quantity
      ? [
          at(
            [...path, 'accepted'],
            `nghiệm thu ${accepted} và chuyển đi ${handedOff} vượt số lượng ${product.quantity}; phần vượt ghi thành công việc ADDED (more accepted and handed off than the quantity; record the excess as ADDED)`,
          ),
        ]
      : []),
    ...(isMore(amountOf(product.k), '0')
      ? []
      : [at([...path, 'k'], 'hệ số phải lớn hơn 0 (the coefficient must be over 0)')]),
  ];
}

function generalProblems(
  general: WorkPeriod['general'],
  path: Path,
  { parameters }: CivilServantRules,
): readonly Problem[] {
  if (general === null) return [];
  const { generalItems, generalMax } = parameters;
  const { total, items } = general;
  if (total !== undefined) {
    if (!isMore(amountOf(total), generalMax.value)) return [];
    const message = `nhiều nhất ${generalMax.value} điểm (at most ${generalMax.value})`;
    return [at([...path, 'total'], message)];
  }
  const marks = items ?? [];
  const known = generalItems.value;
  const over = marks.flatMap(({ id, mark }, index) => {
    // Marks mostly come in the order of the items.
    const here = known[index];
    const item = here?.id === id ? here : known.find((each) => each.id === id);
    if (item === undefined) {
      const ids = known.map((each) => each.id).join(', ');
      return [at([...path, 'items', index, 'id'], `không có mục này; có: ${ids} (no such item)`)];
    }
    if (!isMore(amountOf(mark), item.max)) return [];
    return [at([...path, 'items', index, 'mark'], `nhiều nhất ${item.max} (at most ${item.max})`)];
  });
  const marked = marks.map(({ id }) => id);
  const missing = known.filter(({ id }, index) => marked[index] !== id && !marked.includes(id));
  return [
    ...over,
    ...repeated(marked).map((index) =>
      at([...path, 'items', index, 'id'], 'mục bị ghi hai lần (marked twice)'),
    ),
    ...(missing.length === 0
      ? []
      : [
          at(
            [...path, 'items'],
            `thiếu các mục: ${missing.map(({ id }) => id).join(', ')} (items are missing)`,
          ),
        ]),
  ];
}

function levelProblems(
  leader: LeaderFacts | null,
  path: Path,
  { parameters }: CivilServantRules,
): readonly Problem[] {
  if (leader === null) return [];
  const { low, high } = parameters.leaderLevels.value;
  const levels = (['unitResult', 'organising', 'cohesion'] as const).flatMap((name) => {
    const facts = leader[name];
    if ('level' in facts) return [{ where: [name, 'level'], level: facts.level }];
    if (!('decided' in facts) || facts.decided === null) return [];
    return [{ where: [name, 'decided', 'level'], level: facts.decided.level }];
  });
  return levels
    .filter(
      ({ level }) =>
        ![low, high].some((each) => compareRational(amountOf(level), amountOf(each)) === 0),
    )
    .map(({ where, level }) =>
      at(
        [...path, ...where],
        `mức ${level} không có trong luật: chỉ ${high} hoặc ${low} (only ${high} or ${low})`,
      ),
    );
}

function workProblems(work: WorkPeriod, path: Path, rules: CivilServantRules): readonly Problem[] {
  const wanted = rules.parameters.period.value;
  const isRight = isQuarter(work.period) === (wanted === 'QUARTER');
  return [
    ...(isRight
      ? []
      : [
          at(
            [...path, 'period'],
            wanted === 'MONTH'
              ? 'bộ quy tắc chấm theo tháng, ví dụ "2026-03" (scored by month)'
              : 'bộ quy tắc chấm theo quý, ví dụ "2026-Q1" (scored by quarter)',
          ),
        ]),
    ...generalProblems(work.general, [...path, 'general'], rules),
    ...work.products.flatMap((product, index) =>
      productProblems(product, [...path, 'products', index]),
    ),
    ...repeated(work.products.map(({ id }) => id)).map((index) =>
      at([...path, 'products', index, 'id'], 'mã sản phẩm bị trùng trong kỳ (id used twice)'),
    ),
    ...levelProblems(work.leader, [...path, 'leader'], rules),
  ];
}

function calendarProblems(
  period: PeriodFacts,
  path: Path,
  expected: readonly number[],
  { year }: Facts,
): readonly Problem[] {
  if (yearOfPeriod(period.period) !== year) {
    return [at([...path, 'period'], `phải thuộc năm ${year} (must be in ${year})`)];
  }
  if (monthsOf(period.period).some((month) => expected.includes(month))) return [];
  return [
    at(
      [...path, 'period'],
      'cả kỳ nằm ngoài thời gian công tác hoặc trong thời gian nghỉ, không có điểm (wholly outside service or on leave)',
    ),
  ];
}

/** What is wrong with the periods of one person. */
export function periodProblems(
  person: PersonFacts,
  path: Path,
  facts: Facts,
  rules: CivilServantRules,
): readonly Problem[] {
  const { expected } = serviceOf(person, facts.year);
  const { december } = rules.parameters;
  const covered = person.periods.flatMap(({ period }, index) =>
    monthsOf(period).map((month) => ({ month, index })),
  );
  const twice = new Set(
    repeated(covered.map(({ month }) => month)).map((place) => covered[place]?.index ?? 0),
  );
  return [
    ...[...twice].map((index) =>
      at(
        [...path, 'periods', index, 'period'],
        'kỳ bị trùng với kỳ khác (overlaps another period)',
      ),
    ),
    ...person.periods.flatMap((period, index) => {
      const here = [...path, 'periods', index];
      const isProvisional = period.kind !== 'NOT_SCORED' && period.provisional;
      return [
        ...calendarProblems(period, here, expected, facts),
        ...(isProvisional && !december.enabled
          ? [
              at(
                [...here, 'provisional'],
                'bộ quy tắc chưa bật lựa chọn december (cần xác nhận), chưa dùng được điểm tạm chốt (the rule set does not take provisional scores)',
              ),
            ]
          : []),
        ...(period.kind === 'WORK' ? workProblems(period, here, rules) : []),
        ...(period.kind === 'WORK' && period.leader !== null && !leadsWithin(person, period.period)
          ? [
              at(
                [...here, 'leader'],
                'không giữ chức vụ lãnh đạo, quản lý trong kỳ thì không chấm d, đ, e (no leading post is held in the period)',
              ),
            ]
          : []),
        ...(period.kind === 'REPORTED' && isMore(amountOf(period.total), '100')
          ? [at([...here, 'total'], 'nhiều nhất 100 (at most 100)')]
          : []),
      ];
    }),
  ];
}

/** Subordinates whose score of the period must come from these facts, with where they are named. */
export function namedSubordinates(
  person: PersonFacts,
  path: Path,
): readonly { readonly personId: string; readonly path: Path }[] {
  return person.periods.flatMap((period, index) => {
    if (period.kind !== 'WORK' || period.leader === null) return [];
    const { unitResult } = period.leader;
    if ('level' in unitResult) return [];
    return unitResult.subordinates.flatMap(({ personId, total }, place) =>
      total !== undefined
        ? []
        : [
            {
              personId,
              path: [
                ...path,
                ...['periods', index, 'leader', 'unitResult', 'subordinates', place, 'personId'],
              ],
            },
          ],
    );
  });
}
