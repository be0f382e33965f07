import { Readable } from 'node:stream';
import { rejectEvaluation } from '@thidua/evaluation';
import {
  evaluations as cycles,
  getEvaluation,
  listEvaluations,
  type Evaluation,
} from '@thidua/projections';
import type { AfterInput, AnswerHeader, ApplicationParts } from '../application-parts';
import { answer } from '../calls/answer';
import { loadEvaluation, openFrozen } from './load-evaluation';

export interface EvaluationsAnswer extends AnswerHeader {
  readonly evaluations: readonly Evaluation[];
}

/** Cycles of a year, or of all, the latest year first. */
export const evaluations = (
  parts: ApplicationParts,
  input: AfterInput & { readonly year?: number | undefined },
): Promise<EvaluationsAnswer> =>
  answer(parts, cycles, input.after, async (reader) => ({
    evaluations: await listEvaluations(reader, input.year ?? null),
  }));

export interface EvaluationAnswer extends AnswerHeader {
  readonly evaluation: Evaluation;
}

export const evaluation = (
  parts: ApplicationParts,
  input: AfterInput & { readonly evaluationId: string },
): Promise<EvaluationAnswer> =>
  answer(parts, cycles, input.after, async (reader) => {
    const found = await getEvaluation(reader, input.evaluationId);
    const { evaluationId } = input;
    return { evaluation: found ?? rejectEvaluation('EVALUATION_NOT_FOUND', { evaluationId }) };
  });

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
