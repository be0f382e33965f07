import { localDateOf, type Instant, type LocalDate, type RecordedEvent } from '@thidua/kernel';
import type { TaskEvent, TaskEventType } from '@thidua/task';

type DataOf<T extends TaskEventType> = Extract<TaskEvent, { readonly type: T }>['data'];

/** Fields of an event that hold a calendar day. */
type DayField<T extends TaskEventType> = {
  [K in keyof DataOf<T>]: DataOf<T>[K] extends LocalDate ? K : never;
}[keyof DataOf<T>];

interface FactRule<T extends TaskEventType, K extends keyof DataOf<T>> {
  /** The field saying on which day the fact became true; null takes the day of `occurredAt`. */
  readonly day: DayField<T> | null;
  readonly keeps: readonly K[];
}

/** `_type` only carries the type, so that `day` and `keeps` are checked against the event's own fields. */
const fact = <T extends TaskEventType, K extends keyof DataOf<T>>(
  _type: T,
  day: DayField<T> | null,
  keeps: readonly K[],
): FactRule<T, K> => ({ day, keeps });

/**
 * The events that KPI and score are computed from, the day each is true from, and the part of its data that is needed.
 * A completion is true from `completedOn`, the day the accepted result was handed in: verifying it later makes it known
 * later and leaves its day alone. An extension is true from `grantedOn`, the day its date came into force.
 */
export const FACT_RULES = {
  TaskAssigned: fact('TaskAssigned', 'assignedOn', ['leads', 'dueOn', 'assignedOn', 'recurrence']),
  TriggerAwaited: fact('TriggerAwaited', null, []),
  TriggerReceived: fact('TriggerReceived', 'receivedOn', ['receivedOn', 'dueOn']),
  WorkStarted: fact('WorkStarted', 'startedOn', []),
  CoordinationAsked: fact('CoordinationAsked', 'askedOn', [
    'requestId',
    'unitId',
    'askedOn',
    'answerDueOn',
  ]),
  CoordinationAnswered: fact('CoordinationAnswered', 'answeredOn', [
    'requestId',
    'answeredOn',
    'inTime',
  ]),
  ProgressReported: fact('ProgressReported', 'reportedOn', [
    'unitId',
    'period',
    'reportedOn',
    'reportDueOn',
  ]),
  NilReported: fact('NilReported', 'reportedOn', ['unitId', 'period', 'reportedOn', 'reportDueOn']),
  LeadUnitReminded: fact('LeadUnitReminded', 'remindedOn', ['unitId', 'remindedOn', 'answerDueOn']),
  ObstacleRaised: fact('ObstacleRaised', 'raisedOn', ['obstacleId', 'unitId', 'kind', 'raisedOn']),
  SolutionProposed: fact('SolutionProposed', 'proposedOn', ['obstacleId', 'proposedOn']),
  DirectionGiven: fact('DirectionGiven', 'givenOn', ['obstacleId', 'givenOn']),
  ObstacleResolved: fact('ObstacleResolved', 'resolvedOn', ['obstacleId', 'resolvedOn']),
  AuthorityWaitStarted: fact('AuthorityWaitStarted', 'fromOn', ['waitId', 'fromOn']),
  AuthorityWaitEnded: fact('AuthorityWaitEnded', 'untilOn', ['waitId', 'untilOn']),
  ExtensionRequested: fact('ExtensionRequested', 'requestedOn', ['requestId', 'dueOn']),
  DeadlineExtended: fact('DeadlineExtended', 'grantedOn', ['from', 'to', 'grantedOn']),
  ExtensionRefused: fact('ExtensionRefused', 'refusedOn', ['requestId']),
  TaskAmended: fact('TaskAmended', 'amendedOn', ['dueOn', 'leads', 'amendedOn']),
  ProductHandedIn: fact('ProductHandedIn', 'handedInOn', ['productId', 'attempt', 'handedInOn']),
  ProductAccepted: fact('ProductAccepted', 'acceptedOn', ['productId', 'attempt']),
  ProductReturned: fact('ProductReturned', 'returnedOn', [
    'productId',
    'attempt',
    'majorContentError',
  ]),
  SubmittedUpward: fact('SubmittedUpward', 'submittedOn', ['submittedOn']),
  IssuedByAuthority: fact('IssuedByAuthority', 'issuedOn', ['issuedOn']),
  MilestoneReached: fact('MilestoneReached', 'reachedOn', ['reachedOn']),
  ResultReported: fact('ResultReported', 'reportedOn', ['unitId', 'attempt', 'reportedOn']),
  StepApproved: fact('StepApproved', 'approvedOn', ['approvedOn']),
  ResultReturned: fact('ResultReturned', 'returnedOn', ['attempt', 'majorContentError']),
  TaskCompleted: fact('TaskCompleted', 'completedOn', ['completedOn', 'verifiedOn', 'attempt']),
  TaskNotArisen: fact('TaskNotArisen', 'onDay', ['onDay']),
  TaskCancelled: fact('TaskCancelled', 'onDay', ['onDay']),
  TaskSuperseded: fact('TaskSuperseded', 'onDay', ['onDay', 'byTaskId']),
  TaskReopened: fact('TaskReopened', 'onDay', ['onDay']),
  OngoingClosed: fact('OngoingClosed', 'closedOn', ['grade', 'closedOn']),
  TaskHandedOver: fact('TaskHandedOver', 'handedOverOn', ['from', 'to', 'handedOverOn']),
  TaskUnitSucceeded: fact('TaskUnitSucceeded', 'succeededOn', [
    'fromUnitId',
    'toUnitId',
    'succeededOn',
  ]),
  DelayCauseConfirmed: fact('DelayCauseConfirmed', 'confirmedOn', ['confirmedOn']),
  TaskCorrected: fact('TaskCorrected', 'correctedOn', ['eventId', 'field', 'now']),
  TaskCarriedOver: fact('TaskCarriedOver', 'onDay', ['toTaskId', 'onDay']),
  AuthorityWaitConfirmed: fact('AuthorityWaitConfirmed', 'confirmedOn', ['waitId']),
  SeriesPeriodOpened: fact('SeriesPeriodOpened', 'openedOn', ['period', 'reportDueOn']),
  SeriesPeriodReported: fact('SeriesPeriodReported', 'reportedOn', [
    'period',
    'unitId',
    'text',
    'inTime',
  ]),
  CountTargetSet: fact('CountTargetSet', 'setOn', ['count', 'what']),
  OccurrenceRecorded: fact('OccurrenceRecorded', 'heldOn', ['occurrenceId', 'heldOn']),
  OccurrenceWithdrawn: fact('OccurrenceWithdrawn', 'withdrawnOn', ['occurrenceId']),
  CountShortfallAccepted: fact('CountShortfallAccepted', 'acceptedOn', ['reached', 'target']),
  LeadPartReported: fact('LeadPartReported', 'reportedOn', ['unitId', 'attempt', 'reportedOn']),
} as const;

export type FactType = keyof typeof FACT_RULES;

type KeptData<T extends FactType> =
  (typeof FACT_RULES)[T] extends FactRule<T, infer K> ? Pick<DataOf<T>, K> : never;

interface FactOf<T extends FactType> {
  /** Place in the log as decimal text: 64-bit numbers travel as text. */
  readonly position: string;
  readonly eventId: string;
  readonly type: T;
  /** Calendar day (Asia/Ho_Chi_Minh) from which the fact is true. */
  readonly on: LocalDate;
  /** When the log took it (UTC): what decides whether it was known at a moment. */
  readonly recordedAt: Instant;
  readonly data: KeptData<T>;
}

/** One event of a task, cut down to what KPI and score read. */
export type Fact = { [T in FactType]: FactOf<T> }[FactType];

export const FACT_TYPES = Object.keys(FACT_RULES) as readonly FactType[];

const isFactType = (type: string): type is FactType => type in FACT_RULES;

/**
 * The day from which a task event is true, as its own data says; null for a type that states no day, and then it is the
 * day it happened on.
 */
export function factDay(type: string, data: unknown): LocalDate | null {
  const field = isFactType(type) ? FACT_RULES[type].day : null;
  return field === null ? null : ((data as Readonly<Record<string, LocalDate>>)[field] ?? null);
}

/** The fact an event states, or null when neither KPI nor score depends on its type. */
export function readFact(event: RecordedEvent): Fact | null {
  if (!isFactType(event.type)) return null;
  const { keeps }: { readonly keeps: readonly string[] } = FACT_RULES[event.type];
  const data = event.data as Readonly<Record<string, unknown>>;
  return {
    position: event.position.toString(),
    eventId: event.id,
    type: event.type,
    on: factDay(event.type, data) ?? localDateOf(event.metadata.occurredAt),
    recordedAt: event.recordedAt,
    data: Object.fromEntries(keeps.map((key) => [key, data[key]])),
  } as Fact;
}
