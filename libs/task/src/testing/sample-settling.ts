import { localDate } from '@thidua/kernel';
import type { TaskEventType, TaskFacts } from '../task.events';
import { UNITS } from './people';
import { proof, taskId, TODAY } from './sample-work';

type Samples<K extends TaskEventType> = { readonly [P in K]: TaskFacts<P> };

/** One plausible example of each answer between two sides, of a series of reports and of counted occurrences. */
export const settlingSamples: Samples<
  | 'DeclineAnswered'
  | 'TaskPrioritised'
  | 'SupervisorNamed'
  | 'AuthorityWaitConfirmed'
  | 'HandOverAgreed'
  | 'LeadPartReported'
  | 'OngoingClosingProposed'
  | 'PredecessorNamed'
  | 'ReportSeriesSet'
  | 'SeriesPeriodOpened'
  | 'SeriesPeriodReported'
  | 'CountTargetSet'
  | 'OccurrenceRecorded'
  | 'OccurrenceWithdrawn'
  | 'CountShortfallAccepted'
> = {
  DeclineAnswered: {
    ...taskId,
    unitId: UNITS.lead,
    outcome: 'assignment-stands',
    reason: 'Đúng chức năng của đơn vị',
    document: null,
    answeredOn: TODAY,
  },
  TaskPrioritised: { ...taskId, priority: 'urgent', reason: 'Phục vụ kỳ họp', setOn: TODAY },
  SupervisorNamed: { ...taskId, leaderId: 'pho-giam-doc', namedOn: TODAY },
  AuthorityWaitConfirmed: { ...taskId, waitId: 'cho-1', confirmedOn: TODAY },
  HandOverAgreed: {
    ...taskId,
    unitId: UNITS.otherLead,
    agreedBy: 'truong-phong-kh',
    agreedOn: TODAY,
  },
  LeadPartReported: {
    ...taskId,
    unitId: UNITS.lead,
    summary: 'Đã xong phần số liệu',
    evidence: [proof],
    reportedOn: TODAY,
    reportedBy: ['truong-phong'],
    attempt: 1,
  },
  OngoingClosingProposed: {
    ...taskId,
    unitId: UNITS.lead,
    grade: 'good',
    summary: 'Thực hiện đều trong năm',
    proposedOn: TODAY,
    proposedBy: ['truong-phong'],
  },
  PredecessorNamed: { ...taskId, fromTaskId: 'nv-0', fromPlanId: 'kh-2025', namedOn: TODAY },
  ReportSeriesSet: {
    ...taskId,
    every: 'quarter',
    dueWithinDays: 10,
    reason: 'Kế hoạch không nêu kỳ',
    setOn: TODAY,
  },
  SeriesPeriodOpened: {
    ...taskId,
    period: '2026-Q1',
    fromOn: localDate('2026-01-01'),
    toOn: localDate('2026-03-31'),
    reportDueOn: localDate('2026-04-10'),
    openedOn: TODAY,
  },
  SeriesPeriodReported: {
    ...taskId,
    period: '2026-Q1',
    unitId: UNITS.lead,
    text: 'Đã hướng dẫn ba xã',
    evidence: [],
    reportedOn: TODAY,
    reportDueOn: localDate('2026-04-10'),
    inTime: true,
  },
  CountTargetSet: {
    ...taskId,
    count: 2,
    what: 'hội nghị',
    reason: 'Theo thời gian ghi trong kế hoạch',
    document: null,
    setOn: TODAY,
  },
  OccurrenceRecorded: {
    ...taskId,
    occurrenceId: 'lan-1',
    unitId: UNITS.lead,
    what: 'Hội nghị quý I',
    heldOn: TODAY,
    evidence: [proof],
    recordedOn: TODAY,
    recordedBy: ['truong-phong'],
  },
  OccurrenceWithdrawn: {
    ...taskId,
    occurrenceId: 'lan-1',
    reason: 'Ghi trùng',
    withdrawnOn: TODAY,
  },
  CountShortfallAccepted: {
    ...taskId,
    reached: 1,
    target: 2,
    reason: 'Hội nghị thứ hai lùi sang năm sau',
    acceptedOn: TODAY,
  },
};
