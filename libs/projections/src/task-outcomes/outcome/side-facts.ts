import { daysBetween, type LocalDate } from '@thidua/kernel';
import type { ViewedFact } from './facts-in-view';

/** `undated`: answered, yet no day had been asked for; `overdue`: the day has passed without an answer. */
export type CoordinationStatus = 'inTime' | 'late' | 'undated' | 'overdue' | 'pending';

/** A request for coordination; only asked coordination is ever counted. */
export interface Coordination {
  readonly requestId: string;
  /** The unit that was asked. */
  readonly unitId: string;
  readonly askedOn: LocalDate;
  readonly answerDueOn: LocalDate | null;
  readonly answeredOn: LocalDate | null;
  readonly status: CoordinationStatus;
  readonly eventIds: readonly string[];
}

export interface Obstacle {
  readonly obstacleId: string;
  readonly unitId: string;
  readonly raisedOn: LocalDate;
  readonly hasProposal: boolean;
  /** Days from raising it to the first direction; null when there is none. */
  readonly daysToDirection: number | null;
  readonly isResolved: boolean;
  readonly eventIds: readonly string[];
}

export interface Reminder {
  readonly unitId: string;
  readonly remindedOn: LocalDate;
  readonly eventId: string;
}

/** Extensions of one task, each list by event id. */
export interface Extensions {
  readonly requested: readonly string[];
  readonly granted: readonly string[];
  readonly refused: readonly string[];
}

type Asked = Extract<ViewedFact, { type: 'CoordinationAsked' }>;
type Answered = Extract<ViewedFact, { type: 'CoordinationAnswered' }>;

function coordinationStatus(
  asked: Asked,
  answer: Answered | undefined,
  asOf: LocalDate,
): CoordinationStatus {
  const { answerDueOn } = asked.data;
  if (answer === undefined)
    return answerDueOn !== null && answerDueOn < asOf ? 'overdue' : 'pending';
  if (answerDueOn !== null) return answer.on <= answerDueOn ? 'inTime' : 'late';
  if (answer.data.inTime === null) return 'undated';
  return answer.data.inTime ? 'inTime' : 'late';
}

export const coordinationsOf = (
  facts: readonly ViewedFact[],
  asOf: LocalDate,
): readonly Coordination[] =>
  facts
    .filter((fact) => fact.type === 'CoordinationAsked')
    .map((asked) => {
      const { requestId, unitId, askedOn, answerDueOn } = asked.data;
      const answer = facts.find(
        (fact): fact is Answered =>
          fact.type === 'CoordinationAnswered' && fact.data.requestId === requestId,
      );
      return {
        requestId,
        unitId,
        askedOn,
        answerDueOn,
        answeredOn: answer?.on ?? null,
        status: coordinationStatus(asked, answer, asOf),
        eventIds: answer === undefined ? [asked.eventId] : [asked.eventId, answer.eventId],
      };
    });

const OBSTACLE_TYPES = ['SolutionProposed', 'DirectionGiven', 'ObstacleResolved'] as const;
type ObstacleFact = Extract<ViewedFact, { type: (typeof OBSTACLE_TYPES)[number] }>;

const isObstacleFact = (fact: ViewedFact): fact is ObstacleFact =>
  OBSTACLE_TYPES.some((type) => type === fact.type);

export const obstaclesOf = (facts: readonly ViewedFact[]): readonly Obstacle[] =>
  facts
    .filter((fact) => fact.type === 'ObstacleRaised')
    .map((raised) => {
      const { obstacleId, unitId, raisedOn } = raised.data;
      const later = facts
        .filter(isObstacleFact)
        .filter(({ data }) => data.obstacleId === obstacleId);
      const direction = later.find(({ type }) => type === 'DirectionGiven');
      return {
        obstacleId,
        unitId,
        raisedOn,
        hasProposal: later.some(({ type }) => type === 'SolutionProposed'),
        daysToDirection: direction === undefined ? null : daysBetween(raisedOn, direction.on),
        isResolved: later.some(({ type }) => type === 'ObstacleResolved'),
        eventIds: [raised.eventId, ...later.map(({ eventId }) => eventId)],
      };
    });

export const remindersOf = (facts: readonly ViewedFact[]): readonly Reminder[] =>
  facts.flatMap((fact) =>
    fact.type === 'LeadUnitReminded'
      ? [{ unitId: fact.data.unitId, remindedOn: fact.on, eventId: fact.eventId }]
      : [],
  );

export function extensionsOf(facts: readonly ViewedFact[]): Extensions {
  const ids = (type: ViewedFact['type']): readonly string[] =>
    facts.filter((fact) => fact.type === type).map(({ eventId }) => eventId);
  return {
    requested: ids('ExtensionRequested'),
    granted: ids('DeadlineExtended'),
    refused: ids('ExtensionRefused'),
  };
}
