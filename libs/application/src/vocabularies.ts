import type { CommandCatalogue, EventCatalogue, RejectionCatalogue } from '@thidua/kernel';
import { calendarRejections } from '@thidua/calendar';
import {
  catalogueEvents,
  catalogueRejections,
  evaluationCommands,
  evaluationEvents,
  evaluationRejections,
  marksCommands,
  marksEvents,
  marksRejections,
} from '@thidua/evaluation';
import {
  directoryRejections,
  officialCommands,
  officialEvents,
  officialRejections,
  unitCommands,
  unitEvents,
  unitRejections,
} from '@thidua/organisation';
import { planImportRejections } from '@thidua/plan-import';
import { planCommands, planEvents, planRejections } from '@thidua/plan';
import { projectionRejections } from '@thidua/projections';
import { taskCommands, taskEvents, taskRejections } from '@thidua/task';
import { callRejections } from './calls/call-errors';

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
    commands: without(taskCommands, 'AssignTask'),
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
  {
    tag: 'evaluations',
    path: '/v1/marks/{marks}',
    parameter: 'marks',
    commands: marksCommands,
  },
  { tag: 'organisation', path: '/v1/units/{unit}', parameter: 'unit', commands: unitCommands },
  {
    tag: 'organisation',
    path: '/v1/officials/{person}',
    parameter: 'person',
    commands: officialCommands,
  },
];

/** Every event type of the log in its present schema, with the upcasters from the earlier ones. */
export const allEvents: EventCatalogue = {
  ...evaluationEvents,
  ...marksEvents,
  ...catalogueEvents,
  ...officialEvents,
  ...unitEvents,
  ...planEvents,
  ...taskEvents,
};

/** Every refusal the product knows, by its stable code. */
export const allRejections: RejectionCatalogue = {
  ...calendarRejections,
  ...evaluationRejections,
  ...marksRejections,
  ...catalogueRejections,
  ...directoryRejections,
  ...officialRejections,
  ...unitRejections,
  ...planImportRejections,
  ...planRejections,
  ...taskRejections,
  ...projectionRejections,
  ...callRejections,
};
