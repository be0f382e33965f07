import { localDate, type ActorFacts, type HeldPost } from '@thidua/kernel';
import type { EvaluationContext } from '../cycle/evaluation-context';
import type { EvaluationEvent } from '../cycle/evaluation.events';

type DataOf<Type extends EvaluationEvent['type']> = Extract<
  EvaluationEvent,
  { type: Type }
>['data'];

export const hash = (digit: string): string => digit.repeat(64);
export const RULE_SET = { id: 'ND335_ORG', version: 1, hash: hash('a') };
const evaluationId = 'danh-gia-2025';

const personWith = (id: string, post: HeldPost): ActorFacts => ({
  actor: { kind: 'person', id, unitId: post.unitId, role: post.post, onBehalfOf: null },
  posts: [post],
});
export const officeClerk = personWith('clerk', {
  unitId: 'vp',
  unitKind: 'office',
  post: 'staff',
});
export const divisionHead = personWith('head', {
  unitId: 'qlcn',
  unitKind: 'division',
  post: 'head',
});
export const deputyDirector = personWith('deputy', {
  unitId: 'sct',
  unitKind: 'department',
  post: 'deputy',
});
export const director = personWith('director', {
  unitId: 'sct',
  unitKind: 'department',
  post: 'head',
});
const withoutPosts = (kind: 'service' | 'system', id: string): ActorFacts => ({
  actor: { kind, id, unitId: null, role: null, onBehalfOf: null },
  posts: [],
});
export const integratedService = withoutPosts('service', 'reporting');
export const theSystem = withoutPosts('system', 'scheduler');

export const decisionPaper = (number: string) => ({
  number,
  date: null,
  issuer: null,
  title: null,
});

/** What the office clerk decides with on 20/12/2025: two divisions on the sheet, each with its head. */
export const evaluationContext: EvaluationContext = {
  actor: officeClerk,
  on: localDate('2025-12-20'),
  knownPersonIds: new Set(['clerk', 'head', 'deputy', 'director', 'cb-007', 'cb-008']),
  subjects: new Map([
    ['qlcn', { unitId: 'qlcn', personId: null, speakerIds: ['head'], band: 'HTT' }],
    ['qltm', { unitId: 'qltm', personId: null, speakerIds: ['cb-008'], band: null }],
  ]),
  appealDays: {
    dueOn: localDate('2025-12-31'),
    closesOn: null,
    calendarVersion: '2025-1',
    derivation: ['7 ngày làm việc sau 2025-12-20'],
  },
};

export const evaluationOpened = (
  data: Partial<DataOf<'EvaluationOpened'>> = {},
): EvaluationEvent => ({
  type: 'EvaluationOpened',
  data: {
    evaluationId,
    year: 2025,
    ruleSet: RULE_SET,
    openedOn: localDate('2025-12-20'),
    ...data,
  },
});

export const evaluationFrozen = (
  data: Partial<DataOf<'EvaluationFrozen'>> = {},
): EvaluationEvent => ({
  type: 'EvaluationFrozen',
  data: {
    evaluationId,
    position: '120',
    asOf: localDate('2025-12-15'),
    frozenOn: localDate('2025-12-20'),
    ...data,
  },
});

export const scoreComputed = (data: Partial<DataOf<'ScoreComputed'>> = {}): EvaluationEvent => ({
  type: 'ScoreComputed',
  data: {
    evaluationId,
    position: '120',
    asOf: localDate('2025-12-15'),
    ruleSetHash: RULE_SET.hash,
    inputHash: hash('b'),
    sheetHash: hash('c'),
    ...data,
  },
});

export const scoreAdjusted = (data: Partial<DataOf<'ScoreAdjusted'>> = {}): EvaluationEvent => ({
  type: 'ScoreAdjusted',
  data: {
    evaluationId,
    unitId: 'qlcn',
    personId: null,
    line: 'progress',
    points: '-5/2',
    reason: 'theo kết luận của Hội đồng',
    adjustedBy: 'clerk',
    agreedBy: 'cb-007',
    ...data,
  },
});

export const scorePublished = (data: Partial<DataOf<'ScorePublished'>> = {}): EvaluationEvent => ({
  type: 'ScorePublished',
  data: {
    evaluationId,
    sheetHash: hash('c'),
    document: decisionPaper('99/QĐ-SCT'),
    publishedOn: localDate('2025-12-20'),
    ...data,
  },
});

export const evaluationSuperseded = (
  data: Partial<DataOf<'EvaluationSuperseded'>> = {},
): EvaluationEvent => ({
  type: 'EvaluationSuperseded',
  data: { evaluationId, byEvaluationId: 'danh-gia-2025-lai', reason: 'sai số liệu', ...data },
});

export const procedureSet = (data: Partial<DataOf<'ProcedureSet'>> = {}): EvaluationEvent => ({
  type: 'ProcedureSet',
  data: {
    evaluationId,
    quorum: '2/3',
    appealWorkingDays: null,
    basis: decisionPaper('12/QC-SCT'),
    setOn: localDate('2025-12-20'),
    ...data,
  },
});

export const collectionClosed = (): EvaluationEvent => ({
  type: 'CollectionClosed',
  data: { evaluationId, closedOn: localDate('2025-12-20') },
});

export const reviewRecorded = (data: Partial<DataOf<'ReviewRecorded'>> = {}): EvaluationEvent => ({
  type: 'ReviewRecorded',
  data: {
    evaluationId,
    reviewId: 'yk-1',
    by: 'party-committee',
    subjectId: null,
    view: 'Nhất trí với kết quả tính điểm',
    document: null,
    reviewedOn: localDate('2025-12-20'),
    ...data,
  },
});

export const meetingHeld = (data: Partial<DataOf<'MeetingHeld'>> = {}): EvaluationEvent => ({
  type: 'MeetingHeld',
  data: {
    evaluationId,
    heldOn: localDate('2025-12-20'),
    entitledCount: 3,
    attendeeIds: ['head', 'deputy'],
    minutes: decisionPaper('15/BB-SCT'),
    votes: [{ subjectId: 'qlcn', inFavour: 1, against: 0, abstained: 1 }],
    ...data,
  },
});

export const evaluationApproved = (
  data: Partial<DataOf<'EvaluationApproved'>> = {},
): EvaluationEvent => ({
  type: 'EvaluationApproved',
  data: {
    evaluationId,
    sheetHash: hash('c'),
    adjustmentCount: 0,
    document: decisionPaper('98/QĐ-SCT'),
    approvedBy: 'director',
    approvedOn: localDate('2025-12-20'),
    ...data,
  },
});

export const appealReceived = (data: Partial<DataOf<'AppealReceived'>> = {}): EvaluationEvent => ({
  type: 'AppealReceived',
  data: {
    evaluationId,
    appealId: 'kn-1',
    subjectId: 'qlcn',
    appellantId: 'head',
    text: 'Nhiệm vụ 2.1 hoàn thành đúng hạn',
    document: null,
    receivedOn: localDate('2025-12-20'),
    dueOn: localDate('2025-12-31'),
    calendarVersion: '2025-1',
    derivation: ['7 ngày làm việc sau 2025-12-20'],
    ...data,
  },
});

export const appealAnswered = (data: Partial<DataOf<'AppealAnswered'>> = {}): EvaluationEvent => ({
  type: 'AppealAnswered',
  data: {
    evaluationId,
    appealId: 'kn-1',
    outcome: 'upheld',
    reason: 'hồ sơ cho thấy đúng hạn',
    decision: decisionPaper('101/QĐ-SCT'),
    answeredBy: 'director',
    answeredOn: localDate('2025-12-20'),
    late: false,
    ...data,
  },
});

export const classificationSuperseded = (
  data: Partial<DataOf<'ClassificationSuperseded'>> = {},
): EvaluationEvent => ({
  type: 'ClassificationSuperseded',
  data: {
    evaluationId,
    subjectId: 'qlcn',
    appealId: 'kn-1',
    was: 'HTT',
    becomes: 'HTXS',
    reason: 'theo kết quả giải quyết kiến nghị',
    decision: decisionPaper('101/QĐ-SCT'),
    decidedOn: localDate('2025-12-20'),
    ...data,
  },
});

export const amendmentRecorded = (
  data: Partial<DataOf<'AmendmentRecorded'>> = {},
): EvaluationEvent => ({
  type: 'AmendmentRecorded',
  data: {
    evaluationId,
    position: '150',
    sheetHash: hash('d'),
    causeEventIds: ['00000000-0000-4000-8000-0000000000aa'],
    rankMoves: [{ subjectId: 'qlcn', from: 2, to: 1 }],
    reason: 'đính chính ngày hoàn thành nhiệm vụ 2.1',
    recordedOn: localDate('2025-12-20'),
    ...data,
  },
});

/** A whole cycle up to a published result, in the order of the year. */
export const publishedCycle = (): readonly EvaluationEvent[] => [
  evaluationOpened(),
  procedureSet(),
  collectionClosed(),
  evaluationFrozen(),
  scoreComputed(),
  reviewRecorded(),
  meetingHeld(),
  evaluationApproved(),
  scorePublished(),
];
