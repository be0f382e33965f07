import { evaluationDecider, rejectEvaluation, type Evaluation } from '@thidua/evaluation';
import { streamName } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import { rejectCall } from '../calls/call-errors';
import { foldStream } from '../calls/fold-stream';
import type { OpenResult, ScoredResult } from './open-result';
import { openScored } from './scored-result';

/** The evaluation as its stream has it now. @throws CommandRejected EVALUATION_NOT_FOUND. */
export async function loadEvaluation(
  parts: Pick<ApplicationParts, 'store'>,
  evaluationId: string,
): Promise<Evaluation> {
  const history = await parts.store.readStream(
    streamName(evaluationDecider.category, evaluationId),
  );
  const state = foldStream(evaluationDecider, history);
  return state.status === 'absent'
    ? rejectEvaluation('EVALUATION_NOT_FOUND', { evaluationId })
    : state;
}

/**
 * The sheet at the position and day of the freeze, computed from the log as it was then. Once a hash is recorded nothing
 * else is ever given out.
 * @throws CommandRejected SHEET_NOT_FROZEN, SHEET_DIFFERS_FROM_RECORD.
 */
export async function computeFrozen(
  parts: ApplicationParts,
  evaluation: Evaluation,
): Promise<OpenResult> {
  const { evaluationId, year, ruleSet, frozen, computed } = evaluation;
  if (frozen === null) return rejectCall('SHEET_NOT_FROZEN', { evaluation: evaluationId });
  const request = { year, asOf: frozen.asOf, position: BigInt(frozen.position) };
  const opened = await openScored(parts, ruleSet.id, request);
  const { sheetHash } = opened.result;
  const recorded = computed?.sheetHash ?? sheetHash;
  if (sheetHash === recorded) return opened;
  await opened.close();
  const differing = { evaluation: evaluationId, recorded, computed: sheetHash };
  return rejectCall('SHEET_DIFFERS_FROM_RECORD', differing);
}

/**
 * The frozen sheet with the hash on record: the copy kept when it was computed, proved by that hash, or computed again.
 * @throws CommandRejected SHEET_NOT_FROZEN, SHEET_DIFFERS_FROM_RECORD.
 */
export async function openFrozen(
  parts: ApplicationParts,
  evaluation: Evaluation,
): Promise<OpenResult> {
  const { evaluationId, computed } = evaluation;
  const kept = computed && (await parts.sheets.open(evaluationId, computed.sheetHash));
  return kept ?? computeFrozen(parts, evaluation);
}

/** What the frozen sheet says, without the sheet. */
export async function frozenResult(
  parts: ApplicationParts,
  evaluation: Evaluation,
): Promise<ScoredResult> {
  const opened = await openFrozen(parts, evaluation);
  await opened.close();
  return opened.result;
}
