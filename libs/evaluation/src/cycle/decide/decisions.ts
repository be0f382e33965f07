import type { EvaluationCommand } from '../evaluation.commands';
import type { EvaluationContext, Subject } from '../evaluation-context';
import type { EvaluationEvent } from '../evaluation.events';
import { rejectEvaluation as reject } from '../evaluation.rejections';
import type { Evaluation } from '../evaluation.state';
import { STATUSES, STEPS, type EvaluationStatus, type StepName } from '../steps';

/** The data of one command. */
export type Of<Type extends EvaluationCommand['type']> = Extract<
  EvaluationCommand,
  { type: Type }
>['data'];
export type Events = readonly EvaluationEvent[];

/** A step on an evaluation that is open. */
export type Decide<Type extends StepName> = (
  data: Of<Type>,
  evaluation: Evaluation,
  context: EvaluationContext,
) => Events;

const MISSING = {
  opened: 'EVALUATION_NOT_FOUND',
  collected: 'NOT_COLLECTED',
  frozen: 'NOT_FROZEN',
  computed: 'NOT_COMPUTED',
  reviewed: 'NOT_REVIEWED',
  met: 'MEETING_NOT_HELD',
  approved: 'NOT_APPROVED',
  published: 'NOT_PUBLISHED',
  superseded: 'ALREADY_SUPERSEDED',
} as const satisfies Readonly<Record<EvaluationStatus, string>>;

const placeOf = (status: EvaluationStatus): number => STATUSES.indexOf(status);

/** @throws CommandRejected naming what has to come first, or what has closed the way. */
export function requireStep(step: StepName, evaluation: Evaluation): void {
  const { status } = evaluation;
  const { from } = STEPS[step];
  if (from.includes(status)) return;
  const first = from.find((each) => placeOf(each) > placeOf(status));
  if (first !== undefined) reject(MISSING[first]);
  refusePast(evaluation);
}

/** A result that is out is the first thing to say about any attempt to change what led to it. */
export function refuseClosed(evaluation: Evaluation): void {
  if (evaluation.published !== null || evaluation.superseded !== null) refusePast(evaluation);
}

function refusePast({ status, superseded, published, approved }: Evaluation): never {
  if (superseded !== null) {
    return reject('ALREADY_SUPERSEDED', { byEvaluationId: superseded.byEvaluationId });
  }
  if (published !== null) return reject('ALREADY_PUBLISHED', { number: published.document.number });
  if (approved !== null) return reject('ALREADY_APPROVED', { number: approved.document.number });
  return reject('STEP_PAST', { status });
}

/** @throws CommandRejected SUBJECT_UNKNOWN with those the sheet has. */
export const requireSubject = (subjectId: string, { subjects }: EvaluationContext): Subject =>
  subjects.get(subjectId) ?? reject('SUBJECT_UNKNOWN', { subjectId, known: [...subjects.keys()] });

/** @throws CommandRejected PERSON_UNKNOWN naming the field. */
export function requirePerson(
  field: string,
  personId: string,
  { knownPersonIds }: EvaluationContext,
): void {
  if (!knownPersonIds.has(personId)) reject('PERSON_UNKNOWN', { field, personId });
}
