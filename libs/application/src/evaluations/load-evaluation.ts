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
 * The frozen sheet with the hash on record: as it was kept when it was recorded, proved by that hash. One recorded before
 * sheets were kept is computed again, and kept from then on.
 * @throws CommandRejected SHEET_NOT_FROZEN, SHEET_DIFFERS_FROM_RECORD.
 */
export async function openFrozen(
  parts: ApplicationParts,
  evaluation: Evaluation,
): Promise<OpenResult> {
  const { computed } = evaluation;
  if (computed === null) return computeFrozen(parts, evaluation);
  const kept = await parts.sheets.open(computed.sheetHash);
  if (kept !== null) return kept;
  const opened = await computeFrozen(parts, evaluation);
  await parts.sheets.keep(opened);
  return opened;
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
