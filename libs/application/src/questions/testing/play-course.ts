import { instant, type Instant } from '@thidua/kernel';
import { reformTemplateV1 } from '@thidua/scoring';
import { v5 } from 'uuid';
import type { Call } from '../../calls/call';
import type { OpenedApplication } from '../../open-application';

const NAMESPACE = '1f2d8a40-8a0c-4f4b-9d2e-5f0d4a7c9b11';

const paper = (number: string, date: string) => ({ number, date, issuer: null, title: null });
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
type Act = readonly [who: string, on: string, task: string, command: string, data?: object];

const { director, deputy, office, industry, leaver, heir, energy } = PEOPLE;
const monthly = (period: string, text: string) => ({ period, text });

/** A year in which every kind of fact that a question asks about happens at least once. */
const ACTS: readonly Act[] = [
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
const NEXT_YEAR = `KẾ HOẠCH
Công tác năm 2026 của Sở Công Thương

II. NHIỆM VỤ
1. Tiếp tục việc chưa xong của năm 2025
Đơn vị chủ trì: Phòng Quản lý công nghiệp
Thời gian thực hiện: Tháng 6/2026
`;

/** After the freeze: a result of November is typed in late. */
const LATE_ACTS: readonly Act[] = [
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

const at = (day: string): Instant => instant(`${day}T09:00:00+07:00`);

const callOf = (step: string, personId: string, day: string): Call => {
  const commandId = v5(step, NAMESPACE);
  return {
    ...{ commandId, correlationId: commandId, causationId: commandId },
    actor: { kind: 'person', personId, onBehalfOf: null },
    occurredAt: at(day),
    expectedRevision: null,
  };
};

async function playAll({ commands }: OpenedApplication, acts: readonly Act[]): Promise<void> {
  for (const [who, on, task, command, data = {}] of acts) {
    const call = callOf(`${task} ${command} ${on}`, who, on);
    await commands.taskCommand({ task, command, data }, call);
  }
}

async function carryOver({ commands }: OpenedApplication, task: string): Promise<void> {
  const paperOf = { number: '99/KH-SCT', date: '2025-12-26' };
  const bytes = new TextEncoder().encode(NEXT_YEAR);
  const { planId } = await commands.importPlan(
    { bytes, fileName: null, year: 2026, ...paperOf },
    callOf('import next year', office, '2025-12-26'),
  );
  const { assigned } = await commands.issuePlan(
    { plan: planId, ...paperOf, signerId: null },
    callOf('issue next year', office, '2025-12-26'),
  );
  await commands.taskCommand(
    {
      task,
      command: 'CarryOverTask',
      data: { toTaskId: assigned[0]?.taskId, toPlanId: planId },
    },
    callOf('carry over', office, '2025-12-28'),
  );
}

/** A criteria sheet of the reform with one criterion proved by a task, and one that nobody proved. */
async function playCriteria({ commands }: OpenedApplication): Promise<void> {
  const criterion = (id: string, unitId: string) => ({
    ...{ kind: 'FIXED', id, title: { vi: `Tiêu chí ${id}`, en: id }, max: '10', unitId },
    ...{ article: 'Mục 1', confidence: 'M' },
  });
  const ruleSet = { ...reformTemplateV1, items: [criterion('1', 'qlcn'), criterion('2', 'qlnl')] };
  const sheetId = 'cchc.2025';
  await commands.openCriteriaSheet(
    { sheetId, year: 2025, ruleSet },
    callOf('criteria', office, '2025-11-20'),
  );
  const evidence = { document: null, taskId: 'nv-1', productId: null, sha256: null };
  const acts: readonly (readonly [who: string, command: string, data: object])[] = [
    [industry, 'LinkEvidence', { criterionId: '1', evidence }],
    [
      industry,
      'ScoreCriterion',
      { criterionId: '1', stage: 'self', points: '10', reason: 'đã xong' },
    ],
  ];
  for (const [who, command, data] of acts) {
    const call = callOf(`criteria ${command}`, who, '2025-11-21');
    await commands.criteriaCommand({ sheetId, command, data }, call);
  }
}

/** Plays the year, a merger of two divisions and a target, freezes, and types one more result in afterwards. */
export async function playCourse(application: OpenedApplication, planId: string): Promise<void> {
  const { commands } = application;
  await playAll(application, ACTS);
  await carryOver(application, '3.8');
  await commands.officialCommand(
    {
      personId: leaver,
      command: 'LeaveOffice',
      data: { untilOn: '2025-04-30', reason: 'Nghỉ hưu' },
    },
    callOf('leave', office, '2025-04-20'),
  );
  const value = {
    ...{ name: 'Chỉ số sản xuất công nghiệp', value: '109.1', asOf: '2025-12-15' },
    source: paper('90/BC-SCT', '2025-12-20'),
  };
  await commands.planCommand(
    { plan: planId, command: 'ReportTargetValue', data: value },
    callOf('target', office, '2025-12-20'),
  );
  await commands.unitCommand(
    {
      unitId: 'ktatmt',
      command: 'EndUnit',
      data: { endedOn: '2025-11-30', how: 'merged', successorUnitIds: ['qlcn'] },
    },
    callOf('merge', office, '2025-11-30'),
  );
  await playCriteria(application);
  const force = {
    ...{ unitId: 'tct', name: 'Tổ công tác cơ động', leaderId: energy, fromOn: '2025-06-01' },
    ...{ untilOn: '2026-06-30', document: paper('9/QĐ-SCT', '2025-05-30') },
    members: [{ personId: heir }],
  };
  await commands.unitCommand(
    { unitId: 'tct', command: 'FormTaskForce', data: force },
    callOf('force', office, '2025-06-01'),
  );
  await commands.taskCommand(
    {
      task: '3.9',
      command: 'HandOverTask',
      data: {
        from: { unitId: 'vp', personId: null },
        to: { unitId: 'tct', personId: null },
        reason: 'Giao tổ công tác',
      },
    },
    callOf('to the force', office, '2025-06-02'),
  );
  await commands.freezeScore(
    { year: 2025, asOf: '2025-12-31', ruleSet: null },
    callOf('freeze', office, '2026-01-02'),
  );
  await playAll(application, LATE_ACTS);
}
