import { calendarCommand } from './calendar/calendar-commands';
import { issueCatalogue } from './catalogue/issue-catalogue';
import { criteriaCommand, openCriteriaSheet } from './criteria/criteria-commands';
import {
  amendEvaluation,
  computeEvaluation,
  evaluationCommand,
  freezeEvaluation,
  openEvaluation,
} from './evaluations/evaluation-commands';
import { markNoticesRead } from './inbox/mark-notices-read';
import { ingestEvent, ingestEvents } from './ingest/ingest-event';
import { deliverMail } from './mail/deliver-mail';
import { importOrganisation } from './organisation/import/import-organisation';
import { loadOffice } from './organisation/load-office';
import { unitMarksCommand } from './unit-years/unit-marks-commands';
import { marksCommand } from './marks/marks-commands';
import { officialCommand, unitCommand } from './organisation/organisation-commands';
import { erasePerson } from './people/erase-person';
import { handOverWork } from './people/hand-over';
import { importPlan } from './plans/import-plan';
import { issuePlan } from './plans/issue-plan';
import { planCommand } from './plans/plan-commands';
import {
  dropProjection,
  rebuildProjection,
  resumeProjection,
  retryProjection,
  rollBackProjection,
  skipInProjection,
} from './projections/projection-acts';
import { freezeScore } from './scores/freeze-score';
import { taskCommand } from './tasks/task-commands';
import { migrateTasks } from './workflows/migrate-tasks';
import { publishWorkflow, retireWorkflow } from './workflows/workflow-commands';
import { lookAtTimers } from './timers/look-at-timers';

/** Every way to change the log, and what an operator may do to what is made from it. */
export const commandUseCases = {
  importPlan,
  issuePlan,
  planCommand,
  taskCommand,
  unitCommand,
  officialCommand,
  loadOffice,
  calendarCommand,
  importOrganisation,
  handOverWork,
  erasePerson,
  ingestEvent,
  ingestEvents,
  freezeScore,
  publishWorkflow,
  retireWorkflow,
  migrateTasks,
  openEvaluation,
  evaluationCommand,
  freezeEvaluation,
  computeEvaluation,
  amendEvaluation,
  lookAtTimers,
  markNoticesRead,
  deliverMail,
  marksCommand,
  unitMarksCommand,
  issueCatalogue,
  openCriteriaSheet,
  criteriaCommand,
  rebuildProjection,
  rollBackProjection,
  dropProjection,
  resumeProjection,
  retryProjection,
  skipInProjection,
} as const;
