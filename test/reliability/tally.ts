import { appendFileSync } from 'node:fs';

/** What was counted in a run; the first three columns are sizes, all others are to be what `violations` wants. */
export interface Tally {
  readonly fault: string;
  /** How often the fault was made. */
  readonly rounds: number;
  /** Commands that were answered. */
  readonly acknowledged: number;
  /** Answers given again to a command that was sent again. */
  readonly repeated: number;
  /** Acknowledged commands whose events are in the log where the answer said. */
  readonly stored: number;
  /** Events or effects that are there more than once, and commands answered in two ways. */
  readonly duplicates: number;
  /** Missing positions of the log and missing revisions of streams. */
  readonly gaps: number;
  /** What followed by itself (a process manager, a job), and how much of it there should be. */
  readonly effects: number;
  readonly effectsDue: number;
  /** Read models compared with a rebuild, and those that were equal; null where the run has none. */
  readonly readModels: { readonly compared: number; readonly equal: number } | null;
}

/** Each way in which the numbers are not what was promised, in words; empty when all is well. */
export function violations(tally: Tally): readonly string[] {
  const { acknowledged, stored, duplicates, gaps, effects, effectsDue, readModels } = tally;
  const wrong: string[] = [];
  if (acknowledged === 0) wrong.push('nothing was acknowledged, so nothing was tried');
  if (stored !== acknowledged) wrong.push(`${acknowledged - stored} acknowledged are not stored`);
  if (duplicates !== 0) wrong.push(`${duplicates} duplicates`);
  if (gaps !== 0) wrong.push(`${gaps} gaps`);
  if (effects !== effectsDue) wrong.push(`${effects} effects where ${effectsDue} are due`);
  if (readModels !== null && readModels.compared === 0) wrong.push('no read model was compared');
  if (readModels !== null && readModels.equal !== readModels.compared)
    wrong.push(`${readModels.compared - readModels.equal} read models differ from a rebuild`);
  return wrong;
}

/** Hands the numbers to `scripts/reliability.mjs`, which prints them; does nothing in an ordinary test run. */
export function reportTally(tally: Tally): void {
  const file = process.env['RELIABILITY_REPORT'];
  if (file === undefined || file === '') return;
  appendFileSync(file, `${JSON.stringify({ ...tally, violations: violations(tally) })}\n`);
}
