import type { EvaluationCommand } from './evaluation.commands';

/** Where a cycle stands, in the order of the year. */
export const STATUSES = [
  'opened',
  'collected',
  'frozen',
  'computed',
  'reviewed',
  'met',
  'approved',
  'published',
  'superseded',
] as const;
export type EvaluationStatus = (typeof STATUSES)[number];

export const STATUS_LABELS: Readonly<Record<EvaluationStatus, string>> = {
  opened: 'Đang thu thập số liệu',
  collected: 'Đã thu thập xong',
  frozen: 'Đã chốt số liệu',
  computed: 'Đã tính điểm',
  reviewed: 'Đã có ý kiến nhận xét',
  met: 'Đã họp đánh giá',
  approved: 'Đã phê duyệt',
  published: 'Đã công bố',
  superseded: 'Đã được thay thế',
};

/**
 * Who may take a step (decree 335/2025, articles 10 and 21): `keeper` the Office, the department’s leaders and the system;
 * `leader` the director and the deputies; `director` the head of the department, or whoever acts for them; `appellant` the
 * subject, beside the Office that takes the paper in.
 */
export type StepRole = 'keeper' | 'leader' | 'director' | 'appellant';

export interface Step {
  readonly from: readonly EvaluationStatus[];
  /** Null: the step is a fact that leaves the status as it is. */
  readonly to: EvaluationStatus | null;
  readonly who: StepRole;
}

export type StepName = Exclude<EvaluationCommand['type'], 'OpenEvaluation'>;

const BEFORE_MEETING = ['opened', 'collected', 'frozen', 'computed', 'reviewed'] as const;
const BEFORE_DECISION = ['computed', 'reviewed', 'met'] as const;

/** The cycle as a table: what may follow what, and who may do it. A step not listed for a status is refused there. */
export const STEPS: Readonly<Record<StepName, Step>> = {
  SetProcedure: { from: BEFORE_MEETING, to: null, who: 'keeper' },
  CloseCollection: { from: ['opened'], to: 'collected', who: 'keeper' },
  FreezeEvaluation: { from: ['collected'], to: 'frozen', who: 'keeper' },
  RecordScore: { from: ['frozen'], to: 'computed', who: 'keeper' },
  RecordReview: { from: ['computed', 'reviewed'], to: 'reviewed', who: 'keeper' },
  AdjustScore: { from: BEFORE_DECISION, to: null, who: 'keeper' },
  RecordMeeting: { from: ['reviewed'], to: 'met', who: 'keeper' },
  ApproveEvaluation: { from: ['met'], to: 'approved', who: 'director' },
  PublishScore: { from: ['approved'], to: 'published', who: 'leader' },
  ReceiveAppeal: { from: ['published'], to: null, who: 'appellant' },
  AnswerAppeal: { from: ['published', 'superseded'], to: null, who: 'leader' },
  SupersedeClassification: { from: ['published'], to: null, who: 'director' },
  RecordAmendment: {
    from: [...BEFORE_DECISION, 'approved', 'published'],
    to: null,
    who: 'keeper',
  },
  SupersedeEvaluation: {
    from: STATUSES.filter((status) => status !== 'superseded'),
    to: 'superseded',
    who: 'keeper',
  },
};
