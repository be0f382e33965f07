import { targetResults } from './evaluation/q21-targets';
import { sheetThenAndNow } from './evaluation/q22-sheet-then-and-now';
import { changesAfterClosing } from './evaluation/q23-changes-after-closing';
import { criteriaProof } from './evaluation/q24-criteria-proof';
import type { Question } from './frame/question';
import { leaversHandOvers } from './people/q16-leavers-hand-overs';
import { workOfPerson } from './people/q17-work-of-person';
import { unitUnderHead } from './people/q18-unit-under-head';
import { mergedUnits } from './people/q19-merged-units';
import { taskForceResults } from './people/q20-task-force-results';
import { completionAndProof } from './proof/q03-completion-and-proof';
import { submittedAndIssued } from './proof/q04-submitted-and-issued';
import { notArisen } from './proof/q12-not-arisen';
import { whoVerifiedTheOffice } from './proof/q14-who-verified-the-office';
import { whoDidNotReport } from './reporting/q07-who-did-not-report';
import { silentOngoing } from './reporting/q10-silent-ongoing';
import { coordination } from './reporting/q15-coordination';
import { outcomeCount } from './results/q01-outcome-count';
import { unitRanking } from './results/q02-unit-ranking';
import { ranksByOriginalDates } from './results/q06-ranks-by-original-dates';
import { daysLateByCause } from './results/q13-days-late-by-cause';
import { fromAboveAndCarriedOver } from './results/q25-from-above-and-carried-over';
import { extensions } from './steering/q05-extensions';
import { reminders } from './steering/q08-reminders';
import { openObstacles } from './steering/q09-open-obstacles';
import { waitedForTrigger } from './steering/q11-waited-for-trigger';

/** The questions of the year's end that can be answered from what is recorded, by number. */
export const allQuestions: readonly Question[] = [
  outcomeCount,
  unitRanking,
  completionAndProof,
  submittedAndIssued,
  extensions,
  ranksByOriginalDates,
  whoDidNotReport,
  reminders,
  openObstacles,
  silentOngoing,
  waitedForTrigger,
  notArisen,
  daysLateByCause,
  whoVerifiedTheOffice,
  coordination,
  leaversHandOvers,
  workOfPerson,
  unitUnderHead,
  mergedUnits,
  taskForceResults,
  targetResults,
  sheetThenAndNow,
  changesAfterClosing,
  criteriaProof,
  fromAboveAndCarriedOver,
];
