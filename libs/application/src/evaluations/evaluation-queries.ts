import { Readable } from 'node:stream';
import { openPartOf, rejectEvaluation } from '@thidua/evaluation';
import {
  evaluations as cycles,
  getEvaluation,
  listEvaluations,
  type Evaluation,
} from '@thidua/projections';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { limitOf, type Asked } from '../reading/for-score-readers';
import { loadEvaluation, openFrozen } from './load-evaluation';

export interface EvaluationsAnswer extends AnswerHeader {
  readonly evaluations: readonly Evaluation[];
  /** False when parts about others than whoever asked were left out. */
  readonly isWhole: boolean;
}

type OpenPart = (evaluation: Evaluation) => Evaluation;

/** Cycles are given whole to those to whom all scores are open, and to others without what is about others. */
async function openPartTo(
  parts: ApplicationParts,
  { asker }: Asked,
): Promise<{ readonly isWhole: boolean; readonly open: OpenPart }> {
  const limit = await limitOf(parts, asker);
  return limit === null
    ? { isWhole: true, open: (evaluation) => evaluation }
    : { isWhole: false, open: (evaluation) => openPartOf(evaluation, limit.subjectIds) };
}

/** Cycles of a year, or of all, the latest year first. */
export async function evaluations(
  parts: ApplicationParts,
  input: AfterInput & Asked & { readonly year?: number | undefined },
): Promise<EvaluationsAnswer> {
  const { isWhole, open } = await openPartTo(parts, input);
  return answer(parts, cycles, input.after, async (reader) => ({
    evaluations: (await listEvaluations(reader, input.year ?? null)).map(open),
    isWhole,
  }));
}

export interface EvaluationAnswer extends AnswerHeader {
  readonly evaluation: Evaluation;
  /** False when parts about others than whoever asked were left out. */
  readonly isWhole: boolean;
}

/** @throws CommandRejected EVALUATION_NOT_FOUND. */
export async function evaluation(
  parts: ApplicationParts,
  input: AfterInput & Asked & { readonly evaluationId: string },
): Promise<EvaluationAnswer> {
  const { isWhole, open } = await openPartTo(parts, input);
  const { evaluationId } = input;
  return answer(parts, cycles, input.after, async (reader) => {
    const found = await getEvaluation(reader, evaluationId);
    return {
      evaluation: open(found ?? rejectEvaluation('EVALUATION_NOT_FOUND', { evaluationId })),
      isWhole,
    };
  });
}

/**
 * The sheet of the freeze as a document of JSON text: no names and no present state, so that it is the same byte for byte
 * for ever. A stream, because the sheet of a province does not fit in memory; whoever asked reads it to its end or
 * destroys it.
 * @throws CommandRejected SHEET_NOT_FROZEN, SHEET_DIFFERS_FROM_RECORD.
 */
export async function evaluationSheet(
  parts: ApplicationParts,
  { evaluationId }: { readonly evaluationId: string },
): Promise<Readable> {
  const opened = await openFrozen(parts, await loadEvaluation(parts, evaluationId));
  return Readable.from(opened.document()).once('close', () => void opened.close());
}
