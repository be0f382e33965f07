import { act, monthly, paper, proof, range, task, type Act } from './act';
import {
  DEPUTIES,
  DIRECTOR,
  ENERGY,
  INDUSTRY,
  MARKET_NEXT,
  MARKET,
  OFFICE,
  SAFETY,
  TRADE,
} from './people';

/** Tasks of the plan by who answers for them; 2.10 and 2.11 pass to the industry division in October. */
const INDUSTRY_TASKS = ['2.3.a', '2.3.b', '2.3.c', '2.9'];
const SAFETY_TASKS = ['2.10', '2.11'];
const ENERGY_TASKS = ['2.3.d', '2.6', '2.7', '2.8'];
const TRADE_TASKS = ['2.3.e', '2.3.f', '2.3.g', '2.3.h', '2.3.i', '2.12', '2.13', '2.14'];
const OFFICE_TASKS = ['2.1', '2.2', '2.4', '2.5', '2.16', '2.17', '2.19', '2.20'];

/** Done on the day before the verification: `[reported, verified]`; the Office's own are judged by a deputy director. */
const DONE: Readonly<Record<string, readonly [reported: string, verified: string]>> = {
  '2.3.a': ['2025-10-06', '2025-10-08'],
  '2.3.e': ['2025-09-29', '2025-09-30'],
  '2.5': ['2025-09-29', '2025-09-29'],
  '2.3.b': ['2025-12-16', '2025-12-18'],
  '2.3.c': ['2025-12-16', '2025-12-18'],
  '2.3.d': ['2025-12-16', '2025-12-18'],
  '2.3.f': ['2025-12-16', '2025-12-18'],
  '2.3.g': ['2025-12-16', '2025-12-18'],
  '2.3.h': ['2025-12-16', '2025-12-18'],
  '2.3.i': ['2025-12-16', '2025-12-18'],
  '2.10': ['2025-12-17', '2025-12-19'],
  '2.11': ['2025-12-17', '2025-12-19'],
  '2.12': ['2025-12-17', '2025-12-19'],
  '2.13': ['2025-12-17', '2025-12-19'],
  '2.14': ['2025-12-17', '2025-12-19'],
  '2.15': ['2025-12-17', '2025-12-19'],
  '2.16': ['2025-12-22', '2025-12-23'],
  '2.17': ['2025-12-22', '2025-12-23'],
  '2.18': ['2025-12-22', '2025-12-23'],
};

const reporterOf = (no: string): string => {
  if ([...INDUSTRY_TASKS, ...SAFETY_TASKS].includes(no)) return INDUSTRY;
  if (ENERGY_TASKS.includes(no)) return ENERGY;
  if (TRADE_TASKS.includes(no)) return TRADE;
  if (no === '2.15') return MARKET_NEXT;
  return no === '2.18' ? DEPUTIES[1] : OFFICE;
};

const judgeOf = (no: string): string => (OFFICE_TASKS.includes(no) ? DEPUTIES[0] : OFFICE);

const endings = Object.entries(DONE).flatMap(([no, [reported, verified]]) => [
  task(reported, reporterOf(no), `${no} report-result`, {
    ...{ summary: `Đã xong ${no}`, evidence: proof(`${no}/BC-SCT`, reported) },
  }),
  task(verified, judgeOf(no), `${no} verify-result`),
]);

/** The last month reported on: the one before the task was done. */
const lastMonth = (no: string): number => {
  const done = DONE[no];
  return done === undefined ? 12 : Number(done[0].slice(5, 7)) - 1;
};

/** 2.14 is silent in October, 2.15 reports November in December, 2.19 has nothing to report in December. */
const reports: readonly Act[] = [
  ...[...INDUSTRY_TASKS, ...ENERGY_TASKS].flatMap((no) =>
    monthly(no, reporterOf(no), range(9, lastMonth(no)), { day: 25 }),
  ),
  ...SAFETY_TASKS.flatMap((no) => [
    ...monthly(no, SAFETY, [9], { day: 25 }),
    ...monthly(no, INDUSTRY, [10, 11], { day: 25 }),
  ]),
  ...TRADE_TASKS.flatMap((no) =>
    monthly(
      no,
      TRADE,
      range(9, lastMonth(no)).filter((month) => no !== '2.14' || month !== 10),
      { day: 25 },
    ),
  ),
  ...['2.1', '2.2', '2.4', '2.16', '2.17'].flatMap((no) =>
    monthly(no, OFFICE, range(9, lastMonth(no)), { day: 25 }),
  ),
  ...monthly('2.19', OFFICE, range(9, 11), { day: 25 }),
  ...monthly('2.19', OFFICE, [12], { day: 25, isNil: true }),
  ...monthly('2.20', OFFICE, [11, 12], { day: 25 }),
  ...monthly('2.15', MARKET, [9], { day: 25 }),
  ...monthly('2.15', MARKET_NEXT, [10], { day: 25 }),
  task('2025-12-03', MARKET_NEXT, '2.15 report-progress', {
    ...{ period: '2025-11', text: 'Tiến độ tháng 11, báo muộn' },
  }),
  ...monthly('2.18', DEPUTIES[1], range(9, 11), { day: 25 }),
];

/** The last months of the year by the plan of September, in no order. */
export const ACTS_OF_SEED: readonly Act[] = [
  ...endings,
  ...reports,
  task('2025-10-01', INDUSTRY, '2.3.a submit-upward', {
    document: paper('101/TTr-SCT', '2025-10-01'),
  }),
  task('2025-10-06', OFFICE, '2.3.a record-issue', {
    document: paper('140/QĐ-UBND', '2025-10-05'),
  }),
  ...['b', 'c'].map((letter) =>
    task('2025-12-15', INDUSTRY, `2.3.${letter} submit-upward`, {
      document: paper(`12${letter}/TTr-SCT`, '2025-12-15'),
    }),
  ),
  task('2025-12-08', DIRECTOR, '2.8 extend-deadline', {
    ...{ dueOn: '2026-03-31', reason: 'Chờ kết quả kiểm tra đập' },
    document: paper('88/TB-SCT', '2025-12-08'),
  }),
  task('2025-11-03', OFFICE, '2.20 receive-trigger', {
    ...{ document: paper('12/HD-BNV', '2025-11-01') },
  }),
  act('2025-12-22', OFFICE, 'plans/{seed}/report-target-value', {
    ...{ name: 'Chỉ số sản xuất công nghiệp', value: '113.1', asOf: '2025-12-20' },
    source: paper('91/BC-SCT', '2025-12-22'),
  }),
];
