export * from './assignments';
export * from './plan-context';
export * from './plan-ids';
export * from './plan.commands';
export { planDecider } from './plan.decider';
export * from './plan.events';
export { planRejections } from './plan.rejections';
export {
  remainingTasks,
  type Plan,
  type PlanDraftTask,
  type PlanIssue,
  type PlanState,
  type TargetValue,
} from './plan.state';
