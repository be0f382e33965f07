import type { Evaluation } from '../cycle/evaluation.state';
import { evaluationDecider } from '../cycle/evaluation.decider';
import { marksDecider } from '../marks/marks.decider';
import { unitMarksDecider } from '../unit-marks/unit-marks.decider';

/** Categories of streams that tell of somebody's marks, scores and appeals; marks streams tell of one person each. */
export const SCORE_CATEGORIES = {
  ofOnePerson: marksDecider.category,
  all: [marksDecider.category, unitMarksDecider.category, evaluationDecider.category],
} as const;

type About = Pick<
  Evaluation,
  'reviews' | 'adjustments' | 'meeting' | 'appeals' | 'newClasses' | 'amendments'
>;

/**
 * What of a cycle is open to somebody who may not read the scores of all: how far it has come, and of reviews, adjustments,
 * appeals and new classes those about their own subjects. The meeting's votes and the rank moves of amendments are about many.
 * @param subjectIds whoever reads, and the units they head; empty for a service, which reads of nobody.
 */
export function openPartOf<Cycle extends About>(
  cycle: Cycle,
  subjectIds: ReadonlySet<string>,
): Cycle {
  const isOwn = (subjectId: string | null): boolean =>
    subjectId !== null && subjectIds.has(subjectId);
  return {
    ...cycle,
    reviews: cycle.reviews.filter(({ subjectId }) => isOwn(subjectId)),
    adjustments: cycle.adjustments.filter(({ personId, unitId }) => isOwn(personId ?? unitId)),
    meeting: null,
    appeals: cycle.appeals.filter(({ received }) => isOwn(received.subjectId)),
    newClasses: cycle.newClasses.filter(({ subjectId }) => isOwn(subjectId)),
    amendments: [],
  };
}
