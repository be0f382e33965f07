import { issueCatalogue } from './catalogue/issue-catalogue';
import {
  amendEvaluation,
  computeEvaluation,
  evaluationCommand,
  freezeEvaluation,
  openEvaluation,
} from './evaluations/evaluation-commands';
import { ingestEvent } from './ingest/ingest-event';
import { loadOffice } from './organisation/load-office';
import { marksCommand } from './marks/marks-commands';
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
  openEvaluation,
  evaluationCommand,
  freezeEvaluation,
  computeEvaluation,
  amendEvaluation,
  marksCommand,
  issueCatalogue,
  rebuildProjection,
  rollBackProjection,
  dropProjection,
  resumeProjection,
  retryProjection,
  skipInProjection,
} as const;
