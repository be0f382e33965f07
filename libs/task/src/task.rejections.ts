import { rejectFrom, type RejectionCatalogue, type RejectionFacts } from '@thidua/kernel';
import { flowRejections } from '@thidua/workflow';
import { assignmentRejections } from './rejections/assignment.rejections';
import { migrationRejections } from './rejections/migration.rejections';
import { reportingRejections } from './rejections/reporting.rejections';
import { seriesRejections } from './rejections/series.rejections';
import { settlingRejections } from './rejections/settling.rejections';
import { steeringRejections } from './rejections/steering.rejections';
import { urgingRejections } from './rejections/urging.rejections';

/** Every no a task can give, with its words in both languages. Codes are permanent: callers branch on them. */
export const taskRejections = {
  ...flowRejections,
  ...assignmentRejections,
  ...migrationRejections,
  ...reportingRejections,
  ...steeringRejections,
  ...urgingRejections,
  ...settlingRejections,
  ...seriesRejections,
} as const satisfies RejectionCatalogue;

export type TaskRejection = keyof typeof taskRejections;

/** @throws CommandRejected always. */
export const reject: (code: TaskRejection, facts?: RejectionFacts) => never =
  rejectFrom(taskRejections);
