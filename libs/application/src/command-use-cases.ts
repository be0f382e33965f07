import { markNoticesRead } from './inbox/mark-notices-read';
import { ingestEvent } from './ingest/ingest-event';
import { deliverMail } from './mail/deliver-mail';
import { loadOffice } from './organisation/load-office';
import { officialCommand, unitCommand } from './organisation/organisation-commands';
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
  ingestEvent,
  freezeScore,
  lookAtTimers,
  markNoticesRead,
  deliverMail,
  rebuildProjection,
  rollBackProjection,
  dropProjection,
  resumeProjection,
  retryProjection,
  skipInProjection,
} as const;
