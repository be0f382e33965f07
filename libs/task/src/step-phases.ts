import type { StatePhase } from '@thidua/workflow';
import type { lifecycleCommands } from './commands/lifecycle.commands';

/**
 * What a state means after each step, whatever a flow calls it: indicators and scores count by the recorded events, so a
 * flow that gave a step another meaning would be counted wrongly. A level of approval leaves the result with its judges,
 * or opens the next round of work.
 */
export const stepPhases: Readonly<Record<keyof typeof lifecycleCommands, readonly StatePhase[]>> = {
  AwaitTrigger: ['waiting'],
  ReceiveTrigger: ['open'],
  StartWork: ['open'],
  ReportResult: ['reported'],
  ApproveStep: ['reported', 'open'],
  ReturnResult: ['open'],
  VerifyResult: ['done'],
  CloseOngoing: ['done'],
  MarkNotArisen: ['outside'],
  CancelTask: ['outside'],
  SupersedeTask: ['outside'],
  ReopenTask: ['open'],
};
