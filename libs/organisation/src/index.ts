export * from './directory/directory';
export { directoryRejections } from './directory/directory.rejections';
export type { ActorQuery } from './directory/actor-look-up';
export { GROUP_TERMS, type GroupTerm } from './directory/group-terms';
export * from './directory/resolve-responsibilities';
export * from './directory/unit-text';
export type { HeadPeriod } from './directory/heads-of';
export type {
  HeldMembership,
  NamedUnit,
  UnitOnDate,
  UnitRegister,
} from './directory/unit-register';
export { mayKeepDirectory } from './may-keep-directory';
export * from './office-file/office-commands';
export * from './office-file/office-file';
export * from './office-import/office-rows';
export {
  planOfficeImport,
  type OfficeImportPlan,
  type PlannedChange,
} from './office-import/plan-import';
export * from './official.events';
export * from './official/official.commands';
export { officialDecider } from './official/official.decider';
export { officialRejections } from './official/official.rejections';
export { runningDeputies } from './official/official.state';
export type {
  DeputyEnd,
  DeputyPeriod,
  Official,
  OfficialState,
  OpenWorkList,
  Period,
  PostPeriod,
} from './official/official.state';
export type { OrganisationContext } from './organisation-context';
export type { TaskForceMember } from './unit/task-force.events';
export type { TaskShare } from './unit/reorganisation.events';
export * from './unit.events';
export * from './unit/unit.commands';
export { unitDecider } from './unit/unit.decider';
export { unitRejections } from './unit/unit.rejections';
export type { TaskForce } from './unit/task-force.evolve';
export type { Since, Unit, UnitEnd, UnitState } from './unit/unit.state';
