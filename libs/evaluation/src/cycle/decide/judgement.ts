import { compareRational, invariant, parseRational, rational, times } from '@thidua/kernel';
import { sameFacts } from '../../same-facts';
import { rejectEvaluation as reject } from '../evaluation.rejections';
import { requirePerson, requireStep, requireSubject, type Decide, type Of } from './decisions';

export const recordReview: Decide<'RecordReview'> = (data, evaluation, context) => {
  const { evaluationId, reviews } = evaluation;
  const facts = { evaluationId, ...data, reviewedOn: context.on };
  const earlier = reviews.find(({ reviewId }) => reviewId === data.reviewId);
  if (earlier !== undefined) {
    const same = sameFacts({ ...earlier, reviewedOn: context.on }, facts);
    return same ? [] : reject('REVIEW_DIFFERS', { reviewId: data.reviewId });
  }
  requireStep('RecordReview', evaluation);
  if (data.subjectId !== null) requireSubject(data.subjectId, context);
  return [{ type: 'ReviewRecorded', data: facts }];
};

export const adjustScore: Decide<'AdjustScore'> = (data, evaluation, context) => {
  const { actor } = context.actor;
  if (actor.kind !== 'person') return reject('EVALUATION_KEEPER_ONLY');
  requireStep('AdjustScore', evaluation);
  // Whoever a deputy acts for has spoken through the deputy and cannot be the second person.
  if ([actor.id, actor.onBehalfOf?.personId].includes(data.agreedBy)) {
    return reject('SECOND_PERSON_NEEDED', { agreedBy: data.agreedBy });
  }
  if (parseRational(data.points) === null) {
    return reject('POINTS_NOT_A_FRACTION', { points: data.points });
  }
  requirePerson('agreedBy', data.agreedBy, context);
  const { unitId, personId } = requireSubject(data.subjectId, context);
  const { line, points, reason, agreedBy } = data;
  const facts = { unitId, personId, line, points, reason, adjustedBy: actor.id, agreedBy };
  const adjusted = { evaluationId: evaluation.evaluationId, ...facts };
  // The same change asked for again by the same two people is a repetition, whoever sent it twice.
  if (evaluation.adjustments.some((earlier) => sameFacts(earlier, adjusted))) return [];
  return [{ type: 'ScoreAdjusted', data: adjusted }];
};

type Meeting = Of<'RecordMeeting'>;

function checkAttendance({ attendeeIds, entitledCount }: Meeting, quorum: string): void {
  const present = attendeeIds.length;
  const distinct = new Set(attendeeIds).size;
  if (distinct !== present || present > entitledCount) {
    reject('ATTENDANCE_WRONG', { present, distinct, entitled: entitledCount });
  }
  const share = parseRational(quorum);
  invariant(share, `a quorum is a fraction: ${quorum}`);
  const least = times(share, rational(entitledCount));
  if (compareRational(rational(present), least) >= 0) return;
  const needed = Number((least.numerator + least.denominator - 1n) / least.denominator);
  reject('QUORUM_NOT_REACHED', { present, entitled: entitledCount, needed });
}

function checkVotes({ votes, attendeeIds }: Meeting): void {
  const present = attendeeIds.length;
  const seen = new Set<string>();
  for (const { subjectId, inFavour, against, abstained } of votes) {
    if (seen.has(subjectId)) reject('VOTED_TWICE', { subjectId });
    seen.add(subjectId);
    const cast = inFavour + against + abstained;
    if (cast !== present) reject('VOTES_DO_NOT_ADD_UP', { subjectId, cast, present });
  }
}

export const recordMeeting: Decide<'RecordMeeting'> = (data, evaluation, context) => {
  const { evaluationId, meeting, procedure, frozen } = evaluation;
  if (meeting !== null) {
    const same = sameFacts(meeting, { evaluationId, ...data });
    return same ? [] : reject('MEETING_ALREADY_HELD', { heldOn: meeting.heldOn });
  }
  requireStep('RecordMeeting', evaluation);
  if (procedure === null) return reject('QUORUM_UNKNOWN');
  const from = frozen?.frozenOn ?? evaluation.openedOn;
  if (data.heldOn < from || data.heldOn > context.on) {
    return reject('MEETING_DAY_OUTSIDE', { heldOn: data.heldOn, from, to: context.on });
  }
  checkAttendance(data, procedure.quorum);
  checkVotes(data);
  for (const personId of data.attendeeIds) requirePerson('attendeeIds', personId, context);
  for (const { subjectId } of data.votes) requireSubject(subjectId, context);
  return [{ type: 'MeetingHeld', data: { evaluationId, ...data } }];
};

/** The approver names what they saw: an adjustment that came in between is not approved unseen. */
export const approve: Decide<'ApproveEvaluation'> = (data, evaluation, { actor, on }) => {
  const { evaluationId, computed, adjustments, approved } = evaluation;
  const { sheetHash, adjustmentCount, document } = data;
  if (
    approved?.document.number === document.number &&
    approved.sheetHash === sheetHash &&
    approved.adjustmentCount === adjustmentCount
  ) {
    return [];
  }
  requireStep('ApproveEvaluation', evaluation);
  const expected = computed?.sheetHash;
  invariant(expected, 'an evaluation that was met on has a computed sheet');
  if (sheetHash !== expected) return reject('HASH_DIFFERS', { field: 'sheetHash', expected });
  const recorded = adjustments.length;
  if (adjustmentCount !== recorded) {
    return reject('ADJUSTMENTS_DIFFER', { stated: adjustmentCount, recorded });
  }
  // A deputy who acts for the director is a second person; only one who adjusted with their own hand is not.
  const personId = actor.actor.id;
  if (adjustments.some(({ adjustedBy }) => adjustedBy === personId)) {
    return reject('APPROVER_ADJUSTED', { personId });
  }
  return [
    {
      type: 'EvaluationApproved',
      data: {
        evaluationId,
        sheetHash,
        adjustmentCount,
        document,
        approvedBy: personId,
        approvedOn: on,
      },
    },
  ];
};

export const publish: Decide<'PublishScore'> = (data, evaluation, { on }) => {
  const { evaluationId, approved, published } = evaluation;
  if (
    published?.sheetHash === data.sheetHash &&
    published.document.number === data.document.number
  ) {
    return [];
  }
  requireStep('PublishScore', evaluation);
  const expected = approved?.sheetHash;
  invariant(expected, 'an approved evaluation names its sheet');
  if (data.sheetHash !== expected) return reject('HASH_DIFFERS', { field: 'sheetHash', expected });
  return [{ type: 'ScorePublished', data: { evaluationId, ...data, publishedOn: on } }];
};
