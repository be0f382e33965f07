import { calendarEvents } from '@thidua/calendar';
import {
  catalogueEvents,
  criteriaEvents,
  evaluationEvents,
  marksEvents,
  unitMarksEvents,
} from '@thidua/evaluation';
import { officialEvents, unitEvents } from '@thidua/organisation';
import { planEvents } from '@thidua/plan';
import { taskEvents } from '@thidua/task';
import { workflowEvents } from '@thidua/workflow';
import { briefingEvents, inboxEvents } from '@thidua/urging';

const LABELS: ReadonlyMap<string, string> = new Map(
  [
    taskEvents,
    planEvents,
    unitEvents,
    officialEvents,
    evaluationEvents,
    calendarEvents,
    workflowEvents,
    briefingEvents,
    inboxEvents,
    marksEvents,
    unitMarksEvents,
    catalogueEvents,
    criteriaEvents,
  ].flatMap((catalogue) => Object.entries(catalogue).map(([type, { vi }]) => [type, vi] as const)),
);

/** What happened in Vietnamese; the type itself where this version does not know it. */
export const eventLabel = (type: string): string => LABELS.get(type) ?? type;
