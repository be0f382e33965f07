import { localDate } from '@thidua/kernel';
import { sameFacts } from '../../same-facts';
import type { EvaluationContext } from '../evaluation-context';
import { rejectEvaluation as reject } from '../evaluation.rejections';
import type { EvaluationState } from '../evaluation.state';
import { refuseClosed, requireStep, type Decide, type Events, type Of } from './decisions';

export function openEvaluation(
  data: Of<'OpenEvaluation'>,
  state: EvaluationState,
  { on }: EvaluationContext,
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

/** The quorum is laid down before the meeting: chosen afterwards, any attendance would do. */
export const setProcedure: Decide<'SetProcedure'> = (data, evaluation, { on }) => {
  const { evaluationId, procedure } = evaluation;
  if (procedure !== null) {
    const { evaluationId: _id, setOn: _on, ...laidDown } = procedure;
    const { quorum, appealWorkingDays, basis } = data;
    if (sameFacts(laidDown, { quorum, appealWorkingDays, basis })) return [];
  }
  requireStep('SetProcedure', evaluation);
  const { quorum, appealWorkingDays, basis } = data;
  return [
    {
      type: 'ProcedureSet',
      data: { evaluationId, quorum, appealWorkingDays, basis, setOn: on },
    },
  ];
};

export const closeCollection: Decide<'CloseCollection'> = (_data, evaluation, { on }) => {
  if (evaluation.status !== 'opened') return [];
  return [
    { type: 'CollectionClosed', data: { evaluationId: evaluation.evaluationId, closedOn: on } },
  ];
};

/** Frozen once: what was counted may not move under a council that has seen it. */
export const freeze: Decide<'FreezeEvaluation'> = (data, evaluation, { on }) => {
  const { evaluationId, year, frozen } = evaluation;
  const { position, asOf } = data;
  if (frozen !== null) {
    if (frozen.position === position && frozen.asOf === asOf) return [];
    refuseClosed(evaluation);
    return reject('ALREADY_FROZEN', { position: frozen.position, asOf: frozen.asOf });
  }
  requireStep('FreezeEvaluation', evaluation);
  const from = localDate(`${year}-01-01`);
  if (asOf < from || asOf > on) return reject('AS_OF_OUTSIDE', { asOf, from, to: on });
  return [{ type: 'EvaluationFrozen', data: { evaluationId, position, asOf, frozenOn: on } }];
};

const HASHES = ['ruleSetHash', 'inputHash', 'sheetHash'] as const;

/** The same position and rule set give the same sheet on any machine, so a second result that differs is refused. */
export const recordScore: Decide<'RecordScore'> = (data, evaluation) => {
  const { evaluationId, ruleSet, frozen, computed } = evaluation;
  const field = HASHES.find((hash) => data[hash] !== computed?.[hash]);
  if (field !== undefined) refuseClosed(evaluation);
  if (frozen === null) return reject('NOT_FROZEN');
  const { position, asOf } = frozen;
  if (data.position !== position || data.asOf !== asOf) {
    return reject('POSITION_DIFFERS', { position, asOf });
  }
  if (data.ruleSetHash !== ruleSet.hash) {
    return reject('HASH_DIFFERS', { field: 'ruleSetHash', expected: ruleSet.hash });
  }
  if (computed === null) return [{ type: 'ScoreComputed', data: { evaluationId, ...data } }];
  return field === undefined ? [] : reject('HASH_DIFFERS', { field, expected: computed[field] });
};
