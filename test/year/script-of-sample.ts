import { act, monthly, onBehalfOf, paper, proof, range, task, typedInLate, type Act } from './act';
import {
  DEPUTIES,
  DIRECTOR,
  ENERGY,
  GRID_FORCE,
  GRID_LEADER,
  HEIR,
  INDUSTRY,
  LEAVER,
  MARKET,
  MARKET_NEXT,
  OFFICE,
  OFFICE_DEPUTY,
  SAFETY,
  TRADE,
  TRADE_CLERK,
} from './people';

/** Reports for the briefings. Who is silent: 3.2 in January, 3.13 in April, 3.8 in August and September, 3.14 in December. */
const REPORTS: readonly Act[] = [
  ...monthly('3.1', OFFICE, [1]),
  ...monthly('3.2', OFFICE, [2], { isNil: true }),
  ...monthly('3.2', OFFICE, range(3, 12)),
  ...monthly('3.3.a', INDUSTRY, range(1, 4)),
  ...monthly('3.3.b', ENERGY, range(1, 5)),
  ...monthly('3.3.c', TRADE, range(1, 9)),
  ...monthly('3.3.d', SAFETY, range(1, 5)),
  ...monthly('3.4', ENERGY, range(1, 4)),
  ...monthly('3.5', TRADE, range(1, 5)),
  ...monthly('3.6', SAFETY, range(1, 9)),
  ...monthly('3.6', INDUSTRY, range(10, 12)),
  ...monthly('3.7', INDUSTRY, range(1, 9)),
  ...monthly('3.8', MARKET, range(1, 7)),
  ...monthly('3.8', MARKET_NEXT, range(10, 12)),
  ...monthly('3.9', OFFICE, range(1, 12)),
  ...monthly('3.10', MARKET, range(1, 9)),
  ...monthly('3.10', MARKET_NEXT, range(10, 12)),
  ...monthly('3.11', TRADE, range(1, 10)),
  ...monthly('3.12', GRID_LEADER, range(6, 8)),
  ...monthly('3.13', OFFICE, [...range(1, 3), ...range(5, 12)]),
  ...monthly('3.14', ENERGY, range(1, 11)),
  ...monthly('3.15', OFFICE, range(1, 11), { unitId: 'vp' }),
  ...monthly('3.15', MARKET, range(1, 9), { unitId: 'ccqltt' }),
  ...monthly('3.15', MARKET_NEXT, range(10, 11), { unitId: 'ccqltt' }),
];

const result = (summary: string, number: string, date: string) => ({
  ...{ summary, evidence: proof(number, date) },
});

const FIRST_HALF: readonly Act[] = [
  // The Office's own task is judged above it.
  task('2025-02-10', OFFICE, '3.1 hand-in-product', {
    ...{ productId: 'p1', evidence: proof('9/QĐ-SCT', '2025-02-10') },
  }),
  task('2025-02-11', OFFICE, '3.1 report-result', result('Đã ban hành', '9/QĐ-SCT', '2025-02-10')),
  task('2025-02-12', DEPUTIES[0], '3.1 verify-result'),
  // Shared out, put off, handed over by a leaver, sent upward, issued, verified late.
  task('2025-01-13', INDUSTRY, '3.3.a assign-person', { personId: LEAVER, what: 'Soạn thảo' }),
  task('2025-03-20', INDUSTRY, '3.3.a request-extension', {
    ...{ requestId: 'gh-1', dueOn: '2025-05-15', reason: 'Chờ ý kiến thẩm định' },
  }),
  task('2025-03-25', DIRECTOR, '3.3.a extend-deadline', {
    ...{ requestId: 'gh-1', dueOn: '2025-05-15', reason: 'Chờ ý kiến thẩm định' },
  }),
  act('2025-04-22', OFFICE, `people/${LEAVER}/hand-over`, {
    ...{ to: [{ personId: HEIR }], reason: 'Nghỉ hưu từ tháng 5' },
  }),
  act('2025-04-30', OFFICE, `officials/${LEAVER}/leave-office`, {
    ...{ untilOn: '2025-04-30', reason: 'Nghỉ hưu' },
  }),
  task('2025-05-05', INDUSTRY, '3.3.a submit-upward', {
    document: paper('7/TTr-SCT', '2025-05-05'),
  }),
  task('2025-05-06', INDUSTRY, '3.3.a start-authority-wait', {
    ...{ waitId: 'cho-1', authority: 'UBND tỉnh' },
  }),
  task('2025-05-26', INDUSTRY, '3.3.a end-authority-wait', { waitId: 'cho-1' }),
  task('2025-05-26', OFFICE, '3.3.a record-issue', {
    document: paper('40/QĐ-UBND', '2025-05-26'),
  }),
  task(
    '2025-05-27',
    INDUSTRY,
    '3.3.a report-result',
    result('Đã ban hành', '40/QĐ-UBND', '2025-05-26'),
  ),
  task('2025-05-28', OFFICE_DEPUTY, '3.3.a verify-result'),
  // Asked in time, answered late.
  task('2025-04-02', ENERGY, '3.3.b ask-coordination', {
    ...{ requestId: 'ph-1', unitId: 'qltm', what: 'Số liệu cơ sở', answerDueOn: '2025-04-15' },
  }),
  task('2025-04-18', TRADE, '3.3.b answer-coordination', {
    ...{ requestId: 'ph-1', answer: 'Gửi kèm danh sách' },
  }),
  task(
    '2025-06-19',
    ENERGY,
    '3.3.b report-result',
    result('Đã trình ban hành', '21/TTr-SCT', '2025-06-18'),
  ),
  task('2025-06-20', OFFICE_DEPUTY, '3.3.b verify-result'),
  task('2025-06-10', SAFETY, '3.3.d report-result', result('Đã lập', '30/PA-SCT', '2025-06-09')),
  task('2025-06-12', OFFICE, '3.3.d verify-result'),
  // Forgotten until the Director is told, then done.
  task('2025-06-16', OFFICE, '3.4 remind-lead-unit', {
    ...{ unitId: 'qlnl', text: 'Báo cáo ngay việc rà soát điểm sạc' },
  }),
  task('2025-06-23', ENERGY, '3.4 report-result', result('Đã rà soát', '33/BC-SCT', '2025-06-23')),
  task('2025-06-24', OFFICE, '3.4 verify-result'),
  // Sent back once.
  task('2025-06-17', TRADE, '3.5 hand-in-product', {
    ...{ productId: 'p1', evidence: proof('12/KH-SCT', '2025-03-10') },
  }),
  task('2025-06-17', TRADE, '3.5 hand-in-product', {
    ...{ productId: 'p2', evidence: proof('31/BC-SCT', '2025-06-17') },
  }),
  task('2025-06-18', TRADE, '3.5 report-result', result('Đã tổ chức', '31/BC-SCT', '2025-06-17')),
  task('2025-06-20', OFFICE, '3.5 return-result', { reason: 'Thiếu danh sách hợp đồng' }),
  task('2025-06-24', TRADE, '3.5 report-result', result('Đã bổ sung', '34/BC-SCT', '2025-06-24')),
  task('2025-06-25', OFFICE, '3.5 verify-result'),
  // What the task waited for comes, and a task force takes it on.
  act('2025-05-26', OFFICE, `units/${GRID_FORCE}/form-task-force`, {
    ...{ unitId: GRID_FORCE, name: 'Tổ tiếp nhận lưới điện', parentUnitId: 'sct' },
    ...{ leaderId: GRID_LEADER, members: [{ personId: 'cb-015' }, { personId: TRADE_CLERK }] },
    ...{ fromOn: '2025-05-26', document: paper('55/QĐ-SCT', '2025-05-26') },
  }),
  task('2025-06-02', OFFICE, '3.12 receive-trigger', {
    ...{ document: paper('9/HD-BCT', '2025-06-01'), dueOn: '2025-09-30' },
  }),
  task('2025-06-03', OFFICE, '3.12 amend-task', {
    ...{ leads: [{ unitId: GRID_FORCE, role: 'lead' }], reason: 'Giao Tổ tiếp nhận' },
    authority: paper('56/TB-SCT', '2025-06-03'),
  }),
];

const SECOND_HALF: readonly Act[] = [
  task('2025-09-24', GRID_LEADER, '3.12 report-result', result('Xong', '61/BC-SCT', '2025-09-24')),
  task('2025-09-25', OFFICE, '3.12 verify-result'),
  task('2025-07-15', TRADE, '3.3.c assign-person', { personId: TRADE_CLERK, what: 'Lập danh mục' }),
  task('2025-10-28', TRADE, '3.3.c report-result', result('Đã lập', '70/BC-SCT', '2025-10-27')),
  task('2025-10-28', OFFICE, '3.3.c verify-result'),
  // Late, with an obstacle, a direction and a confirmed cause.
  task('2025-08-11', INDUSTRY, '3.7 raise-obstacle', {
    ...{ obstacleId: 'vm-1', kind: 'money', text: 'Chưa cấp kinh phí khuyến công' },
  }),
  task('2025-08-12', INDUSTRY, '3.7 propose-solution', {
    ...{ obstacleId: 'vm-1', text: 'Cho tạm ứng một nửa' },
  }),
  task('2025-08-20', DIRECTOR, '3.7 give-direction', {
    ...{ obstacleId: 'vm-1', text: 'Đồng ý tạm ứng, xong trong tháng 9', actBy: '2025-09-30' },
  }),
  task('2025-10-16', INDUSTRY, '3.7 hand-in-product', {
    ...{ productId: 'p1', evidence: proof('66/BB-SCT', '2025-10-16') },
  }),
  task('2025-10-17', INDUSTRY, '3.7 report-result', result('Đã hỗ trợ', '67/BC-SCT', '2025-10-17')),
  task('2025-10-20', OFFICE, '3.7 verify-result'),
  task('2025-11-05', DIRECTOR, '3.7 confirm-delay-cause', {
    ...{ cause: 'Kinh phí cấp chậm', document: paper('5/TB-SCT', '2025-11-05') },
  }),
  // An obstacle that nobody has cleared by the end of the year.
  task('2025-11-10', INDUSTRY, '3.6 raise-obstacle', {
    ...{ obstacleId: 'vm-2', kind: 'law', text: 'Chưa có quy trình kiểm tra mới' },
  }),
  task('2025-11-11', INDUSTRY, '3.6 propose-solution', {
    ...{ obstacleId: 'vm-2', text: 'Xin ý kiến Bộ Công Thương' },
  }),
  task('2025-11-17', DIRECTOR, '3.6 give-direction', {
    ...{ obstacleId: 'vm-2', text: 'Soạn công văn hỏi Bộ' },
  }),
  task('2025-11-14', OFFICE, '3.11 mark-not-arisen', { reason: 'Không tổ chức đoàn' }),
  task('2025-12-08', MARKET_NEXT, '3.15 report-lead-part', {
    ...result('Phần quản lý thị trường', '80/BC-QLTT', '2025-12-08'),
    unitId: 'ccqltt',
  }),
  ...['p1', 'p2'].map((productId) =>
    task('2025-12-09', OFFICE, '3.15 hand-in-product', {
      ...{ productId, evidence: proof('81/BC-SCT', '2025-12-09') },
    }),
  ),
  task('2025-12-10', OFFICE, '3.15 report-result', {
    ...result('Đã tổng kết', '81/BC-SCT', '2025-12-09'),
    unitId: 'vp',
  }),
  // The Director is away: a deputy director approves for him, on a stated basis.
  act('2025-12-01', OFFICE, `officials/${DIRECTOR}/appoint-deputy`, {
    ...{ deputyId: DEPUTIES[1], fromOn: '2025-12-08', untilOn: '2025-12-19' },
    basis: paper('90/QĐ-SCT', '2025-12-01'),
  }),
  onBehalfOf(DIRECTOR, task('2025-12-11', DEPUTIES[1], '3.15 verify-result')),
  task('2025-12-26', OFFICE, '3.13 propose-closing', {
    ...{ grade: 'good', summary: 'Cập nhật đủ mười một tháng' },
  }),
  task('2025-12-29', DEPUTIES[0], '3.13 close-ongoing', {
    ...{ grade: 'fair', summary: 'Còn thiếu tháng 4' },
  }),
  task('2025-12-30', OFFICE, '3.6 carry-over-task', {
    toTaskId: '{next}.3.6',
    toPlanId: '{next}',
  }),
];

/** What happens to people, units and figures. */
const OFFICE_LIFE: readonly Act[] = [
  act('2025-09-30', OFFICE, `officials/${MARKET}/leave-post`, {
    ...{ unitId: 'ccqltt', post: 'head', untilOn: '2025-09-30' },
  }),
  act('2025-09-30', OFFICE, `officials/${MARKET_NEXT}/leave-post`, {
    ...{ unitId: 'ccqltt', post: 'deputy', untilOn: '2025-09-30' },
  }),
  act('2025-09-30', OFFICE, `officials/${MARKET_NEXT}/take-post`, {
    ...{ unitId: 'ccqltt', post: 'head', fromOn: '2025-10-01' },
    legalBasis: paper('77/QĐ-SCT', '2025-09-29'),
  }),
  act('2025-10-15', OFFICE, 'units/qlcn/merge-units', {
    ...{ mergedUnitIds: ['ktatmt'], effectiveOn: '2025-10-15' },
    document: paper('79/QĐ-UBND', '2025-10-10'),
  }),
  act('2025-12-20', OFFICE, 'plans/{sample}/report-target-value', {
    ...{ name: 'Chỉ số sản xuất công nghiệp', value: '109.1', asOf: '2025-12-15' },
    source: paper('90/BC-SCT', '2025-12-20'),
  }),
];

/** The year of the sample plan, in no order. */
export const ACTS_OF_SAMPLE: readonly Act[] = [
  ...REPORTS,
  ...FIRST_HALF,
  ...SECOND_HALF,
  ...OFFICE_LIFE,
];

/** Typed in after the freeze: what the unit had reported on the last days of the year. */
export const TYPED_IN_LATE: readonly Act[] = [
  typedInLate(
    '2025-12-29',
    task('2026-01-14', ENERGY, '3.14 report-result', result('Đã gỡ', '99/BC-SCT', '2025-12-29')),
  ),
  typedInLate('2025-12-30', task('2026-01-14', OFFICE, '3.14 verify-result')),
];
