import {
  textRejections,
  type CommandCatalogue,
  type EventCatalogue,
  type RejectionCatalogue,
} from '@thidua/kernel';
import { calendarCommands, calendarEvents, calendarRejections } from '@thidua/calendar';
import {
  catalogueEvents,
  catalogueRejections,
  criteriaCommands,
  criteriaEvents,
  criteriaRejections,
  evaluationCommands,
  evaluationEvents,
  evaluationRejections,
  marksCommands,
  marksEvents,
  unitMarksCommands,
  unitMarksEvents,
  unitMarksRejections,
  scoreReadingRejections,
  marksRejections,
} from '@thidua/evaluation';
import {
  directoryRejections,
  openOfficialCommands,
  openUnitCommands,
  officialEvents,
  officialRejections,
  unitEvents,
  unitRejections,
} from '@thidua/organisation';
import { planImportRejections } from '@thidua/plan-import';
import { planCommands, planEvents, planRejections } from '@thidua/plan';
import { projectionRejections } from '@thidua/projections';
import { reportingRejections } from '@thidua/reporting';
import { scoringRejections } from '@thidua/scoring';
import { workflowEvents, workflowRejections } from '@thidua/workflow';
import { briefingEvents, briefingRejections, inboxEvents, inboxRejections } from '@thidua/urging';
import { openTaskCommands, taskEvents, taskRejections } from '@thidua/task';
import { callRejections } from './calls/call-errors';
import { handOverRejections } from './people/hand-over';

/** Commands that are sent to one aggregate by name, with the address the API gives them. */
export interface OpenVocabulary {
  readonly tag: string;
  readonly path: string;
  readonly parameter: string;
  readonly commands: CommandCatalogue;
}

const without = (commands: CommandCatalogue, ...names: readonly string[]): CommandCatalogue =>
  Object.fromEntries(Object.entries(commands).filter(([name]) => !names.includes(name)));

export const openVocabularies: readonly OpenVocabulary[] = [
  {
    tag: 'plans',
    path: '/v1/plans/{plan}',
    parameter: 'plan',
    commands: without(planCommands, 'ImportPlan', 'IssuePlan'),
  },
  {
    tag: 'tasks',
    path: '/v1/tasks/{task}',
    parameter: 'task',
    commands: openTaskCommands,
  },
  {
    tag: 'evaluations',
    path: '/v1/evaluations/{evaluation}',
    parameter: 'evaluation',
    commands: without(
      evaluationCommands,
      'OpenEvaluation',
      'FreezeEvaluation',
      'RecordScore',
      'RecordAmendment',
    ),
  },
  { tag: 'organisation', path: '/v1/units/{unit}', parameter: 'unit', commands: openUnitCommands },
  {
    tag: 'evaluations',
    path: '/v1/marks/{marks}',
    parameter: 'marks',
    commands: marksCommands,
  },
  {
    tag: 'evaluations',
    path: '/v1/unit-marks/{marks}',
    parameter: 'marks',
    commands: unitMarksCommands,
  },
  {
    tag: 'evaluations',
    path: '/v1/criteria-sheets/{sheet}',
    parameter: 'sheet',
    commands: without(criteriaCommands, 'OpenCriteriaSheet'),
  },
  {
    tag: 'organisation',
    path: '/v1/officials/{person}',
    parameter: 'person',
    commands: openOfficialCommands,
  },
  {
    tag: 'calendar',
    path: '/v1/calendar/{calendar}',
    parameter: 'calendar',
    commands: calendarCommands,
  },
];

/** Every event type of the log in its present schema, with the upcasters from the earlier ones. */
export const allEvents: EventCatalogue = {
  ...calendarEvents,
  ...briefingEvents,
  ...evaluationEvents,
  ...inboxEvents,
  ...marksEvents,
  ...unitMarksEvents,
  ...catalogueEvents,
  ...criteriaEvents,
  ...officialEvents,
  ...unitEvents,
  ...planEvents,
  ...taskEvents,
  ...workflowEvents,
};

/** Every refusal the product knows, by its stable code. */
export const allRejections: RejectionCatalogue = {
  ...calendarRejections,
  ...evaluationRejections,
  ...marksRejections,
  ...unitMarksRejections,
  ...scoreReadingRejections,
  ...catalogueRejections,
  ...criteriaRejections,
  ...scoringRejections,
  ...directoryRejections,
  ...officialRejections,
  ...unitRejections,
  ...planImportRejections,
  ...planRejections,
  ...taskRejections,
  ...workflowRejections,
  ...briefingRejections,
  ...inboxRejections,
  ...handOverRejections,
  ...projectionRejections,
  ...reportingRejections,
  ...textRejections,
  ...callRejections,
};
