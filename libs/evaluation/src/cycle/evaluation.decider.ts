import type { Decider } from '@thidua/kernel';
import {
  answerAppeal,
  receiveAppeal,
  recordAmendment,
  supersede,
  supersedeClassification,
} from './decide/afterwards';
import type { Decide, Events } from './decide/decisions';
import { adjustScore, approve, publish, recordMeeting, recordReview } from './decide/judgement';
import {
  closeCollection,
  freeze,
  openEvaluation,
  recordScore,
  setProcedure,
} from './decide/preparation';
import { mayKeepEvaluations, requireRole } from './evaluation-roles';
import type { EvaluationCommand } from './evaluation.commands';
import type { EvaluationContext } from './evaluation-context';
import type { EvaluationEvent } from './evaluation.events';
import { rejectEvaluation as reject } from './evaluation.rejections';
import {
  evolveEvaluation,
  noEvaluation,
  type Evaluation,
  type EvaluationState,
} from './evaluation.state';
import { STEPS, type StepName } from './steps';

const decisions: { readonly [Type in StepName]: Decide<Type> } = {
  SetProcedure: setProcedure,
  CloseCollection: closeCollection,
  FreezeEvaluation: freeze,
  RecordScore: recordScore,
  RecordReview: recordReview,
  AdjustScore: adjustScore,
  RecordMeeting: recordMeeting,
  ApproveEvaluation: approve,
  PublishScore: publish,
  ReceiveAppeal: receiveAppeal,
  AnswerAppeal: answerAppeal,
  SupersedeClassification: supersedeClassification,
  RecordAmendment: recordAmendment,
  SupersedeEvaluation: supersede,
};

function decide(
  command: EvaluationCommand,
  state: EvaluationState,
  context: EvaluationContext,
): Events {
  if (command.type === 'OpenEvaluation') {
    if (!mayKeepEvaluations(context.actor)) return reject('EVALUATION_KEEPER_ONLY');
    return openEvaluation(command.data, state, context);
  }
  requireRole(STEPS[command.type].who, context.actor);
  if (state.status === 'absent') return reject('EVALUATION_NOT_FOUND');
  // The decision under a type takes the data of that type, which the type system cannot follow through the table.
  const decideStep = decisions[command.type] as (
    data: unknown,
    evaluation: Evaluation,
    context: EvaluationContext,
  ) => Events;
  return decideStep(command.data, state, context);
}

/** One year-end evaluation (stream `evaluation-<evaluationId>`): the cycle of `STEPS`. */
export const evaluationDecider: Decider<
  EvaluationCommand,
  EvaluationEvent,
  EvaluationState,
  EvaluationContext
> = {
  category: 'evaluation',
  initialState: noEvaluation,
  decide,
  evolve: evolveEvaluation,
};
