import type {
  Role,
  StateDefinition,
  TransitionDefinition,
  WorkflowDefinition,
} from '../definition';
import { defaultFlowFacts } from './default-flow.facts';
import { taskTimers } from './task-timers';

const leadSide: readonly Role[] = ['lead', 'leadHead', 'focal'];
const verifiers: readonly Role[] = ['office', 'deputyDirector', 'director'];

const states: readonly StateDefinition[] = [
  { name: 'assigned', phase: 'open', final: false, label: { vi: 'Đã giao', en: 'Assigned' } },
  {
    name: 'waiting',
    phase: 'waiting',
    final: false,
    label: { vi: 'Chờ điều kiện phát sinh', en: 'Waiting for its trigger' },
  },
  {
    name: 'inProgress',
    phase: 'open',
    final: false,
    label: { vi: 'Đang thực hiện', en: 'In progress' },
  },
  {
    name: 'reported',
    phase: 'reported',
    final: false,
    label: { vi: 'Đã báo cáo, chờ xác nhận', en: 'Reported, awaiting verification' },
  },
  { name: 'completed', phase: 'done', final: true, label: { vi: 'Hoàn thành', en: 'Completed' } },
  {
    name: 'notArisen',
    phase: 'outside',
    final: true,
    label: { vi: 'Không phát sinh', en: 'Not arisen' },
  },
  { name: 'cancelled', phase: 'outside', final: true, label: { vi: 'Đã hủy', en: 'Cancelled' } },
  {
    name: 'superseded',
    phase: 'outside',
    final: true,
    label: { vi: 'Đã thay thế', en: 'Superseded' },
  },
];

const workTransitions: readonly TransitionDefinition[] = [
  {
    name: 'start',
    command: 'StartWork',
    from: ['assigned'],
    to: 'inProgress',
    by: [...leadSide, 'assignee', 'service'],
    requires: [],
    guards: [],
    label: { vi: 'Bắt đầu thực hiện', en: 'Start' },
  },
  {
    name: 'waitForTrigger',
    command: 'AwaitTrigger',
    from: ['assigned'],
    to: 'waiting',
    by: verifiers,
    requires: [],
    guards: [],
    label: { vi: 'Chờ điều kiện', en: 'Wait for the trigger' },
  },
  {
    name: 'receiveTrigger',
    command: 'ReceiveTrigger',
    from: ['waiting'],
    to: 'inProgress',
    by: ['office', 'service'],
    requires: [],
    guards: [],
    label: { vi: 'Đã có căn cứ', en: 'Trigger received' },
  },
  {
    // From `assigned` the start of work is recorded first, so the log never shows a result without a beginning.
    name: 'report',
    command: 'ReportResult',
    from: ['assigned', 'inProgress'],
    to: 'reported',
    by: [...leadSide, 'service'],
    requires: ['evidence'],
    guards: ['allProductsHandedIn'],
    label: { vi: 'Báo cáo kết quả', en: 'Report the result' },
  },
  {
    name: 'return',
    command: 'ReturnResult',
    from: ['reported'],
    to: 'inProgress',
    by: verifiers,
    requires: ['reason'],
    guards: ['verifierDidNotReport', 'officeTaskVerifiedAbove'],
    label: { vi: 'Trả lại', en: 'Return' },
  },
  {
    name: 'verify',
    command: 'VerifyResult',
    from: ['reported'],
    to: 'completed',
    by: verifiers,
    requires: [],
    guards: ['verifierDidNotReport', 'officeTaskVerifiedAbove', 'allProductsHandedIn'],
    label: { vi: 'Xác nhận hoàn thành', en: 'Verify' },
  },
];

const endTransitions: readonly TransitionDefinition[] = [
  {
    name: 'closeOngoing',
    command: 'CloseOngoing',
    from: ['assigned', 'inProgress', 'reported'],
    to: 'completed',
    by: ['deputyDirector', 'director'],
    requires: [],
    guards: ['taskIsOngoing', 'verifierDidNotReport'],
    label: { vi: 'Đánh giá, kết thúc', en: 'Assess and close' },
  },
  {
    name: 'markNotArisen',
    command: 'MarkNotArisen',
    from: ['assigned', 'waiting', 'inProgress'],
    to: 'notArisen',
    by: verifiers,
    requires: ['reason'],
    guards: ['taskIsConditional'],
    label: { vi: 'Xác nhận không phát sinh', en: 'Mark as not arisen' },
  },
  {
    name: 'cancel',
    command: 'CancelTask',
    from: ['assigned', 'waiting', 'inProgress', 'reported'],
    to: 'cancelled',
    by: verifiers,
    requires: ['reason'],
    guards: [],
    label: { vi: 'Hủy', en: 'Cancel' },
  },
  {
    name: 'supersede',
    command: 'SupersedeTask',
    from: ['assigned', 'waiting', 'inProgress', 'reported'],
    to: 'superseded',
    by: verifiers,
    requires: ['reason'],
    guards: [],
    label: { vi: 'Thay thế', en: 'Supersede' },
  },
  {
    name: 'reopen',
    command: 'ReopenTask',
    from: ['completed'],
    to: 'inProgress',
    by: verifiers,
    requires: ['reason'],
    guards: [],
    label: { vi: 'Mở lại', en: 'Reopen' },
  },
];

/**
 * The office's usual flow: assigned, in progress, reported, completed. A running task stays pinned to this version, so
 * any change is a new version beside it.
 */
export const defaultFlow: WorkflowDefinition = {
  id: 'default',
  version: 1,
  label: { vi: 'Quy trình mặc định', en: 'Default flow' },
  initial: 'assigned',
  states,
  transitions: [...workTransitions, ...endTransitions],
  facts: defaultFlowFacts,
  // The plans speak of a monthly briefing without its day; the last day of the month is the reading that accuses nobody.
  reportDueDay: 31,
  timers: [],
};

/** The same steps with reminders and escalations. New tasks begin under it; those of version 1 go on without timers. */
export const defaultFlowV2: WorkflowDefinition = {
  ...defaultFlow,
  version: 2,
  timers: taskTimers,
};
