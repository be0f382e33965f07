import type { EvaluationCommand } from '@thidua/evaluation';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { partOf } from '../calls/derived-call';
import { readDay } from '../calls/read-day';
import { requireHappened } from '../calls/require-happened';
import { runEvaluation, waitForEvaluations } from '../evaluations/run-evaluation';
import { resultOfUnits } from '../evaluations/scored-result';
import { computeSheet, defaultAsOf, findRuleSet } from './compute-sheet';

export interface FreezeScoreInput {
  readonly year: number;
  /** Null: the last day of the year, or today while it runs. */
  readonly asOf: string | null;
  /** Null: the one in force for the year. */
  readonly ruleSet: string | null;
}

export interface FreezeScoreOutcome {
  readonly evaluationId: string;
  readonly position: string;
  readonly asOf: string;
  readonly sheetHash: string;
  readonly events: CommandOutcome['events'];
}

/** Opens the year's evaluation, freezes it at the position the sheet was computed at, and records the hashes. */
export async function freezeScore(
  parts: ApplicationParts,
  input: FreezeScoreInput,
  call: Call,
): Promise<FreezeScoreOutcome> {
  requireHappened(call, parts.now());
  const { year } = input;
  const ruleSet = findRuleSet(input.ruleSet ?? undefined, year);
  const asOf = input.asOf === null ? defaultAsOf(parts, year) : readDay('asOf', input.asOf);
  const head = await parts.store.head();
  const sheet = await computeSheet(parts, {
    year,
    asOf,
    position: head,
    ruleSet,
    after: undefined,
  });
  await parts.sheets.keep(await resultOfUnits(sheet));
  const evaluationId = `${year}.${ruleSet.id}`;
  const { position, inputHash, sheetHash } = sheet;
  const hashed = { id: ruleSet.id, version: ruleSet.version, hash: sheet.ruleSet.hash };
  const commands: readonly EvaluationCommand[] = [
    { type: 'OpenEvaluation', data: { evaluationId, year, ruleSet: hashed } },
    { type: 'CloseCollection', data: {} },
    { type: 'FreezeEvaluation', data: { position, asOf } },
    {
      type: 'RecordScore',
      data: { position, asOf, ruleSetHash: hashed.hash, inputHash, sheetHash },
    },
  ];
  const outcomes: CommandOutcome[] = [];
  for (const command of commands) {
    outcomes.push(
      await runEvaluation(parts, { evaluationId, command }, partOf(call, command.type)),
    );
  }
  await waitForEvaluations(parts, outcomes);
  return {
    evaluationId,
    position,
    asOf,
    sheetHash,
    events: outcomes.flatMap(({ events }) => events),
  };
}
