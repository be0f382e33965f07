import { invariant } from '@thidua/kernel';
import { sameFacts } from '../../same-facts';
import { isDepartmentLeader, mayKeepEvaluations } from '../evaluation-roles';
import type { EvaluationContext } from '../evaluation-context';
import { rejectEvaluation as reject } from '../evaluation.rejections';
import type { Appeal, Evaluation } from '../evaluation.state';
import { requireStep, requireSubject, type Decide, type Of } from './decisions';

/** The subject itself, or the head or a deputy of the unit that is the subject. The Office may take the paper in. */
function requireAppellant(data: Of<'ReceiveAppeal'>, context: EvaluationContext): void {
  const { appellantId, subjectId } = data;
  const { speakerIds } = requireSubject(subjectId, context);
  if (!speakerIds.includes(appellantId)) reject('NOT_SUBJECT_OF_IT', { appellantId, subjectId });
  if (context.actor.actor.id !== appellantId && !mayKeepEvaluations(context.actor)) {
    reject('EVALUATION_KEEPER_ONLY');
  }
}

const asked = ({ received }: Appeal): Of<'ReceiveAppeal'> => {
  const { appealId, subjectId, appellantId, text, document } = received;
  return { appealId, subjectId, appellantId, text, document };
};

export const receiveAppeal: Decide<'ReceiveAppeal'> = (data, evaluation, context) => {
  const { evaluationId, appeals } = evaluation;
  const { appealId, subjectId, appellantId, text, document } = data;
  const earlier = appeals.find(({ received }) => received.appealId === appealId);
  if (earlier !== undefined) {
    const same = sameFacts(asked(earlier), { appealId, subjectId, appellantId, text, document });
    return same ? [] : reject('APPEAL_ID_TAKEN', { appealId });
  }
  requireStep('ReceiveAppeal', evaluation);
  requireAppellant(data, context);
  const { on, appealDays } = context;
  invariant(appealDays, 'the days of an appeal are counted before it is decided on');
  const { dueOn, closesOn, calendarVersion, derivation } = appealDays;
  if (closesOn !== null && on > closesOn) return reject('APPEAL_TOO_LATE', { on, closesOn });
  const open = appeals.find((each) => each.received.subjectId === subjectId && !each.answered);
  if (open !== undefined) {
    return reject('APPEAL_STILL_OPEN', { subjectId, appealId: open.received.appealId });
  }
  const counted = { receivedOn: on, dueOn, calendarVersion, derivation: [...derivation] };
  return [{ type: 'AppealReceived', data: { evaluationId, ...data, ...counted } }];
};

function appealOf({ appeals }: Evaluation, appealId: string): Appeal {
  const known = appeals.map(({ received }) => received.appealId);
  const found = appeals.find(({ received }) => received.appealId === appealId);
  return found ?? reject('APPEAL_NOT_FOUND', { appealId, known });
}

export const answerAppeal: Decide<'AnswerAppeal'> = (data, evaluation, { actor, on }) => {
  requireStep('AnswerAppeal', evaluation);
  const { appealId, outcome, reason, decision } = data;
  const { received, answered } = appealOf(evaluation, appealId);
  if (answered !== null) {
    const { outcome: given, reason: because, answeredOn } = answered;
    if (given === outcome && because === reason) return [];
    return reject('APPEAL_ALREADY_ANSWERED', { appealId, answeredOn, outcome: given });
  }
  const { appellantId, receivedOn, dueOn } = received;
  const answeredBy = actor.actor.id;
  if (answeredBy === appellantId || actor.actor.onBehalfOf?.personId === appellantId) {
    return reject('ANSWERED_BY_APPELLANT', { appellantId });
  }
  if (outcome === 'upheld' && decision === null) return reject('ANSWER_WITHOUT_DECISION');
  if (on < receivedOn) return reject('ANSWER_BEFORE_RECEIPT', { on, receivedOn });
  const { evaluationId } = evaluation;
  const answer = { answeredBy, answeredOn: on, late: on > dueOn };
  return [
    {
      type: 'AppealAnswered',
      data: { evaluationId, appealId, outcome, reason, decision, ...answer },
    },
  ];
};

function requireUpheld(evaluation: Evaluation, appealId: string, subjectId: string): void {
  const { received, answered } = appealOf(evaluation, appealId);
  if (received.subjectId === subjectId && answered?.outcome === 'upheld') return;
  reject('APPEAL_NOT_UPHELD', { appealId, subjectId });
}

export const supersedeClassification: Decide<'SupersedeClassification'> = (
  data,
  evaluation,
  context,
) => {
  requireStep('SupersedeClassification', evaluation);
  const { evaluationId, newClasses } = evaluation;
  const { subjectId, appealId, becomes, reason, decision } = data;
  const { band } = requireSubject(subjectId, context);
  const latest = newClasses.findLast((each) => each.subjectId === subjectId);
  if (latest?.becomes === becomes && latest.decision.number === decision.number) return [];
  if (appealId !== null) requireUpheld(evaluation, appealId, subjectId);
  const was = latest?.becomes ?? band;
  if (was === becomes) return reject('CLASS_UNCHANGED', { subjectId, becomes });
  return [
    {
      type: 'ClassificationSuperseded',
      data: {
        evaluationId,
        subjectId,
        appealId,
        was,
        becomes,
        reason,
        decision,
        decidedOn: context.on,
      },
    },
  ];
};

/** What later facts would have changed stands beside the sheet; the sheet itself is never computed anew in its place. */
export const recordAmendment: Decide<'RecordAmendment'> = (data, evaluation, { on }) => {
  const { evaluationId, amendments, frozen, computed } = evaluation;
  requireStep('RecordAmendment', evaluation);
  const last = amendments.at(-1);
  if (data.sheetHash === (last?.sheetHash ?? computed?.sheetHash)) return [];
  const after = last?.position ?? frozen?.position ?? '0';
  if (BigInt(data.position) <= BigInt(after)) {
    return reject('AMENDMENT_NOT_LATER', { position: data.position, after });
  }
  return [{ type: 'AmendmentRecorded', data: { evaluationId, ...data, recordedOn: on } }];
};

/** Until it is approved an evaluation may be set aside by the Office; from then on only by a leader of the department. */
export const supersede: Decide<'SupersedeEvaluation'> = (data, evaluation, { actor }) => {
  const { evaluationId, approved, published, superseded } = evaluation;
  const { byEvaluationId } = data;
  if (superseded?.byEvaluationId === byEvaluationId) return [];
  requireStep('SupersedeEvaluation', evaluation);
  const isDecided = approved !== null || published !== null;
  if (isDecided && !isDepartmentLeader(actor)) return reject('EVALUATION_LEADER_ONLY');
  if (byEvaluationId === evaluationId) return reject('SUPERSEDED_BY_ITSELF');
  return [{ type: 'EvaluationSuperseded', data: { evaluationId, ...data } }];
};
