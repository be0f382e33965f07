import { fields, type EventsOf, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';

const { day, document, evidence, id, month, reason, text, year } = fields;

/** A lead unit; `focal` compiles and reports without carrying the whole result (domain: "đầu mối"). */
const lead = z.strictObject({ unitId: id(), role: z.enum(['lead', 'focal']) });

const product = z.strictObject({ productId: id(), title: text(2000) });

/** Which transition of the pinned definition was taken. */
const step = { transition: text(60), from: text(60), to: text(60) };

const taskId = { taskId: id() };

/**
 * Who answers for a piece of work: the person or service that recorded it, and whoever they acted for. Kept in the data
 * because the rule that nobody verifies their own work must hold for every reader of the log, with or without metadata.
 */
const doneBy = z.array(id()).min(1).max(2);

/**
 * The life of a task as the log tells it. Names and fields are permanent: a change is a new type or a new schema
 * version with an upcaster. `occurredAt` in the metadata is when it happened; days inside the data say which calendar
 * day a fact refers to (Asia/Ho_Chi_Minh).
 */
export const taskEvents = {
  TaskAssigned: {
    schemaVersion: 1,
    says: 'A task of an issued plan becomes binding for its lead units; group leads are already expanded on this day.',
    vi: 'Giao nhiệm vụ',
    recordedBy: 'Office or Director (by issuing the plan)',
    data: z.strictObject({
      ...taskId,
      planId: id(),
      /** Number in the plan as printed, e.g. `2.3.a`. */
      no: text(40),
      title: text(5000),
      /** Year of the plan, to which the result counts. */
      year: year(),
      kind: z.enum(['one-off', 'ongoing', 'recurring', 'periodic-after-milestone']),
      leads: z.array(lead).min(1),
      coordinatingUnitIds: z.array(id()),
      /** Written partners nobody has been named for yet ("các đơn vị liên quan"). */
      openPartners: z.array(text(500)),
      supervisingLeaderId: id().nullable(),
      dueOn: day().nullable(),
      notBefore: day().nullable(),
      recurrence: text(60).nullable(),
      condition: text(1000).nullable(),
      timeText: text(1000).nullable(),
      products: z.array(product),
      sourceDocuments: z.array(text(300)),
      workflow: z.strictObject({ id: id(), version: z.number().int().positive() }),
      state: text(60),
      assignedOn: day(),
    }),
  },
  TaskAccepted: {
    schemaVersion: 1,
    says: 'The head of a lead unit takes the task on.',
    vi: 'Tiếp nhận',
    recordedBy: 'Head of a lead unit',
    data: z.strictObject({ ...taskId, unitId: id(), note: text().nullable() }),
  },
  TaskDeclined: {
    schemaVersion: 1,
    says: 'The head of a lead unit objects to the assignment; the task stays assigned until somebody directs otherwise.',
    vi: 'Trả lại, đề nghị xem xét việc giao',
    recordedBy: 'Head of a lead unit',
    data: z.strictObject({ ...taskId, unitId: id(), reason: reason() }),
  },
  PersonAssigned: {
    schemaVersion: 1,
    says: 'A lead unit gives the task, or a part of it, to one of its officials.',
    vi: 'Phân công người thực hiện',
    recordedBy: 'Head of a lead unit',
    data: z.strictObject({
      ...taskId,
      personId: id(),
      unitId: id(),
      subtaskId: id().nullable(),
      what: text().nullable(),
      dueOn: day().nullable(),
    }),
  },
  SubtaskFinished: {
    schemaVersion: 1,
    says: 'An official finishes the part of the task given to them.',
    vi: 'Hoàn thành phần việc được phân công',
    recordedBy: 'Assignee',
    data: z.strictObject({
      ...taskId,
      subtaskId: id(),
      finishedOn: day(),
      note: text().nullable(),
    }),
  },
  TriggerAwaited: {
    schemaVersion: 1,
    says: 'The task waits for something outside the lead unit (a plan, a guidance) before its clock starts.',
    vi: 'Chờ điều kiện phát sinh',
    recordedBy: 'Office, or on assignment when the plan says so',
    data: z.strictObject({ ...taskId, ...step, condition: text(1000) }),
  },
  TriggerReceived: {
    schemaVersion: 1,
    says: 'What the task waited for has arrived; the clock starts and a due date may be set.',
    vi: 'Đã có căn cứ triển khai',
    recordedBy: 'Office or an integrated service',
    data: z.strictObject({
      ...taskId,
      ...step,
      document: document().nullable(),
      receivedOn: day(),
      dueOn: day().nullable(),
    }),
  },
  WorkStarted: {
    schemaVersion: 1,
    says: 'Work begins; recorded automatically with the first report when nobody says so earlier.',
    vi: 'Bắt đầu thực hiện',
    recordedBy: 'Lead unit',
    data: z.strictObject({ ...taskId, ...step, startedOn: day() }),
  },
  CoordinationAsked: {
    schemaVersion: 1,
    says: 'A lead unit asks a coordinating unit for something by a day; only asked coordination is ever counted.',
    vi: 'Đề nghị phối hợp',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      requestId: id(),
      unitId: id(),
      what: text(),
      answerDueOn: day().nullable(),
      askedOn: day(),
    }),
  },
  CoordinationAnswered: {
    schemaVersion: 1,
    says: 'The asked unit answers (or the lead unit records the answer of a partner without an account).',
    vi: 'Trả lời phối hợp',
    recordedBy: 'Coordinating unit or lead unit',
    data: z.strictObject({
      ...taskId,
      requestId: id(),
      unitId: id(),
      answer: text(),
      answeredOn: day(),
      inTime: z.boolean().nullable(),
    }),
  },
  ProgressReported: {
    schemaVersion: 1,
    says: 'The monthly report at the briefing: progress, what went well, obstacles, proposals.',
    vi: 'Báo cáo tiến độ',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      period: month(),
      reportedOn: day(),
      reportDueOn: day(),
      text: text(5000),
      percent: z.number().int().min(0).max(100).nullable(),
      wentWell: text(5000).nullable(),
      obstacles: text(5000).nullable(),
      proposals: text(5000).nullable(),
    }),
  },
  NilReported: {
    schemaVersion: 1,
    says: 'The unit reports that nothing arose in the month. A nil report is a report; silence is not.',
    vi: 'Báo cáo không phát sinh',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      period: month(),
      reportedOn: day(),
      reportDueOn: day(),
    }),
  },
  LeadUnitReminded: {
    schemaVersion: 1,
    says: 'The Office urges a unit about the task.',
    vi: 'Đôn đốc',
    recordedBy: 'Office',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      text: text(),
      answerDueOn: day().nullable(),
      remindedOn: day(),
    }),
  },
  ObstacleRaised: {
    schemaVersion: 1,
    says: 'A unit raises an obstacle, through the Office, with or without a proposal.',
    vi: 'Nêu khó khăn, vướng mắc',
    recordedBy: 'Lead or coordinating unit',
    data: z.strictObject({
      ...taskId,
      obstacleId: id(),
      unitId: id(),
      kind: z.enum(['law', 'money', 'outside-body', 'people', 'other']),
      text: text(5000),
      raisedOn: day(),
    }),
  },
  SolutionProposed: {
    schemaVersion: 1,
    says: 'A solution is proposed for an open obstacle.',
    vi: 'Đề xuất giải pháp',
    recordedBy: 'Lead unit or Office',
    data: z.strictObject({ ...taskId, obstacleId: id(), text: text(5000), proposedOn: day() }),
  },
  DirectionGiven: {
    schemaVersion: 1,
    says: 'The Director or a deputy directs what to do about the task or one of its obstacles.',
    vi: 'Ý kiến chỉ đạo',
    recordedBy: 'Director or deputy director (the Office may record it on their behalf)',
    data: z.strictObject({
      ...taskId,
      obstacleId: id().nullable(),
      text: text(5000),
      actBy: day().nullable(),
      givenOn: day(),
      document: document().nullable(),
    }),
  },
  ObstacleResolved: {
    schemaVersion: 1,
    says: 'An obstacle no longer stands in the way.',
    vi: 'Đã tháo gỡ vướng mắc',
    recordedBy: 'Office or lead unit',
    data: z.strictObject({
      ...taskId,
      obstacleId: id(),
      text: text().nullable(),
      resolvedOn: day(),
    }),
  },
  AuthorityWaitStarted: {
    schemaVersion: 1,
    says: 'From this day the task waits for a decision of a higher authority; these days are counted apart.',
    vi: 'Bắt đầu chờ cấp có thẩm quyền',
    recordedBy: 'Lead unit, confirmed by the Office',
    data: z.strictObject({
      ...taskId,
      waitId: id(),
      authority: text(300),
      document: document().nullable(),
      fromOn: day(),
    }),
  },
  AuthorityWaitEnded: {
    schemaVersion: 1,
    says: 'The higher authority has answered.',
    vi: 'Kết thúc chờ cấp có thẩm quyền',
    recordedBy: 'Lead unit or Office',
    data: z.strictObject({
      ...taskId,
      waitId: id(),
      document: document().nullable(),
      untilOn: day(),
    }),
  },
  ExtensionRequested: {
    schemaVersion: 1,
    says: 'The lead unit asks for a later due date.',
    vi: 'Đề nghị gia hạn',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      requestId: id(),
      dueOn: day(),
      reason: reason(),
      requestedOn: day(),
    }),
  },
  DeadlineExtended: {
    schemaVersion: 1,
    says: 'A later due date is granted. The original due date is never lost; both rates are reported.',
    vi: 'Gia hạn',
    recordedBy: 'Director or deputy director',
    data: z.strictObject({
      ...taskId,
      requestId: id().nullable(),
      from: day(),
      to: day(),
      reason: reason(),
      document: document().nullable(),
      /** Day since which the new date is in force. */
      grantedOn: day(),
    }),
  },
  ExtensionRefused: {
    schemaVersion: 1,
    says: 'A person says no to a requested extension.',
    vi: 'Không đồng ý gia hạn',
    recordedBy: 'Director or deputy director',
    data: z.strictObject({ ...taskId, requestId: id(), reason: reason(), refusedOn: day() }),
  },
  TaskAmended: {
    schemaVersion: 1,
    says: 'The plan is adjusted by order of an authority: the title, the due date, the leads or the products change.',
    vi: 'Điều chỉnh nhiệm vụ',
    recordedBy: 'Office by decision of the Director',
    data: z.strictObject({
      ...taskId,
      title: text(5000).nullable(),
      dueOn: z.strictObject({ from: day().nullable(), to: day().nullable() }).nullable(),
      leads: z.strictObject({ from: z.array(lead), to: z.array(lead).min(1) }).nullable(),
      products: z.array(product).nullable(),
      reason: reason(),
      authority: document(),
      amendedOn: day(),
    }),
  },
  ProductHandedIn: {
    schemaVersion: 1,
    says: 'A product is handed in with proof.',
    vi: 'Nộp sản phẩm',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      productId: id(),
      evidence: z.array(evidence()).min(1),
      handedInOn: day(),
      handedInBy: doneBy,
      /** 1 for the first hand-in of this product, then counting up. */
      attempt: z.number().int().positive(),
    }),
  },
  ProductAccepted: {
    schemaVersion: 1,
    says: 'A product is accepted by a named verifier.',
    vi: 'Nghiệm thu sản phẩm',
    recordedBy: 'Office, or above it for the Office’s own tasks',
    data: z.strictObject({
      ...taskId,
      productId: id(),
      attempt: z.number().int().positive(),
      acceptedOn: day(),
    }),
  },
  ProductReturned: {
    schemaVersion: 1,
    says: 'A product is sent back; `majorContentError` is what decree 335/2025, article 14.2.b counts.',
    vi: 'Trả lại sản phẩm',
    recordedBy: 'Office, or above it for the Office’s own tasks',
    data: z.strictObject({
      ...taskId,
      productId: id(),
      attempt: z.number().int().positive(),
      reason: reason(),
      majorContentError: z.boolean(),
      returnedOn: day(),
    }),
  },
  SubmittedUpward: {
    schemaVersion: 1,
    says: 'The department submits the draft to the issuing authority: its own duty is done, the result is pending.',
    vi: 'Trình cấp có thẩm quyền',
    recordedBy: 'Lead unit',
    data: z.strictObject({ ...taskId, document: document(), submittedOn: day() }),
  },
  IssuedByAuthority: {
    schemaVersion: 1,
    says: 'The authority issues the document.',
    vi: 'Cấp có thẩm quyền ban hành',
    recordedBy: 'Office or an integrated service',
    data: z.strictObject({ ...taskId, document: document(), issuedOn: day() }),
  },
  MilestoneReached: {
    schemaVersion: 1,
    says: 'The milestone of a task that goes on with a series of reports is reached; the task stays open.',
    vi: 'Đạt mốc, tiếp tục báo cáo định kỳ',
    recordedBy: 'Lead unit',
    data: z.strictObject({ ...taskId, evidence: z.array(evidence()), reachedOn: day() }),
  },
  ResultReported: {
    schemaVersion: 1,
    says: 'The lead unit reports the result with evidence and asks for verification.',
    vi: 'Báo cáo kết quả',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      ...step,
      unitId: id(),
      summary: text(5000),
      evidence: z.array(evidence()),
      reportedOn: day(),
      reportedBy: doneBy,
      /** 1 for the first report of the result, then counting up. */
      attempt: z.number().int().positive(),
    }),
  },
  StepApproved: {
    schemaVersion: 1,
    says: 'One level of a flow with several levels of approval says yes.',
    vi: 'Phê duyệt cấp trung gian',
    recordedBy: 'As the workflow definition says',
    data: z.strictObject({ ...taskId, ...step, note: text().nullable(), approvedOn: day() }),
  },
  ResultReturned: {
    schemaVersion: 1,
    says: 'The reported result is sent back for more work, with the reason.',
    vi: 'Trả lại kết quả',
    recordedBy: 'Verifier',
    data: z.strictObject({
      ...taskId,
      ...step,
      reason: reason(),
      majorContentError: z.boolean(),
      attempt: z.number().int().positive(),
      returnedOn: day(),
    }),
  },
  TaskCompleted: {
    schemaVersion: 1,
    says: 'The result is verified. `completedOn` is the day the accepted result was handed in, not the day of the click.',
    vi: 'Xác nhận hoàn thành',
    recordedBy: 'Office; a deputy director for the Office’s own tasks',
    data: z.strictObject({
      ...taskId,
      ...step,
      completedOn: day(),
      verifiedOn: day(),
      attempt: z.number().int().positive(),
      note: text().nullable(),
    }),
  },
  TaskNotArisen: {
    schemaVersion: 1,
    says: 'A conditional task ("if it arises") did not arise in the year and leaves every denominator.',
    vi: 'Không phát sinh',
    recordedBy: 'Office with the Director’s approval',
    data: z.strictObject({ ...taskId, ...step, reason: reason(), onDay: day() }),
  },
  TaskCancelled: {
    schemaVersion: 1,
    says: 'The task is withdrawn by an authority.',
    vi: 'Hủy nhiệm vụ',
    recordedBy: 'Office by decision of the Director',
    data: z.strictObject({
      ...taskId,
      ...step,
      reason: reason(),
      document: document().nullable(),
      onDay: day(),
    }),
  },
  TaskSuperseded: {
    schemaVersion: 1,
    says: 'Another task takes the place of this one.',
    vi: 'Thay thế bằng nhiệm vụ khác',
    recordedBy: 'Office',
    data: z.strictObject({ ...taskId, ...step, byTaskId: id(), reason: reason(), onDay: day() }),
  },
  TaskReopened: {
    schemaVersion: 1,
    says: 'A completed task turns out not to be finished; earlier as-of views stay as they were.',
    vi: 'Mở lại nhiệm vụ',
    recordedBy: 'Office or Director',
    data: z.strictObject({ ...taskId, ...step, reason: reason(), onDay: day() }),
  },
  OngoingClosed: {
    schemaVersion: 1,
    says: 'An ongoing task is assessed and closed at the end of its year; the unit proposes, the Director confirms.',
    vi: 'Đánh giá, kết thúc nhiệm vụ thường xuyên',
    recordedBy: 'Director or deputy director',
    data: z.strictObject({
      ...taskId,
      ...step,
      grade: z.enum(['good', 'fair', 'poor']),
      summary: text(5000),
      closedOn: day(),
    }),
  },
  TaskHandedOver: {
    schemaVersion: 1,
    says: 'Open work passes from one holder to another; results before the day stay with the former holder.',
    vi: 'Bàn giao nhiệm vụ',
    recordedBy: 'Both heads or the Office',
    data: z.strictObject({
      ...taskId,
      from: z.strictObject({ unitId: id(), personId: id().nullable() }),
      to: z.strictObject({ unitId: id(), personId: id().nullable() }),
      reason: reason(),
      papers: z.array(evidence()),
      stateAtHandOver: text(60),
      handedOverOn: day(),
    }),
  },
  DelayCauseConfirmed: {
    schemaVersion: 1,
    says: 'The competent authority confirms that a delay has an objective cause (decree 335/2025, article 14.2.c).',
    vi: 'Xác nhận nguyên nhân khách quan',
    recordedBy: 'Director',
    data: z.strictObject({ ...taskId, cause: reason(), document: document(), confirmedOn: day() }),
  },
  TaskCorrected: {
    schemaVersion: 1,
    says: 'A recorded fact was wrong: what was wrong, the old and the new value, and who agreed. Nothing is overwritten.',
    vi: 'Đính chính',
    recordedBy: 'Office, with a second person',
    data: z.strictObject({
      ...taskId,
      eventId: z.uuid(),
      field: z.enum(['completedOn', 'dueOn']),
      was: day().nullable(),
      now: day().nullable(),
      reason: reason(),
      agreedBy: id(),
      correctedOn: day(),
    }),
  },
  TaskCarriedOver: {
    schemaVersion: 1,
    says: 'The unfinished task goes on as a task of a later plan.',
    vi: 'Chuyển tiếp sang kế hoạch sau',
    recordedBy: 'Office',
    data: z.strictObject({ ...taskId, toTaskId: id(), toPlanId: id(), onDay: day() }),
  },
} as const satisfies EventCatalogue;

export type TaskEvent = EventsOf<typeof taskEvents>;
export type TaskEventType = TaskEvent['type'];

type FactsByType = { readonly [K in TaskEventType]: z.infer<(typeof taskEvents)[K]['data']> };
/** The data of one event type. */
export type TaskFacts<K extends TaskEventType> = FactsByType[K];
