import { rejectFrom, type ActorFacts, type RejectionCatalogue } from '@thidua/kernel';
import { mayKeepEvaluations } from '../cycle/evaluation-roles';

/** Every no that reading scores can meet. */
export const scoreReadingRejections = {
  SCORES_NOT_OPEN: {
    kind: 'forbidden',
    vi: 'Chỉ Văn phòng và lãnh đạo Sở được xem điểm của mọi người, mọi đơn vị',
    en: 'Only the Office and the leaders of the department may read the scores of all',
  },
  PERSON_SCORE_NOT_OPEN: {
    kind: 'forbidden',
    vi: 'Điểm của {personId} chỉ mở cho chính người đó, cấp trưởng, cấp phó của đơn vị, Văn phòng và lãnh đạo Sở',
    en: 'The score of {personId} is open to that person, the heads of the unit, the Office and the leaders only',
  },
  UNIT_SCORE_NOT_OPEN: {
    kind: 'forbidden',
    vi: 'Điểm của đơn vị {unitId} chỉ mở cho cấp trưởng, cấp phó của đơn vị, Văn phòng và lãnh đạo Sở',
    en: 'The score of {unitId} is open to the heads of the unit, the Office and the leaders only',
  },
} as const satisfies RejectionCatalogue;
const reject = rejectFrom(scoreReadingRejections);

/** What is to be read: everybody's scores, one person's, or one unit's. */
export type ScoreScope =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'person';
      readonly personId: string;
      /** Units the person serves in, and those above them. */
      readonly unitIds: readonly string[];
    }
  | {
      readonly kind: 'unit';
      readonly unitId: string;
      /** The unit itself, and those above it. */
      readonly unitIds: readonly string[];
    };

/** Whether the scores of everybody are open to them. */
export const readsAllScores = (facts: ActorFacts): boolean => mayKeepEvaluations(facts);

/** Head or deputy of one of the units. */
const leadsOneOf = ({ actor, posts }: ActorFacts, unitIds: readonly string[]): boolean =>
  actor.kind === 'person' &&
  posts.some(({ unitId, post }) => post !== 'staff' && unitIds.includes(unitId));

/** Whose own it is; whoever acts for somebody else does not read for them what is personal. */
const isSelf = ({ actor }: ActorFacts, personId: string): boolean =>
  actor.kind === 'person' && actor.id === personId && actor.onBehalfOf === null;

/**
 * Who may read scores: whoever keeps evaluations reads all of them, heads and deputies what is of their unit and its
 * people, everybody their own. Everybody else, services included, is refused.
 * @throws CommandRejected SCORES_NOT_OPEN, PERSON_SCORE_NOT_OPEN, UNIT_SCORE_NOT_OPEN.
 */
export function requireScoreReader(facts: ActorFacts, scope: ScoreScope): void {
  if (readsAllScores(facts)) return;
  switch (scope.kind) {
    case 'all':
      return reject('SCORES_NOT_OPEN');
    case 'person': {
      const { personId, unitIds } = scope;
      if (isSelf(facts, personId) || leadsOneOf(facts, unitIds)) return;
      return reject('PERSON_SCORE_NOT_OPEN', { personId });
    }
    case 'unit':
      if (leadsOneOf(facts, scope.unitIds)) return;
      return reject('UNIT_SCORE_NOT_OPEN', { unitId: scope.unitId });
  }
}
