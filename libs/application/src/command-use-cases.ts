import { ingestEvent } from './ingest/ingest-event';
import { importOrganisation } from './organisation/import/import-organisation';
import { loadOffice } from './organisation/load-office';
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

/** Every way to change the log, and what an operator may do to what is made from it. */
export const commandUseCases = {
  importPlan,
  issuePlan,
  planCommand,
  taskCommand,
  unitCommand,
  officialCommand,
  loadOffice,
  importOrganisation,
  handOverWork,
  erasePerson,
  ingestEvent,
  freezeScore,
  rebuildProjection,
  rollBackProjection,
  dropProjection,
  resumeProjection,
  retryProjection,
  skipInProjection,
} as const;
