import { evaluationCommands } from '@thidua/evaluation';
import { localDateOf } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
import { readCommand } from '../calls/read-command';
import { readDay } from '../calls/read-day';
import { requireHappened } from '../calls/require-happened';
import { lastDayOf } from '../scores/compute-sheet';
import { computeFrozen, frozenResult, loadEvaluation } from './load-evaluation';
import { runEvaluation } from './run-evaluation';
import { eventsAfter, rankMovesBetween, ruleSetReference, scoreUnder } from './scored-result';

/** Opening, freezing, computing and amending have use cases of their own: what they record is computed here. */
const {
  OpenEvaluation: _opens,
  FreezeEvaluation: _freezes,
  RecordScore: _computes,
  RecordAmendment: _amends,
  ...openCommands
} = evaluationCommands;

export interface OpenEvaluationInput {
  readonly year: number;
  /** Null: the one in force for the year. */
  readonly ruleSet: string | null;
  /** Null: made of year and rule set; another one is needed where an evaluation is to supersede it. */
  readonly evaluationId: string | null;
}

export function openEvaluation(
  parts: ApplicationParts,
  input: OpenEvaluationInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const { year } = input;
  const ruleSet = ruleSetReference(input.ruleSet ?? undefined, year);
  const evaluationId = input.evaluationId ?? `${year}.${ruleSet.id}`;
  const data = { evaluationId, year, ruleSet };
  const command = readCommand(evaluationCommands, 'OpenEvaluation', data);
  return runEvaluation(parts, { evaluationId, command }, call);
}

export interface EvaluationCommandInput {
  readonly evaluationId: string;
  /** Name in the vocabulary, e.g. `RecordMeeting`. */
  readonly command: string;
  readonly data: unknown;
}

export function evaluationCommand(
  parts: ApplicationParts,
  { evaluationId, command: name, data }: EvaluationCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const command = readCommand(openCommands, name, data);
  return runEvaluation(parts, { evaluationId, command }, call);
}

export interface FreezeEvaluationInput {
  readonly evaluationId: string;
  /** Null: the last day of the year, or the day of the call while it runs. */
  readonly asOf: string | null;
  /** Log position as a decimal string; null: as far as the log has come. */
  readonly position: string | null;
}

/** Freezes at a position the log holds; asked again without one, it stays where it was frozen. */
export async function freezeEvaluation(
  parts: ApplicationParts,
  { evaluationId, ...input }: FreezeEvaluationInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const { year, frozen } = await loadEvaluation(parts, evaluationId);
  const head = await parts.store.head();
  const position = input.position ?? frozen?.position ?? head.toString();
  if (BigInt(position) > head) {
    return rejectCall('POSITION_NOT_REACHED', { position, reached: head.toString() });
  }
  const on = localDateOf(call.occurredAt);
  const usual = frozen?.asOf ?? (on < lastDayOf(year) ? on : lastDayOf(year));
  const asOf = input.asOf === null ? usual : readDay('asOf', input.asOf);
  const command = { type: 'FreezeEvaluation', data: { position, asOf } } as const;
  return runEvaluation(parts, { evaluationId, command }, call);
}

export interface EvaluationInput {
  readonly evaluationId: string;
}

/** Computes the sheet at the freeze and records its hashes; again, it only shows that they are the same. */
export async function computeEvaluation(
  parts: ApplicationParts,
  { evaluationId }: EvaluationInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const evaluation = await loadEvaluation(parts, evaluationId);
  const { frozen } = evaluation;
  if (frozen === null) return rejectCall('SHEET_NOT_FROZEN', { evaluation: evaluationId });
  const opened = await computeFrozen(parts, evaluation);
  try {
    // Kept first: a sheet on record is always there to be read, one nobody recorded harms nothing.
    await parts.sheets.keep(opened);
  } finally {
    await opened.close();
  }
  const { ruleSet, inputHash, sheetHash } = opened.result;
  const { position, asOf } = frozen;
  const data = { position, asOf, ruleSetHash: ruleSet.hash, inputHash, sheetHash };
  return runEvaluation(parts, { evaluationId, command: { type: 'RecordScore', data } }, call);
}

/** Records what the facts that came after the freeze would have changed. Nothing is recorded where they change nothing. */
export async function amendEvaluation(
  parts: ApplicationParts,
  { evaluationId, reason }: EvaluationInput & { readonly reason: string },
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const evaluation = await loadEvaluation(parts, evaluationId);
  const { year, frozen, ruleSet } = evaluation;
  const before = await frozenResult(parts, evaluation);
  if (frozen === null) return rejectCall('SHEET_NOT_FROZEN', { evaluation: evaluationId });
  const { asOf } = frozen;
  const position = await parts.store.head();
  const after = await scoreUnder(parts, ruleSet.id, { year, asOf, position });
  const since = { year, asOf, position: BigInt(frozen.position) };
  const command = readCommand(evaluationCommands, 'RecordAmendment', {
    position: position.toString(),
    sheetHash: after.sheetHash,
    causeEventIds: await eventsAfter(parts, ruleSet.id, since),
    rankMoves: rankMovesBetween(before, after),
    reason,
  });
  return runEvaluation(parts, { evaluationId, command }, call);
}
