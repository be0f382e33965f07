import { localDateOf, type LocalDate, type RecordedEvent } from '@thidua/kernel';
import type { OfficialEvent } from '@thidua/organisation';
import type { TaskEvent, TaskEventType, TaskFacts } from '@thidua/task';
import type { BriefingEvent, BriefingFacts } from '../briefing/briefing.events';

export const NOTICE_KINDS = [
  'assigned',
  'personAssigned',
  'handedOver',
  'reminder',
  'escalation',
  'urged',
  'periodOpened',
  'returned',
  'direction',
  'extensionGranted',
  'extensionRefused',
  'coordinationAsked',
  'coordinationAnswered',
  'briefingClosed',
  'deputyExpired',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whom a notice is for. Units stand for whoever leads them; `toLeads` for the lead units the task has when it is read. */
export interface NoticeAddress {
  readonly toUnitIds: readonly string[];
  readonly toPersonIds: readonly string[];
  readonly toLeads: boolean;
}

/** What an event tells somebody; the event's id is the notice's. */
export interface Notice extends NoticeAddress {
  readonly kind: NoticeKind;
  /** Null when it is about no single task. */
  readonly taskId: string | null;
  /** The calendar day it is about (Asia/Ho_Chi_Minh). */
  readonly onDay: LocalDate;
  /** What the words need beside the task: days, reasons, the timer. */
  readonly facts: Readonly<Record<string, string | number | null>>;
}

type Told = Omit<Notice, 'taskId' | 'onDay'>;

const NOBODY: NoticeAddress = { toUnitIds: [], toPersonIds: [], toLeads: false };
const toUnits = (...toUnitIds: readonly string[]): NoticeAddress => ({ ...NOBODY, toUnitIds });
const toPeople = (toPersonIds: readonly string[]): NoticeAddress => ({ ...NOBODY, toPersonIds });
const TO_LEADS: NoticeAddress = { ...NOBODY, toLeads: true };

type Tellers = { readonly [K in TaskEventType]?: (data: TaskFacts<K>) => Told };

const tellers = {
  TaskAssigned: ({ leads, dueOn }) => ({
    kind: 'assigned',
    ...toUnits(...leads.map(({ unitId }) => unitId)),
    facts: { dueOn },
  }),
  PersonAssigned: ({ personId, what, dueOn }) => ({
    kind: 'personAssigned',
    ...toPeople([personId]),
    facts: { what, dueOn },
  }),
  TaskHandedOver: ({ to, reason }) => ({
    kind: 'handedOver',
    ...(to.personId === null ? toUnits(to.unitId) : toPeople([to.personId])),
    facts: { reason },
  }),
  ReminderSent: ({ personIds, timer, countedFrom, forOn }) => ({
    kind: 'reminder',
    ...toPeople(personIds),
    facts: { timer, countedFrom, forOn },
  }),
  TaskEscalated: ({ personIds, timer, countedFrom, forOn, overdueWorkingDays }) => ({
    kind: 'escalation',
    ...toPeople(personIds),
    facts: { timer, countedFrom, forOn, overdueWorkingDays },
  }),
  SeriesPeriodOpened: ({ period, reportDueOn }) => ({
    kind: 'periodOpened',
    ...TO_LEADS,
    facts: { period, reportDueOn },
  }),
  LeadUnitReminded: ({ unitId, text, answerDueOn }) => ({
    kind: 'urged',
    ...toUnits(unitId),
    facts: { text, answerDueOn },
  }),
  ResultReturned: ({ reason }) => ({ kind: 'returned', ...TO_LEADS, facts: { reason } }),
  ProductReturned: ({ reason, productId }) => ({
    kind: 'returned',
    ...TO_LEADS,
    facts: { reason, productId },
  }),
  DirectionGiven: ({ text, actBy }) => ({ kind: 'direction', ...TO_LEADS, facts: { text, actBy } }),
  DeadlineExtended: ({ from, to }) => ({
    kind: 'extensionGranted',
    ...TO_LEADS,
    facts: { from, to },
  }),
  ExtensionRefused: ({ reason }) => ({ kind: 'extensionRefused', ...TO_LEADS, facts: { reason } }),
  CoordinationAsked: ({ unitId, what, answerDueOn }) => ({
    kind: 'coordinationAsked',
    ...toUnits(unitId),
    facts: { what, answerDueOn },
  }),
  CoordinationAnswered: ({ answer }) => ({
    kind: 'coordinationAnswered',
    ...TO_LEADS,
    facts: { answer },
  }),
} as const satisfies Tellers;

const briefingClosed = ({
  month,
  cutOffOn,
  notReported,
}: BriefingFacts<'BriefingClosed'>): Told => ({
  kind: 'briefingClosed',
  ...toUnits(...notReported.map(({ unitId }) => unitId)),
  facts: { month, cutOffOn },
});

type Expired = Extract<OfficialEvent, { type: 'DeputyExpired' }>;

/** Both are told: whoever was away has to decide again, and whoever stood in may not any more. */
const deputyExpired = ({ personId, deputyId, untilOn }: Expired['data']): Told => ({
  kind: 'deputyExpired',
  ...toPeople([personId, deputyId]),
  facts: { principalId: personId, deputyId, untilOn },
});

/** Types of events that tell somebody something. */
export const NOTICE_TYPES: readonly string[] = [
  ...Object.keys(tellers),
  'BriefingClosed',
  'DeputyExpired',
];

/** The notice an event gives; null for an event that gives none. Pure. */
export function noticeOf({ type, data, metadata }: RecordedEvent): Notice | null {
  const onDay = localDateOf(metadata.occurredAt);
  if (type === ('BriefingClosed' satisfies BriefingEvent['type'])) {
    const { data: facts } = { type, data } as Extract<BriefingEvent, { type: 'BriefingClosed' }>;
    const told = briefingClosed(facts);
    return told.toUnitIds.length === 0 ? null : { ...told, taskId: null, onDay };
  }
  if (type === ('DeputyExpired' satisfies Expired['type'])) {
    return { ...deputyExpired(data as Expired['data']), taskId: null, onDay };
  }
  const teller: ((data: never) => Told) | undefined = Object.hasOwn(tellers, type)
    ? tellers[type as keyof typeof tellers]
    : undefined;
  if (teller === undefined) return null;
  return { ...teller(data as never), taskId: (data as TaskEvent['data']).taskId, onDay };
}
