import {
  criteriaCommands,
  criteriaDecider,
  criteriaEvents,
  type CriteriaCommand,
} from '@thidua/evaluation';
import { digestOf } from '@thidua/evidence';
import { localDateOf } from '@thidua/kernel';
import { readTableRules, type ReformSheetRules } from '@thidua/scoring';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { InvalidInput } from '../calls/call-errors';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import type { PastEvent } from '../calls/stream-place';
import { actorFactsOf } from '../organisation/directory-source';

const { OpenCriteriaSheet: _opens, ...openCommands } = criteriaCommands;

export interface OpenCriteriaSheetInput {
  readonly sheetId: string;
  readonly year: number;
  /** The table of the province: a rule set with `subject: REFORM_SHEET`. */
  readonly ruleSet: unknown;
}

/** Who recorded the self-score now in force, by criterion. */
const selfScorersIn = (history: readonly PastEvent[]): ReadonlyMap<string, string> =>
  new Map(
    history.flatMap(({ type, data, metadata }) => {
      const { criterionId, stage } = data as { readonly criterionId?: string; stage?: string };
      const isSelf = type === 'CriterionScored' && stage === 'self';
      return isSelf && criterionId !== undefined ? [[criterionId, metadata.actor.id]] : [];
    }),
  );

async function run(
  parts: ApplicationParts,
  sheetId: string,
  command: CriteriaCommand,
  call: Call,
): Promise<CommandOutcome> {
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const actor = actorFactsOf(directory, call.actor, on);
  return parts.runner.run(
    { decider: criteriaDecider, events: criteriaEvents },
    {
      id: sheetId,
      command,
      call,
      needsHistory: true,
      contextOf: (_state, history) => ({
        actor,
        on,
        sheetId,
        selfScorers: selfScorersIn(history),
      }),
    },
  );
}

/** @throws CommandRejected RULE_SET_INVALID; InvalidInput when the rule set is of another kind. */
function reformRules(input: unknown): ReformSheetRules {
  const rules = readTableRules(input);
  if (rules.subject === 'REFORM_SHEET') return rules;
  const message = 'phải là REFORM_SHEET (must be REFORM_SHEET)';
  throw new InvalidInput([{ path: 'ruleSet.subject', message }]);
}

/** Opens a sheet with the criteria that are on, as they stand in the rule set on that day. */
export async function openCriteriaSheet(
  parts: ApplicationParts,
  { sheetId, year, ruleSet }: OpenCriteriaSheetInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const rules = reformRules(ruleSet);
  const { notArisen, evidenceRequired } = rules.parameters;
  const command = readCommand(criteriaCommands, 'OpenCriteriaSheet', {
    year,
    title: rules.title.vi,
    ruleSet: { id: rules.id, version: rules.version, hash: digestOf(rules) },
    criteria: rules.items
      .filter(({ enabled }) => enabled)
      .map(({ id, title, max, surveyMax, unitId }) => ({
        criterionId: id,
        title: title.vi,
        max,
        surveyMax,
        unitId,
      })),
    notArisen: notArisen.enabled ? notArisen.value : null,
    evidenceRequired: evidenceRequired.enabled,
  });
  return run(parts, sheetId, command, call);
}

export interface CriteriaCommandInput {
  readonly sheetId: string;
  /** Name in the vocabulary, e.g. `ScoreCriterion`. */
  readonly command: string;
  readonly data: unknown;
}

export async function criteriaCommand(
  parts: ApplicationParts,
  { sheetId, command: name, data }: CriteriaCommandInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  return run(parts, sheetId, readCommand(openCommands, name, data), call);
}
