import type { z } from 'zod';
import type { taskCommands, TaskCommandType } from '../task.commands';
import { UNITS } from './people';
import { DUE_ON, paper, proof, TODAY, workSamples } from './sample-work';

type Catalogue = typeof taskCommands;
/** The data of a command as a caller writes it, before absent fields are filled in. */
export type AskedInput<K extends TaskCommandType> = z.input<Catalogue[K]['data']>;

const { planId, no, title, year, kind, leads, coordinatingUnitIds, dueOn } =
  workSamples.TaskAssigned;

/** The least each command needs, fitting the sample task. */
export const sampleAsked: { readonly [K in TaskCommandType]: AskedInput<K> } = {
  AssignTask: { taskId: 'nv-1', planId, no, title, year, kind, leads, coordinatingUnitIds, dueOn },
  AcceptTask: {},
  DeclineTask: { reason: 'Không thuộc chức năng' },
  AssignPerson: { personId: 'chuyen-vien', subtaskId: 'phan-1', what: 'Soạn dự thảo' },
  FinishSubtask: { subtaskId: 'phan-1' },
  HandOverTask: {
    from: { unitId: UNITS.lead },
    to: { unitId: UNITS.otherLead },
    reason: 'Sáp nhập đơn vị',
  },
  MigrateTask: { to: { id: 'default', version: 2 }, reason: 'Dùng quy trình có nhắc hạn' },
  SucceedUnit: { fromUnitId: UNITS.lead, toUnitId: UNITS.otherLead, cause: 'merged' },
  CarryOverTask: { toTaskId: 'nv-2', toPlanId: 'kh-2027' },
  AwaitTrigger: { condition: 'Sau khi có hướng dẫn' },
  ReceiveTrigger: { document: paper },
  StartWork: {},
  ReportResult: { summary: 'Đã ban hành báo cáo', evidence: [proof] },
  ApproveStep: {},
  ReturnResult: { reason: 'Chưa đủ số liệu' },
  VerifyResult: {},
  CloseOngoing: { grade: 'good', summary: 'Thực hiện đều trong năm' },
  MarkNotArisen: { reason: 'Không có đề nghị nào' },
  CancelTask: { reason: 'Cấp trên rút nhiệm vụ' },
  SupersedeTask: { byTaskId: 'nv-9', reason: 'Gộp nhiệm vụ' },
  ReopenTask: { reason: 'Còn phần việc chưa xử lý' },
  ReportProgress: { period: workSamples.ProgressReported.period, text: 'Đã xong dự thảo' },
  ReportNil: { period: workSamples.NilReported.period },
  RemindLeadUnit: { unitId: UNITS.lead, text: 'Đề nghị báo cáo tiến độ' },
  AskCoordination: { requestId: 'ph-1', unitId: UNITS.coordinating, what: 'Góp ý dự thảo' },
  AnswerCoordination: { requestId: 'ph-1', answer: 'Thống nhất dự thảo' },
  HandInProduct: { productId: 'sp-1', evidence: [proof] },
  AcceptProduct: { productId: 'sp-1' },
  ReturnProduct: { productId: 'sp-1', reason: 'Thiếu số liệu' },
  SubmitUpward: { document: paper },
  RecordIssue: { document: paper },
  ReachMilestone: {},
  RaiseObstacle: { obstacleId: 'vm-1', kind: 'law', text: 'Chưa có quy định' },
  ProposeSolution: { obstacleId: 'vm-1', text: 'Xin ý kiến Bộ' },
  GiveDirection: { text: 'Khẩn trương hoàn thành' },
  ResolveObstacle: { obstacleId: 'vm-1' },
  StartAuthorityWait: { waitId: 'cho-1', authority: 'UBND tỉnh' },
  EndAuthorityWait: { waitId: 'cho-1' },
  RequestExtension: {
    requestId: 'gh-1',
    dueOn: '2026-07-31' as AskedInput<'RequestExtension'>['dueOn'],
    reason: 'Chờ số liệu',
  },
  ExtendDeadline: {
    dueOn: '2026-07-31' as AskedInput<'ExtendDeadline'>['dueOn'],
    reason: 'Chờ số liệu',
  },
  RefuseExtension: { requestId: 'gh-1', reason: 'Nhiệm vụ gấp' },
  AmendTask: {
    title: 'Xây dựng báo cáo chuyên đề',
    reason: 'Điều chỉnh kế hoạch',
    authority: paper,
  },
  SendReminder: {
    timer: 'dueTomorrow',
    countedFrom: DUE_ON,
    forOn: TODAY,
    unitIds: [UNITS.lead],
    personIds: ['truong-phong'],
  },
  EscalateTask: {
    timer: 'overdueToHead',
    countedFrom: DUE_ON,
    forOn: TODAY,
    unitIds: [UNITS.lead],
    personIds: ['truong-phong'],
    toRole: 'leadHead',
    overdueWorkingDays: 3,
  },
  ConfirmDelayCause: { cause: 'Chờ cấp trên ban hành quy định', document: paper },
  CorrectTask: {
    eventId: '7d444840-9dc0-41d1-b245-5ffdce74fad2',
    field: 'dueOn',
    now: '2026-06-15' as AskedInput<'CorrectTask'>['now'],
    reason: 'Nhập sai ngày',
    agreedBy: 'chanh-van-phong',
  },
  AnswerDecline: { unitId: UNITS.lead, reason: 'Đúng chức năng của đơn vị' },
  NameSupervisor: { leaderId: 'pho-giam-doc' },
  ConfirmAuthorityWait: { waitId: 'cho-1' },
  ReportLeadPart: { summary: 'Đã xong phần số liệu', evidence: [proof] },
  ProposeClosing: { grade: 'good', summary: 'Thực hiện đều trong năm' },
  NamePredecessor: { fromTaskId: 'nv-0', fromPlanId: 'kh-2025' },
  SetReportSeries: { every: 'quarter', dueWithinDays: 10, reason: 'Kế hoạch không nêu kỳ' },
  OpenSeriesPeriod: { period: '2026-Q1' },
  ReportSeriesPeriod: { period: '2026-Q1', text: 'Đã hướng dẫn ba xã' },
  SetCountTarget: { count: 2, what: 'hội nghị', reason: 'Theo thời gian ghi trong kế hoạch' },
  RecordOccurrence: {
    occurrenceId: 'lan-1',
    what: 'Hội nghị quý I',
    heldOn: TODAY,
    evidence: [proof],
  },
  WithdrawOccurrence: { occurrenceId: 'lan-1', reason: 'Ghi trùng' },
};
