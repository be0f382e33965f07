import type { StateDefinition, TransitionDefinition, WorkflowDefinition } from '../definition';
import { defaultFlow } from './default-flow';
import { taskTimers } from './task-timers';

const unitApproved: StateDefinition = {
  name: 'unitApproved',
  phase: 'reported',
  final: false,
  label: {
    vi: 'Đơn vị đã phê duyệt, chờ Văn phòng',
    en: 'Approved by the unit, awaiting the Office',
  },
};

const unitLevel: readonly TransitionDefinition[] = [
  {
    name: 'approveByUnit',
    command: 'ApproveStep',
    from: ['reported'],
    to: 'unitApproved',
    by: ['leadHead'],
    requires: [],
    guards: ['verifierDidNotReport'],
    label: { vi: 'Lãnh đạo đơn vị phê duyệt', en: 'Head of the unit approves' },
  },
  {
    name: 'returnByUnit',
    command: 'ReturnResult',
    from: ['reported'],
    to: 'inProgress',
    by: ['leadHead'],
    requires: ['reason'],
    guards: ['verifierDidNotReport'],
    label: { vi: 'Lãnh đạo đơn vị trả lại', en: 'Head of the unit returns' },
  },
];

/** Where the default transitions of these names start, one level higher. */
const startsAt: Readonly<Record<string, readonly string[]>> = {
  return: ['unitApproved'],
  verify: ['unitApproved'],
  closeOngoing: ['assigned', 'inProgress', 'reported', 'unitApproved'],
  cancel: ['assigned', 'waiting', 'inProgress', 'reported', 'unitApproved'],
  supersede: ['assigned', 'waiting', 'inProgress', 'reported', 'unitApproved'],
};

const raised = (transition: TransitionDefinition): TransitionDefinition => ({
  ...transition,
  from: startsAt[transition.name] ?? transition.from,
  guards:
    transition.name === 'verify'
      ? ['verifierDidNotReport', 'officeTaskVerifiedAbove', 'allProductsAccepted']
      : transition.guards,
});

/**
 * Two levels of approval: the head of the lead unit approves, then the Office verifies, and every product is accepted
 * one by one before that. It differs from the default flow in data alone.
 */
export const twoLevelFlow: WorkflowDefinition = {
  ...defaultFlow,
  id: 'two-level',
  version: 1,
  label: { vi: 'Quy trình hai cấp phê duyệt', en: 'Two levels of approval' },
  states: [...defaultFlow.states, unitApproved],
  transitions: [...defaultFlow.transitions.map(raised), ...unitLevel],
};

/** The same two levels with reminders and escalations. */
export const twoLevelFlowV2: WorkflowDefinition = {
  ...twoLevelFlow,
  version: 2,
  timers: taskTimers,
};
