/** A document by its number and day. */
export const paper = (number: string, date: string) => ({
  number,
  date,
  issuer: null,
  title: null,
});
const proof = (number: string, date: string) => [
  { document: paper(number, date), url: null, fileSha256: null, note: null },
];

/** People of the sample office by what they do here. */
export const PEOPLE = {
  director: 'cb-001',
  deputy: 'cb-002',
  office: 'cb-004',
  industry: 'cb-009',
  leaver: 'cb-012',
  heir: 'cb-010',
  energy: 'cb-013',
} as const;

/** One act: who, on which day, on which task of the sample plan, what. */
export type Act = readonly [who: string, on: string, task: string, command: string, data?: object];

const { director, deputy, office, industry, leaver, heir, energy } = PEOPLE;
const monthly = (period: string, text: string) => ({ period, text });

/** A year in which every kind of fact that a question asks about happens at least once. */
export const ACTS: readonly Act[] = [
  // 3.3.a: shared out, handed over by a leaver, extended, submitted, issued, verified late.
  [industry, '2025-01-20', '3.3.a', 'AssignPerson', { personId: leaver, what: 'Soạn thảo' }],
  [industry, '2025-02-01', '3.3.a', 'StartWork'],
  [industry, '2025-02-27', '3.3.a', 'ReportProgress', monthly('2025-02', 'Đã khảo sát xong')],
  [
    industry,
    '2025-02-28',
    '3.3.a',
    'AskCoordination',
    { requestId: 'r1', unitId: 'qlnl', what: 'Số liệu điện', answerDueOn: '2025-03-10' },
  ],
  [energy, '2025-03-08', '3.3.a', 'AnswerCoordination', { requestId: 'r1', answer: 'Gửi kèm' }],
  [
    industry,
    '2025-03-05',
    '3.3.a',
    'RaiseObstacle',
    { obstacleId: 'o1', kind: 'law', text: 'Chưa có quy định chuyển tiếp' },
  ],
  [
    industry,
    '2025-03-06',
    '3.3.a',
    'ProposeSolution',
    { obstacleId: 'o1', text: 'Xin ý kiến Sở Tư pháp' },
  ],
  [
    director,
    '2025-03-15',
    '3.3.a',
    'GiveDirection',
    { obstacleId: 'o1', text: 'Đồng ý, làm ngay', actBy: '2025-04-10' },
  ],
  [
    director,
    '2025-03-28',
    '3.3.a',
    'ExtendDeadline',
    { dueOn: '2025-04-30', reason: 'Chờ ý kiến thẩm định' },
  ],
  [
    industry,
    '2025-04-05',
    '3.3.a',
    'HandOverTask',
    {
      from: { unitId: 'qlcn', personId: leaver },
      to: { unitId: 'qlcn', personId: heir },
      reason: 'Nghỉ hưu',
    },
  ],
  [industry, '2025-04-20', '3.3.a', 'SubmitUpward', { document: paper('7/TTr-SCT', '2025-04-20') }],
  [industry, '2025-04-21', '3.3.a', 'StartAuthorityWait', { waitId: 'w1', authority: 'UBND tỉnh' }],
  [industry, '2025-05-10', '3.3.a', 'EndAuthorityWait', { waitId: 'w1' }],
  [office, '2025-05-10', '3.3.a', 'RecordIssue', { document: paper('40/QĐ-UBND', '2025-05-10') }],
  [
    industry,
    '2025-05-12',
    '3.3.a',
    'ReportResult',
    { summary: 'Đã ban hành', evidence: proof('40/QĐ-UBND', '2025-05-10') },
  ],
  [office, '2025-05-15', '3.3.a', 'VerifyResult'],
  // 3.1: the Office's own task, verified above it.
  [
    office,
    '2025-02-09',
    '3.1',
    'HandInProduct',
    { productId: 'p1', evidence: proof('9/QĐ-SCT', '2025-02-09') },
  ],
  [
    office,
    '2025-02-10',
    '3.1',
    'ReportResult',
    { summary: 'Đã ban hành', evidence: proof('9/QĐ-SCT', '2025-02-10') },
  ],
  [deputy, '2025-02-12', '3.1', 'VerifyResult'],
  // 3.2 is ongoing: one nil report, then silence. 3.11 never arose. 3.12 waited for the ministry.
  [office, '2025-02-26', '3.2', 'ReportNil', { period: '2025-02' }],
  [office, '2025-11-20', '3.11', 'MarkNotArisen', { reason: 'Không tổ chức đoàn' }],
  [
    office,
    '2025-06-02',
    '3.12',
    'ReceiveTrigger',
    { document: paper('9/HD-BCT', '2025-06-01'), dueOn: '2025-09-30' },
  ],
  // 3.14: an obstacle that nobody has cleared.
  [
    energy,
    '2025-11-03',
    '3.14',
    'RaiseObstacle',
    { obstacleId: 'o3', kind: 'law', text: 'Chưa có quy hoạch biển' },
  ],
  // 3.7: reminded, then reported; late, with a cause that was confirmed.
  [office, '2025-06-01', '3.7', 'RemindLeadUnit', { unitId: 'qlcn', text: 'Báo cáo tiến độ' }],
  [industry, '2025-06-09', '3.7', 'ReportProgress', monthly('2025-06', 'Đang xét hồ sơ')],
  [
    industry,
    '2025-10-20',
    '3.7',
    'RaiseObstacle',
    { obstacleId: 'o2', kind: 'money', text: 'Chưa cấp kinh phí' },
  ],
  [industry, '2025-10-21', '3.7', 'ProposeSolution', { obstacleId: 'o2', text: 'Tạm ứng' }],
  [
    director,
    '2025-09-15',
    '3.7',
    'GiveDirection',
    { text: 'Hoàn thành trong tháng 10', actBy: '2025-10-31' },
  ],
  [
    director,
    '2025-11-05',
    '3.7',
    'ConfirmDelayCause',
    { cause: 'Mưa lũ', document: paper('5/TB-SCT', '2025-11-05') },
  ],
];

/** The plan of the year after, in which one task goes on. */
/** The plan of the year after, in which one task goes on. */
export const NEXT_YEAR = `KẾ HOẠCH
Công tác năm 2026 của Sở Công Thương

II. NHIỆM VỤ
1. Tiếp tục việc chưa xong của năm 2025
Đơn vị chủ trì: Phòng Quản lý công nghiệp
Thời gian thực hiện: Tháng 6/2026
`;

/** After the freeze: a result of November is typed in late. */
export const LATE_ACTS: readonly Act[] = [
  [
    industry,
    '2025-11-09',
    '3.7',
    'HandInProduct',
    { productId: 'p1', evidence: proof('76/BC-SCT', '2025-11-09') },
  ],
  [
    industry,
    '2025-11-10',
    '3.7',
    'ReportResult',
    { summary: 'Đã hỗ trợ', evidence: proof('77/BC-SCT', '2025-11-10') },
  ],
  [office, '2025-11-12', '3.7', 'VerifyResult'],
];
