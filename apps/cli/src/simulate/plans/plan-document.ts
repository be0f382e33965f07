import { seededRandom, type SeededRandom } from '../chance/seeded-random';
import type { OfficeUnit } from '../office/office';
import { PRODUCTS, SCOPES, SUBJECTS, TRIGGERS, VERBS } from './task-wording';

/** What a generated plan is made from. */
export interface PlanRequest {
  readonly year: number;
  readonly seed: number;
  /** 1 for the first generated plan of the year, then counting up. */
  readonly count: number;
  /** Tasks in this plan. */
  readonly taskCount: number;
  /** Units that may lead; the plan names them as they are called in the year. */
  readonly units: readonly OfficeUnit[];
}

/** How the time line is written. Weights; most tasks of a plan have a date. */
const TIMES = {
  month: 340,
  quarter: 180,
  before: 150,
  until: 90,
  onDay: 40,
  ongoing: 70,
  quarterly: 40,
  monthly: 30,
  trigger: 60,
} as const;

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function timeLine(random: SeededRandom, year: number): string {
  const month = random.between(2, 12);
  const date = `${twoDigits(random.between(5, 28))}/${twoDigits(month)}/${year}`;
  switch (random.weighted(TIMES)) {
    case 'month':
      return `Tháng ${month}/${year}`;
    case 'quarter':
      return `Quý ${random.pick(QUARTERS)}/${year}`;
    case 'before':
      return `Trước ngày ${date}`;
    case 'until':
      return `Đến hết ngày ${date}`;
    case 'onDay':
      return `Ngày ${date}`;
    case 'ongoing':
      return 'Thường xuyên';
    case 'quarterly':
      return 'Định kỳ hằng quý';
    case 'monthly':
      return 'Hằng tháng';
    case 'trigger':
      return `Sau khi có hướng dẫn của ${random.pick(TRIGGERS)}`;
  }
}

function leadLine(random: SeededRandom, units: readonly OfficeUnit[]): string {
  const first = random.pick(units);
  const second = random.pick(units);
  if (second.unitId === first.unitId || !random.happens(120)) return first.name;
  return `${first.name} (đầu mối), ${second.name}`;
}

const productLines = (titles: readonly string[]): readonly string[] =>
  titles.length === 0 ? [] : ['- Sản phẩm:', ...titles.map((title) => `+ ${title};`)];

/** Numbers of a plan have at most two digits in each place, so tasks are grouped. */
const TASKS_A_GROUP = 50;

const groupOf = (index: number): number => Math.floor(index / TASKS_A_GROUP) + 1;

/** Number of the task as printed; `index` counts from 0 through the whole plan. */
export const taskNumber = (index: number): string =>
  `${groupOf(index)}.${(index % TASKS_A_GROUP) + 1}`;

function taskLines(request: PlanRequest, index: number): readonly string[] {
  const { year, seed, count, units } = request;
  const random = seededRandom(`${year}|${seed}|plan ${count}|task ${index}`);
  const isConditional = random.happens(60);
  const title = `${random.pick(VERBS)} ${random.pick(SUBJECTS)} ${random.pick(SCOPES)}`;
  const products = PRODUCTS.filter(() => random.happens(220));
  return [
    ...(index % TASKS_A_GROUP === 0 ? [`${groupOf(index)}. Nhóm việc số ${groupOf(index)}`] : []),
    `${taskNumber(index)}. ${title}${isConditional ? ' (nếu có)' : ''}.`,
    `- Đơn vị chủ trì: ${leadLine(random, units)}.`,
    '- Đơn vị phối hợp: Các phòng chuyên môn.',
    ...productLines(products),
    `- Thời gian thực hiện: ${timeLine(random, year)}.`,
  ];
}

/** Number under which a generated plan is issued; it also tells generated plans from an office's own. */
export const planNumber = ({ seed, count }: Pick<PlanRequest, 'seed' | 'count'>): string =>
  `${count}/KH-MP.${seed}`;

export const isPlanNumberOf = (number: string, seed: number): boolean =>
  new RegExp(`^\\d+/KH-MP\\.${seed}$`).test(number);

/**
 * The text of a plan in the layout the importer reads. The same request gives the same bytes, and so the same plan id:
 * importing it again adds nothing.
 */
export function planDocument(request: PlanRequest): string {
  const { year, seed, count, taskCount } = request;
  const tasks = Array.from({ length: taskCount }, (_, index) => taskLines(request, index));
  return [
    `KẾ HOẠCH CÔNG TÁC BỔ SUNG SỐ ${count} NĂM ${year}`,
    `(Dữ liệu mô phỏng, hạt giống ${seed})`,
    'I. MỤC ĐÍCH, YÊU CẦU',
    '- Giao việc rõ đơn vị, rõ hạn để theo dõi trong năm.',
    'II. NHIỆM VỤ',
    ...tasks.flat(),
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Các phòng báo cáo tiến độ tại giao ban tháng.',
    '',
  ].join('\n\n');
}

/** Most tasks one generated plan holds. */
const TASKS_A_PLAN_MAX = 200;

/** The plans that bring `missing` further tasks, all but the last one full. */
export function planRequests(
  missing: number,
  common: Pick<PlanRequest, 'year' | 'seed' | 'units'>,
): readonly PlanRequest[] {
  const planCount = Math.ceil(Math.max(missing, 0) / TASKS_A_PLAN_MAX);
  return Array.from({ length: planCount }, (_, index) => ({
    ...common,
    count: index + 1,
    taskCount: Math.min(TASKS_A_PLAN_MAX, missing - index * TASKS_A_PLAN_MAX),
  }));
}
