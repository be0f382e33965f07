import { auditStream, auditTrail } from './audit/audit-queries';
import { briefing, briefingDocument } from './briefings/briefing-queries';
import { health, projectionCheck, projectionHealth } from './health/health-queries';
import { officials, units } from './organisation/organisation-queries';
import { kpiCounts, rankingCounts } from './performance/count-queries';
import { kpis, ranking } from './performance/performance-queries';
import { targets } from './performance/target-queries';
import { plan, plans } from './plans/plan-queries';
import { projectionParked, projectionSkipped } from './projections/projection-acts';
import { question, questions } from './questions';
import { scoreExplanation, scoreSheet } from './scores/score-queries';
import { task, taskBoard } from './tasks/task-queries';

/** Every question; each answer says at which position it is true. */
export const queryUseCases = {
  plans,
  plan,
  taskBoard,
  task,
  units,
  officials,
  kpis,
  kpiCounts,
  ranking,
  rankingCounts,
  targets,
  scoreSheet,
  scoreExplanation,
  questions,
  briefing,
  briefingDocument,
  question,
  auditTrail,
  auditStream,
  health,
  projectionHealth,
  projectionCheck,
  projectionParked,
  projectionSkipped,
} as const;
