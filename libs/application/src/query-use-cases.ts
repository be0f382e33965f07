import { auditStream, auditTrail } from './audit/audit-queries';
import { calendarNotices, calendarYear, workingDays } from './calendar/calendar-queries';
import { evaluation, evaluations, evaluationSheet } from './evaluations/evaluation-queries';
import { briefing, briefingDocument } from './briefings/briefing-queries';
import { evaluationExport, scoreExport } from './exports/score-exports';
import { ubndDocument, ubndTable } from './exports/ubnd-queries';
import { health, projectionCheck, projectionHealth } from './health/health-queries';
import { inbox } from './inbox/inbox-queries';
import { officialScore, scoreFacts } from './officials/official-queries';
import { officialsWhatIf } from './officials/officials-what-if';
import { personHistory, unitHeads, unitHistory } from './organisation/histories';
import { officials, units } from './organisation/organisation-queries';
import { kpiCounts, rankingCounts } from './performance/count-queries';
import { kpis, ranking } from './performance/performance-queries';
import { targets } from './performance/target-queries';
import { plan, plans } from './plans/plan-queries';
import { projectionParked, projectionSkipped } from './projections/projection-acts';
import { forScoreReaders, ofAll, ofFile, ofPerson, ofUnit } from './reading/for-score-readers';
import { question, questions } from './questions';
import { scoreExplanation, scoreSheet } from './scores/score-queries';
import { whatIf } from './scores/what-if';
import { taskDeadline } from './tasks/task-deadline';
import { taskChain } from './tasks/task-chain';
import { task, taskBoard } from './tasks/task-queries';
import { previewMigration } from './workflows/migrate-tasks';
import {
  validateWorkflow,
  workflow,
  workflowDrawing,
  workflows,
} from './workflows/workflow-queries';
import { organisationSheet } from './unit-years/organisation-sheet';
import { upcomingTimers } from './timers/upcoming-timers';

/** Every question; each answer says at which position it is true. */
export const queryUseCases = {
  plans,
  plan,
  taskBoard,
  task,
  workflows,
  workflow,
  workflowDrawing,
  validateWorkflow,
  previewMigration,
  taskDeadline,
  taskChain,
  units,
  officials,
  calendarYear,
  calendarNotices,
  workingDays,
  personHistory,
  unitHistory,
  unitHeads,
  kpis,
  kpiCounts,
  ranking,
  rankingCounts,
  targets,
  scoreSheet: forScoreReaders(scoreSheet, ofAll),
  scoreExplanation: forScoreReaders(scoreExplanation, ofUnit),
  scoreFacts: forScoreReaders(scoreFacts, ofAll),
  officialScore: forScoreReaders(officialScore, ofPerson),
  officialsWhatIf: forScoreReaders(officialsWhatIf, ofAll),
  organisationSheet: forScoreReaders(organisationSheet, ofAll),
  whatIf: forScoreReaders(whatIf, ofAll),
  evaluations,
  evaluation,
  evaluationSheet: forScoreReaders(evaluationSheet, ofAll),
  scoreExport: forScoreReaders(scoreExport, ofAll),
  evaluationExport: forScoreReaders(evaluationExport, ofFile),
  ubndTable,
  ubndDocument,
  questions,
  briefing,
  briefingDocument,
  question,
  auditTrail,
  auditStream,
  upcomingTimers,
  inbox,
  health,
  projectionHealth,
  projectionCheck,
  projectionParked,
  projectionSkipped,
} as const;
