import {
  assertNever,
  localDate,
  parseRational,
  type Decider,
  type DecisionContext,
} from '@thidua/kernel';
import { isDepartmentLeader, mayKeepEvaluations } from './evaluation-roles';
import type { EvaluationCommand } from './evaluation.commands';
import type { EvaluationEvent } from './evaluation.events';
import { rejectEvaluation as reject } from './evaluation.rejections';
import {
  evolveEvaluation,
  noEvaluation,
  type Evaluation,
  type EvaluationState,
} from './evaluation.state';

type Of<Type extends EvaluationCommand['type']> = Extract<
  EvaluationCommand,
  { type: Type }
>['data'];
type Events = readonly EvaluationEvent[];

function openEvaluation(
  data: Of<'OpenEvaluation'>,
  state: EvaluationState,
  { on }: DecisionContext,
): Events {
  if (state.status === 'absent') {
    return [{ type: 'EvaluationOpened', data: { ...data, openedOn: on } }];
  }
  const { evaluationId, year, ruleSet } = state;
  const { id, version, hash } = data.ruleSet;
  const same =
    year === data.year && ruleSet.id === id && ruleSet.version === version && ruleSet.hash === hash;
  return same ? [] : reject('EVALUATION_ALREADY_OPENED', { evaluationId });
}

/** Frozen once: what was counted may not move under a council that has seen it. */
function freeze(
  data: Of<'FreezeEvaluation'>,
  { evaluationId, year, frozen }: Evaluation,
  { on }: DecisionContext,
): Events {
  const { position, asOf } = data;
  if (frozen !== null) {
    if (frozen.position === position && frozen.asOf === asOf) return [];
    return reject('ALREADY_FROZEN', { position: frozen.position, asOf: frozen.asOf });
  }
  const from = localDate(`${year}-01-01`);
  if (asOf < from || asOf > on) return reject('AS_OF_OUTSIDE', { asOf, from, to: on });
  return [{ type: 'EvaluationFrozen', data: { evaluationId, position, asOf, frozenOn: on } }];
}

const HASHES = ['ruleSetHash', 'inputHash', 'sheetHash'] as const;

/** The same position and rule set give the same sheet on any machine, so a second result that differs is refused. */
function recordScore(data: Of<'RecordScore'>, evaluation: Evaluation): Events {
  const { evaluationId, ruleSet, frozen, computed } = evaluation;
  if (frozen === null) return reject('NOT_FROZEN');
  const { position, asOf } = frozen;
  if (data.position !== position || data.asOf !== asOf) {
    return reject('POSITION_DIFFERS', { position, asOf });
  }
  if (data.ruleSetHash !== ruleSet.hash) {
    return reject('HASH_DIFFERS', { field: 'ruleSetHash', expected: ruleSet.hash });
  }
  if (computed === null) return [{ type: 'ScoreComputed', data: { evaluationId, ...data } }];
  const field = HASHES.find((hash) => data[hash] !== computed[hash]);
  return field === undefined ? [] : reject('HASH_DIFFERS', { field, expected: computed[field] });
}

function adjustScore(
  data: Of<'AdjustScore'>,
  { evaluationId, computed }: Evaluation,
  { actor: { actor } }: DecisionContext,
): Events {
  if (actor.kind !== 'person') return reject('EVALUATION_KEEPER_ONLY');
  if (computed === null) return reject('NOT_COMPUTED');
  // Whoever a deputy acts for has spoken through the deputy and cannot be the second person.
  if ([actor.id, actor.onBehalfOf?.personId].includes(data.agreedBy)) {
    return reject('SECOND_PERSON_NEEDED', { agreedBy: data.agreedBy });
  }
  if (parseRational(data.points) === null) {
    return reject('POINTS_NOT_A_FRACTION', { points: data.points });
  }
  return [{ type: 'ScoreAdjusted', data: { evaluationId, ...data } }];
}

function publishScore(
  data: Of<'PublishScore'>,
  { evaluationId, computed }: Evaluation,
  { actor, on }: DecisionContext,
): Events {
  if (!isDepartmentLeader(actor)) return reject('EVALUATION_LEADER_ONLY');
  if (computed === null) return reject('NOT_COMPUTED');
  if (data.sheetHash !== computed.sheetHash) {
    return reject('HASH_DIFFERS', { field: 'sheetHash', expected: computed.sheetHash });
  }
  return [{ type: 'ScorePublished', data: { evaluationId, ...data, publishedOn: on } }];
}

/** An unpublished evaluation may be set aside by the Office; a published one only by a leader of the department. */
function supersede(
  data: Of<'SupersedeEvaluation'>,
  { evaluationId, published }: Evaluation,
  { actor }: DecisionContext,
): Events {
  if (published !== null && !isDepartmentLeader(actor)) return reject('EVALUATION_LEADER_ONLY');
  if (data.byEvaluationId === evaluationId) return reject('SUPERSEDED_BY_ITSELF');
  return [{ type: 'EvaluationSuperseded', data: { evaluationId, ...data } }];
}

/** A published evaluation answers a repeated publication with nothing and every other change with a no. */
function afterPublication(command: EvaluationCommand, evaluation: Evaluation): Events {
  const { published } = evaluation;
  const number = published?.document.number ?? null;
  const same =
    command.type === 'PublishScore' &&
    command.data.sheetHash === published?.sheetHash &&
    command.data.document.number === number;
  return same ? [] : reject('ALREADY_PUBLISHED', { number });
}

function afterSupersession(command: EvaluationCommand, evaluation: Evaluation): Events {
  const byEvaluationId = evaluation.superseded?.byEvaluationId ?? null;
  const same =
    command.type === 'SupersedeEvaluation' && command.data.byEvaluationId === byEvaluationId;
  return same ? [] : reject('ALREADY_SUPERSEDED', { byEvaluationId });
}

function decideOpened(
  command: Exclude<EvaluationCommand, { type: 'OpenEvaluation' }>,
  evaluation: Evaluation,
  context: DecisionContext,
): Events {
  switch (command.type) {
    case 'FreezeEvaluation':
      return freeze(command.data, evaluation, context);
    case 'RecordScore':
      return recordScore(command.data, evaluation);
    case 'AdjustScore':
      return adjustScore(command.data, evaluation, context);
    case 'PublishScore':
      return publishScore(command.data, evaluation, context);
    case 'SupersedeEvaluation':
      return supersede(command.data, evaluation, context);
    default:
      return assertNever(command);
  }
}

function decide(
  command: EvaluationCommand,
  state: EvaluationState,
  context: DecisionContext,
): Events {
  if (!mayKeepEvaluations(context.actor)) return reject('EVALUATION_KEEPER_ONLY');
  if (command.type === 'OpenEvaluation') return openEvaluation(command.data, state, context);
  if (state.status === 'absent') return reject('EVALUATION_NOT_FOUND');
  if (state.superseded !== null) return afterSupersession(command, state);
  if (state.published !== null && command.type !== 'SupersedeEvaluation') {
    return afterPublication(command, state);
  }
  return decideOpened(command, state, context);
}

/** One year-end evaluation of units (stream `evaluation-<evaluationId>`). */
export const evaluationDecider: Decider<
  EvaluationCommand,
  EvaluationEvent,
  EvaluationState,
  DecisionContext
> = {
  category: 'evaluation',
  initialState: noEvaluation,
  decide,
  evolve: evolveEvaluation,
};
