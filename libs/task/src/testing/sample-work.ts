import { fields, localDate, type LocalMonth } from '@thidua/kernel';
import type { TaskEventType, TaskFacts } from '../task.events';
import { UNITS } from './people';

export const taskId = { taskId: 'nv-1' };

/** Days of the sample story: assigned in January, due at the end of June. */
export const ASSIGNED_ON = localDate('2026-01-15');
export const DUE_ON = localDate('2026-06-30');
export const TODAY = localDate('2026-03-10');

const documentSchema = fields.document();
export const paper = documentSchema.parse({
  number: '12/TTr-SCT',
  date: '2026-03-09',
  issuer: null,
  title: null,
});
export const proof = { document: paper, url: null, fileSha256: null, note: null };

type Samples<K extends TaskEventType> = { readonly [P in K]: TaskFacts<P> };

/** One plausible example of each event about having, doing and reporting the work. */
export const workSamples: Samples<
  | 'TaskAssigned'
  | 'TaskAccepted'
  | 'TaskDeclined'
  | 'PersonAssigned'
  | 'SubtaskFinished'
  | 'CoordinationAsked'
  | 'CoordinationAnswered'
  | 'ProgressReported'
  | 'NilReported'
  | 'LeadUnitReminded'
  | 'ProductHandedIn'
  | 'ProductAccepted'
  | 'ProductReturned'
  | 'SubmittedUpward'
  | 'IssuedByAuthority'
  | 'MilestoneReached'
  | 'TaskHandedOver'
  | 'TaskUnitSucceeded'
  | 'TaskCarriedOver'
> = {
  TaskAssigned: {
    ...taskId,
    planId: 'kh-2026',
    no: '2.1',
    title: 'Xây dựng báo cáo tổng hợp',
    year: 2026,
    kind: 'one-off',
    leads: [{ unitId: UNITS.lead, role: 'lead' }],
    coordinatingUnitIds: [UNITS.coordinating],
    openPartners: [],
    supervisingLeaderId: null,
    dueOn: DUE_ON,
    notBefore: null,
    recurrence: null,
    condition: null,
    timeText: null,
    products: [],
    sourceDocuments: [],
    workflow: { id: 'default', version: 1 },
    state: 'assigned',
    assignedOn: ASSIGNED_ON,
  },
  TaskAccepted: { ...taskId, unitId: UNITS.lead, note: null },
  TaskDeclined: { ...taskId, unitId: UNITS.lead, reason: 'Không thuộc chức năng' },
  PersonAssigned: {
    ...taskId,
    personId: 'chuyen-vien',
    unitId: UNITS.lead,
    subtaskId: 'phan-1',
    what: 'Soạn dự thảo',
    dueOn: null,
  },
  SubtaskFinished: { ...taskId, subtaskId: 'phan-1', finishedOn: TODAY, note: null },
  CoordinationAsked: {
    ...taskId,
    requestId: 'ph-1',
    unitId: UNITS.coordinating,
    what: 'Góp ý dự thảo',
    answerDueOn: localDate('2026-03-20'),
    askedOn: TODAY,
  },
  CoordinationAnswered: {
    ...taskId,
    requestId: 'ph-1',
    unitId: UNITS.coordinating,
    answer: 'Thống nhất dự thảo',
    answeredOn: TODAY,
    inTime: true,
  },
  ProgressReported: {
    ...taskId,
    unitId: UNITS.lead,
    period: '2026-03' as LocalMonth,
    reportedOn: TODAY,
    reportDueOn: localDate('2026-03-31'),
    text: 'Đã xong dự thảo lần một',
    percent: 40,
    wentWell: null,
    obstacles: null,
    proposals: null,
  },
  NilReported: {
    ...taskId,
    unitId: UNITS.lead,
    period: '2026-03' as LocalMonth,
    reportedOn: TODAY,
    reportDueOn: localDate('2026-03-31'),
  },
  LeadUnitReminded: {
    ...taskId,
    unitId: UNITS.lead,
    text: 'Đề nghị báo cáo tiến độ',
    answerDueOn: null,
    remindedOn: TODAY,
  },
  ProductHandedIn: {
    ...taskId,
    productId: 'sp-1',
    evidence: [proof],
    handedInOn: TODAY,
    handedInBy: ['chuyen-vien'],
    attempt: 1,
  },
  ProductAccepted: { ...taskId, productId: 'sp-1', attempt: 1, acceptedOn: TODAY },
  ProductReturned: {
    ...taskId,
    productId: 'sp-1',
    attempt: 1,
    reason: 'Thiếu số liệu',
    majorContentError: false,
    returnedOn: TODAY,
  },
  SubmittedUpward: { ...taskId, document: paper, submittedOn: TODAY },
  IssuedByAuthority: { ...taskId, document: paper, issuedOn: TODAY },
  MilestoneReached: { ...taskId, evidence: [], reachedOn: TODAY },
  TaskHandedOver: {
    ...taskId,
    from: { unitId: UNITS.lead, personId: null },
    to: { unitId: UNITS.otherLead, personId: null },
    reason: 'Sáp nhập đơn vị',
    papers: [],
    stateAtHandOver: 'assigned',
    handedOverOn: TODAY,
  },
  TaskUnitSucceeded: {
    ...taskId,
    fromUnitId: UNITS.lead,
    toUnitId: UNITS.otherLead,
    cause: 'merged',
    document: paper,
    stateAtSuccession: 'assigned',
    succeededOn: TODAY,
  },
  TaskCarriedOver: { ...taskId, toTaskId: 'nv-2', toPlanId: 'kh-2027', onDay: TODAY },
};
