import type { FactDefinition, Role, StatePhase } from '../definition';

/** Whoever does the work of a lead unit, and the services that report on a unit's behalf. */
const leadSide: readonly Role[] = ['lead', 'leadHead', 'focal'];
const leadOrService: readonly Role[] = [...leadSide, 'service'];
const directors: readonly Role[] = ['director', 'deputyDirector'];
const officeOrDirectors: readonly Role[] = ['office', ...directors];

const beforeReport: readonly StatePhase[] = ['open', 'waiting'];
const working: readonly StatePhase[] = ['open', 'reported'];
const unfinished: readonly StatePhase[] = ['open', 'waiting', 'reported'];
const unfinishedOrDone: readonly StatePhase[] = [...unfinished, 'done'];

const within =
  (phases: readonly StatePhase[]) =>
  (command: string, by: readonly Role[]): FactDefinition => ({ command, phases, by });

const early = within(beforeReport);
const atWork = within(working);
const anyTime = within(unfinished);
const evenAfter = within(unfinishedOrDone);

/**
 * Facts of the default flow, version 1: what may be recorded beside the state, and by whom. A command that did not exist
 * when the version was made may be placed here, for no decision taken under the version so far can change by it.
 */
export const defaultFlowFacts: readonly FactDefinition[] = [
  early('AcceptTask', ['leadHead']),
  early('DeclineTask', ['leadHead']),
  early('AnswerDecline', officeOrDirectors),
  anyTime('NameSupervisor', officeOrDirectors),
  anyTime('AssignPerson', ['leadHead']),
  anyTime('FinishSubtask', ['assignee', 'leadHead']),
  anyTime('AskCoordination', leadSide),
  anyTime('AnswerCoordination', ['coordinating', ...leadOrService]),
  anyTime('ReportProgress', leadOrService),
  anyTime('ReportNil', leadOrService),
  anyTime('RemindLeadUnit', officeOrDirectors),
  anyTime('RaiseObstacle', [...leadSide, 'coordinating']),
  anyTime('ProposeSolution', [...leadSide, 'office']),
  anyTime('GiveDirection', officeOrDirectors),
  anyTime('ResolveObstacle', [...leadSide, ...officeOrDirectors]),
  atWork('StartAuthorityWait', [...leadSide, 'office']),
  anyTime('EndAuthorityWait', [...leadOrService, 'office']),
  anyTime('ConfirmAuthorityWait', officeOrDirectors),
  early('RequestExtension', leadSide),
  anyTime('ExtendDeadline', directors),
  anyTime('RefuseExtension', directors),
  anyTime('AmendTask', officeOrDirectors),
  atWork('HandInProduct', [...leadOrService, 'assignee']),
  atWork('AcceptProduct', officeOrDirectors),
  atWork('ReturnProduct', officeOrDirectors),
  atWork('SubmitUpward', leadOrService),
  // The authority keeps its own calendar: it may issue while the task waits, or after the department's part is done.
  evenAfter('RecordIssue', ['office', 'service']),
  atWork('ReachMilestone', leadOrService),
  anyTime('SetReportSeries', officeOrDirectors),
  anyTime('OpenSeriesPeriod', officeOrDirectors),
  anyTime('ReportSeriesPeriod', leadOrService),
  anyTime('SetCountTarget', officeOrDirectors),
  atWork('RecordOccurrence', [...leadOrService, 'assignee']),
  anyTime('WithdrawOccurrence', officeOrDirectors),
  atWork('ReportLeadPart', leadOrService),
  atWork('ProposeClosing', ['leadHead']),
  anyTime('HandOverTask', ['leadHead', ...officeOrDirectors]),
  // Decree 335/2025, article 14.2.c: the competent authority confirms the cause; here that is the Director.
  evenAfter('ConfirmDelayCause', ['director']),
  evenAfter('CorrectTask', officeOrDirectors),
  anyTime('CarryOverTask', officeOrDirectors),
  evenAfter('NamePredecessor', [...officeOrDirectors, 'service']),
];
