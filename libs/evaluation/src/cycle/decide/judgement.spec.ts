import { localDate } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import {
  collectionClosed,
  decisionPaper,
  deputyDirector,
  director,
  evaluationApproved,
  evaluationContext,
  evaluationFrozen,
  evaluationOpened,
  hash,
  meetingHeld,
  officeClerk,
  procedureSet,
  reviewRecorded,
  scoreAdjusted,
  scoreComputed,
  scorePublished,
} from '../../testing/evaluation.fixtures';
import type { EvaluationCommand } from '../evaluation.commands';
import { evaluationDecider } from '../evaluation.decider';
import type { Of } from './decisions';

const given = specify(evaluationDecider, evaluationContext);
const computed = [
  evaluationOpened(),
  procedureSet(),
  collectionClosed(),
  evaluationFrozen(),
  scoreComputed(),
] as const;
const reviewed = [...computed, reviewRecorded()] as const;
const met = [...reviewed, meetingHeld()] as const;

const setProcedure = (quorum = '2/3'): EvaluationCommand => ({
  type: 'SetProcedure',
  data: { quorum, appealWorkingDays: null, basis: decisionPaper('12/QC-SCT') },
});
const review = (data: Partial<Of<'RecordReview'>> = {}): EvaluationCommand => ({
  type: 'RecordReview',
  data: {
    reviewId: 'yk-1',
    by: 'party-committee',
    subjectId: null,
    view: 'Nhất trí với kết quả tính điểm',
    document: null,
    ...data,
  },
});
const meet = (data: Partial<Of<'RecordMeeting'>> = {}): EvaluationCommand => ({
  type: 'RecordMeeting',
  data: {
    heldOn: localDate('2025-12-20'),
    entitledCount: 3,
    attendeeIds: ['head', 'deputy'],
    minutes: decisionPaper('15/BB-SCT'),
    votes: [{ subjectId: 'qlcn', inFavour: 1, against: 0, abstained: 1 }],
    ...data,
  },
});
const approve = (data: Partial<Of<'ApproveEvaluation'>> = {}): EvaluationCommand => ({
  type: 'ApproveEvaluation',
  data: {
    sheetHash: hash('c'),
    adjustmentCount: 0,
    document: decisionPaper('98/QĐ-SCT'),
    ...data,
  },
});

describe('laying down the procedure', () => {
  it('is recorded, changes nothing when repeated, and may be changed before the meeting', () => {
    given(evaluationOpened()).when(setProcedure()).then(procedureSet());
    given(...reviewed)
      .when(setProcedure())
      .thenNothing();
    given(...reviewed)
      .when(setProcedure('1/2'))
      .then(procedureSet({ quorum: '1/2' }));
  });

  it('is refused once the meeting was held: any attendance would reach a quorum chosen after it', () => {
    given(...met)
      .when(setProcedure('1/3'))
      .thenRejected('STEP_PAST', { status: 'met' });
  });
});

describe('recording a view', () => {
  it('is refused before the score is computed, after the meeting, and on a subject that is not on the sheet', () => {
    given(...computed.slice(0, 4))
      .when(review())
      .thenRejected('NOT_COMPUTED');
    given(...met)
      .when(review({ reviewId: 'yk-2' }))
      .thenRejected('STEP_PAST');
    given(...computed)
      .when(review({ subjectId: 'khac' }))
      .thenRejected('SUBJECT_UNKNOWN', { known: ['qlcn', 'qltm'] });
  });

  it('is recorded once under its id', () => {
    given(...computed)
      .when(review())
      .then(reviewRecorded());
    given(...reviewed)
      .when(review(), { on: localDate('2025-12-21') })
      .thenNothing();
    given(...reviewed)
      .when(review({ view: 'Không nhất trí' }))
      .thenRejected('REVIEW_DIFFERS');
  });
});

describe('adjusting', () => {
  const adjust = (data: Partial<Of<'AdjustScore'>> = {}): EvaluationCommand => ({
    type: 'AdjustScore',
    data: {
      subjectId: 'qlcn',
      line: 'progress',
      points: '-5/2',
      reason: 'theo kết luận của Hội đồng',
      agreedBy: 'cb-007',
      ...data,
    },
  });

  it('is refused where the second person or the subject is not known', () => {
    given(...met)
      .when(adjust({ agreedBy: 'nobody' }))
      .thenRejected('PERSON_UNKNOWN', { field: 'agreedBy' });
    given(...met)
      .when(adjust({ subjectId: 'khac' }))
      .thenRejected('SUBJECT_UNKNOWN');
  });

  it('names the person whose line it is with the unit of that person', () => {
    const subject = { unitId: 'qlcn', personId: 'cb-008', speakerIds: ['cb-008'], band: null };
    const context = { subjects: new Map([['cb-008', subject]]) };
    given(...met)
      .when(adjust({ subjectId: 'cb-008' }), context)
      .then(scoreAdjusted({ personId: 'cb-008' }));
  });

  it('changes nothing when the same two ask for the same again', () => {
    given(...computed, scoreAdjusted())
      .when(adjust())
      .thenNothing();
  });

  it('is refused once the result is approved', () => {
    given(...met, evaluationApproved())
      .when(adjust())
      .thenRejected('ALREADY_APPROVED', { number: '98/QĐ-SCT' });
  });
});

describe('recording the meeting', () => {
  it.each([
    ['before any view', computed, meet(), 'NOT_REVIEWED'],
    [
      'without a quorum',
      reviewed.filter(({ type }) => type !== 'ProcedureSet'),
      meet(),
      'QUORUM_UNKNOWN',
    ],
    ['below the quorum', reviewed, meet({ entitledCount: 4 }), 'QUORUM_NOT_REACHED'],
    [
      'with somebody counted twice',
      reviewed,
      meet({ attendeeIds: ['head', 'head'] }),
      'ATTENDANCE_WRONG',
    ],
    ['with more present than entitled', reviewed, meet({ entitledCount: 1 }), 'ATTENDANCE_WRONG'],
    ['with an unknown person', reviewed, meet({ attendeeIds: ['head', 'ai'] }), 'PERSON_UNKNOWN'],
    [
      'before the freeze',
      reviewed,
      meet({ heldOn: localDate('2025-12-19') }),
      'MEETING_DAY_OUTSIDE',
    ],
    [
      'on a day to come',
      reviewed,
      meet({ heldOn: localDate('2025-12-21') }),
      'MEETING_DAY_OUTSIDE',
    ],
    ['a second time', met, meet({ heldOn: localDate('2025-12-19') }), 'MEETING_ALREADY_HELD'],
  ])('is refused %s', (_case, history, command, code) => {
    given(...history)
      .when(command)
      .thenRejected(code);
  });

  it('is refused when votes do not add up to those present, or a subject is voted on twice', () => {
    const line = { subjectId: 'qlcn', inFavour: 2, against: 1, abstained: 0 };
    given(...reviewed)
      .when(meet({ votes: [line] }))
      .thenRejected('VOTES_DO_NOT_ADD_UP', { cast: 3, present: 2 });
    const fair = { ...line, against: 0 };
    given(...reviewed)
      .when(meet({ votes: [fair, fair] }))
      .thenRejected('VOTED_TWICE', { subjectId: 'qlcn' });
    given(...reviewed)
      .when(meet({ votes: [{ ...fair, subjectId: 'khac' }] }))
      .thenRejected('SUBJECT_UNKNOWN');
  });

  it('is recorded, and changes nothing when repeated', () => {
    given(...reviewed)
      .when(meet())
      .then(meetingHeld());
    given(...met)
      .when(meet())
      .thenNothing();
  });
});

describe('approving', () => {
  it.each([
    ['a deputy director', deputyDirector],
    ['the Office', officeClerk],
  ])('is refused to %s', (_who, actor) => {
    given(...met)
      .when(approve(), { actor })
      .thenRejected('EVALUATION_DIRECTOR_ONLY');
  });

  it('is refused before the meeting, of another sheet, and of other adjustments than there are', () => {
    given(...reviewed)
      .when(approve(), { actor: director })
      .thenRejected('MEETING_NOT_HELD');
    given(...met)
      .when(approve({ sheetHash: hash('9') }), { actor: director })
      .thenRejected('HASH_DIFFERS', { field: 'sheetHash' });
    given(...met, scoreAdjusted())
      .when(approve(), { actor: director })
      .thenRejected('ADJUSTMENTS_DIFFER', { stated: 0, recorded: 1 });
  });

  it('is refused to whoever adjusted, and open to the one who agreed', () => {
    const adjusted = approve({ adjustmentCount: 1 });
    given(...met, scoreAdjusted({ adjustedBy: 'director' }))
      .when(adjusted, { actor: director })
      .thenRejected('APPROVER_ADJUSTED', { personId: 'director' });
    given(...met, scoreAdjusted({ agreedBy: 'director' }))
      .when(adjusted, { actor: director })
      .then(evaluationApproved({ adjustmentCount: 1 }));
  });

  it('is recorded with who decided, and changes nothing when repeated', () => {
    given(...met)
      .when(approve(), { actor: director })
      .then(evaluationApproved());
    given(...met, evaluationApproved(), scorePublished())
      .when(approve(), { actor: director })
      .thenNothing();
  });
});
