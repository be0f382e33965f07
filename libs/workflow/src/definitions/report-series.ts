import type {
  Role,
  StateDefinition,
  TransitionDefinition,
  WorkflowDefinition,
} from '../definition';
import { defaultFlow } from './default-flow';
import { taskTimers } from './task-timers';

const reporters: readonly Role[] = ['lead', 'leadHead', 'focal', 'service'];
const judges: readonly Role[] = ['office', 'deputyDirector', 'director'];

const states: readonly StateDefinition[] = [
  {
    name: 'awaitingPeriod',
    phase: 'open',
    final: false,
    label: { vi: 'Chờ đến kỳ báo cáo', en: 'Awaiting the next period' },
  },
  {
    name: 'drafting',
    phase: 'open',
    final: false,
    label: { vi: 'Đang soạn báo cáo kỳ', en: 'Drafting the report of the period' },
  },
  {
    name: 'submitted',
    phase: 'reported',
    final: false,
    label: { vi: 'Đã nộp báo cáo kỳ', en: 'Report of the period submitted' },
  },
  {
    name: 'closed',
    phase: 'done',
    final: true,
    label: { vi: 'Đã kết thúc chuỗi báo cáo', en: 'Series closed' },
  },
  ...defaultFlow.states.filter(({ phase }) => phase === 'outside'),
];

const RUNNING = ['awaitingPeriod', 'drafting', 'submitted'];

const periodTransitions: readonly TransitionDefinition[] = [
  {
    name: 'openPeriod',
    command: 'StartWork',
    from: ['awaitingPeriod'],
    to: 'drafting',
    by: [...reporters, 'assignee', 'office'],
    requires: [],
    guards: [],
    label: { vi: 'Mở kỳ báo cáo', en: 'Open the period' },
  },
  {
    name: 'submitPeriod',
    command: 'ReportResult',
    from: ['awaitingPeriod', 'drafting'],
    to: 'submitted',
    by: reporters,
    requires: ['evidence'],
    guards: [],
    label: { vi: 'Nộp báo cáo kỳ', en: 'Submit the report of the period' },
  },
  {
    name: 'returnPeriod',
    command: 'ReturnResult',
    from: ['submitted'],
    to: 'drafting',
    by: judges,
    requires: ['reason'],
    guards: ['verifierDidNotReport', 'officeTaskVerifiedAbove'],
    label: { vi: 'Trả lại báo cáo kỳ', en: 'Return the report' },
  },
  {
    name: 'acceptPeriod',
    command: 'ApproveStep',
    from: ['submitted'],
    to: 'awaitingPeriod',
    by: judges,
    requires: [],
    guards: ['verifierDidNotReport', 'officeTaskVerifiedAbove'],
    label: { vi: 'Chấp nhận, chờ kỳ sau', en: 'Accept and await the next period' },
  },
];

const endTransitions: readonly TransitionDefinition[] = [
  {
    name: 'closeSeries',
    command: 'VerifyResult',
    from: ['submitted'],
    to: 'closed',
    by: judges,
    requires: [],
    guards: ['verifierDidNotReport', 'officeTaskVerifiedAbove'],
    label: { vi: 'Chấp nhận kỳ cuối, kết thúc', en: 'Accept the last period and close' },
  },
  {
    name: 'closeOngoing',
    command: 'CloseOngoing',
    from: RUNNING,
    to: 'closed',
    by: ['deputyDirector', 'director'],
    requires: [],
    guards: ['taskIsOngoing', 'verifierDidNotReport'],
    label: { vi: 'Đánh giá, kết thúc', en: 'Assess and close' },
  },
  {
    name: 'markNotArisen',
    command: 'MarkNotArisen',
    from: ['awaitingPeriod', 'drafting'],
    to: 'notArisen',
    by: judges,
    requires: ['reason'],
    guards: ['taskIsConditional'],
    label: { vi: 'Xác nhận không phát sinh', en: 'Mark as not arisen' },
  },
  {
    name: 'cancel',
    command: 'CancelTask',
    from: RUNNING,
    to: 'cancelled',
    by: judges,
    requires: ['reason'],
    guards: [],
    label: { vi: 'Hủy', en: 'Cancel' },
  },
  {
    name: 'supersede',
    command: 'SupersedeTask',
    from: RUNNING,
    to: 'superseded',
    by: judges,
    requires: ['reason'],
    guards: [],
    label: { vi: 'Thay thế', en: 'Supersede' },
  },
  {
    name: 'reopen',
    command: 'ReopenTask',
    from: ['closed'],
    to: 'drafting',
    by: judges,
    requires: ['reason'],
    guards: [],
    label: { vi: 'Mở lại', en: 'Reopen' },
  },
];

/**
 * A series of periodic reports: every period is opened, drafted, submitted, and accepted or returned; the last accepted
 * period closes the series. Until then the task stays open, however many periods are accepted.
 */
export const reportSeries: WorkflowDefinition = {
  id: 'report-series',
  version: 1,
  label: { vi: 'Chuỗi báo cáo định kỳ', en: 'Series of periodic reports' },
  initial: 'awaitingPeriod',
  states,
  transitions: [...periodTransitions, ...endTransitions],
  facts: defaultFlow.facts,
  reportDueDay: 31,
  timers: [
    ...taskTimers,
    {
      name: 'periodUnjudged',
      on: { state: 'submitted' },
      after: { workingDays: 5 },
      does: 'remind',
      to: ['office'],
      label: {
        vi: 'Báo cáo kỳ chờ xem xét đã 5 ngày làm việc',
        en: 'The submitted report has waited 5 working days',
      },
    },
  ],
};
