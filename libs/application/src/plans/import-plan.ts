import { sha256 } from '@thidua/evidence';
import { CommandRejected, localDateOf } from '@thidua/kernel';
import { decodePlanFile, parsePlan, type PlanDraft } from '@thidua/plan-import';
import { planCommands, planDecider, planEvents, planIdOf, type PlanCommand } from '@thidua/plan';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { rejectCall } from '../calls/call-errors';
import { parseInput } from '../calls/parse-input';
import { readDay } from '../calls/read-day';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';

export interface ImportPlanInput {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  /** May still be blank on paper; then it is given when the plan is issued. */
  readonly number: string | null;
  readonly date: string | null;
  /** Stated where the title names no year. */
  readonly year: number | null;
}

export interface ImportPlanOutcome extends CommandOutcome {
  readonly planId: string;
  /** True when this very file is a plan already: nothing was added. */
  readonly alreadyImported: boolean;
  readonly title: string;
  readonly taskCount: number;
  readonly targetCount: number;
  readonly warnings: PlanDraft['warnings'];
}

/** Reads a plan into drafts. The plan's id comes from the file, so one file is imported once. */
export async function importPlan(
  parts: ApplicationParts,
  input: ImportPlanInput,
  call: Call,
): Promise<ImportPlanOutcome> {
  requireHappened(call, parts.now());
  const draft = parsePlan(
    decodePlanFile(input.bytes).text,
    input.year === null ? {} : { year: input.year },
  );
  const fileSha256 = sha256(input.bytes);
  const planId = planIdOf(fileSha256);
  const data = parseInput(
    planCommands.ImportPlan.data,
    importedData(draft, input, planId, fileSha256),
  );
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(directory, call.actor, on);
  const command: PlanCommand = { type: 'ImportPlan', data };
  const summary = {
    planId,
    title: data.title,
    taskCount: draft.tasks.length,
    targetCount: draft.targets.length,
    warnings: draft.warnings,
  };
  try {
    const outcome = await parts.runner.run(
      { decider: planDecider, events: planEvents },
      { id: planId, command, call, contextOf: () => ({ actor, on, resolutions: {} }) },
    );
    return { ...outcome, ...summary, alreadyImported: false };
  } catch (error) {
    // The same file again is no mistake of the caller's: it is told so and nothing is added.
    if (!(error instanceof CommandRejected) || error.code !== 'PLAN_ALREADY_IMPORTED') throw error;
    const nothing = {
      stream: `${planDecider.category}-${planId}`,
      revision: null,
      position: null,
      repeated: true,
      events: [],
    };
    return { ...nothing, ...summary, alreadyImported: true };
  }
}

const lines = ({
  line,
  lastLine,
}: {
  readonly line: number;
  readonly lastLine?: number | undefined;
}) => ({
  line,
  lastLine: lastLine ?? line,
});

function importedData(
  draft: PlanDraft,
  input: ImportPlanInput,
  planId: string,
  fileSha256: string,
): unknown {
  const year = draft.year ?? input.year ?? rejectCall('PLAN_YEAR_UNKNOWN');
  return {
    planId,
    title: draft.title ?? input.fileName ?? planId,
    year,
    number: input.number,
    date: input.date === null ? null : readDay('date', input.date),
    fileSha256,
    fileName: input.fileName,
    tasks: draft.tasks.map(({ origin, ...task }) => ({
      ...task,
      origin: Object.fromEntries(
        Object.entries(origin).map(([field, place]) => [field, lines(place)]),
      ),
    })),
    targets: draft.targets.map(({ origin, ...target }) => ({
      ...target,
      year: target.year ?? year,
      origin: { text: lines(origin) },
    })),
    warnings: draft.warnings.map(({ code, line, message }) => ({ code, line, message })),
    sourceDocuments: [],
  };
}
