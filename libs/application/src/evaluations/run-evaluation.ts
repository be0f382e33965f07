import {
  evaluationDecider,
  evaluationEvents,
  type EvaluationCommand,
  type EvaluationContext,
  type Subject,
} from '@thidua/evaluation';
import { localDateOf, type LocalDate } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import { evaluations } from '@thidua/projections';
import { AFTER_TIMEOUT_MS, type ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { actorFactsOf } from '../organisation/directory-source';
import { appealDaysOf } from './appeal-days';
import { frozenResult, loadEvaluation } from './load-evaluation';
import type { ScoredResult } from './open-result';

const aggregate = { decider: evaluationDecider, events: evaluationEvents };

/** Whether the command names somebody who must be on the sheet. */
function namesSubject(command: EvaluationCommand): boolean {
  switch (command.type) {
    case 'AdjustScore':
    case 'ReceiveAppeal':
    case 'SupersedeClassification':
      return true;
    case 'RecordReview':
      return command.data.subjectId !== null;
    case 'RecordMeeting':
      return command.data.votes.length > 0;
    default:
      return false;
  }
}

/** Those who may speak for each subject on the day: the person, or the head and deputies of the unit. */
function subjectsOf(
  { subjects }: ScoredResult,
  directory: Directory,
  on: LocalDate,
): ReadonlyMap<string, Subject> {
  const leaders = new Map<string, string[]>();
  for (const personId of directory.peopleOn(on)) {
    for (const { unitId, post } of directory.postsOf(personId, on)) {
      if (post !== 'staff') leaders.set(unitId, [...(leaders.get(unitId) ?? []), personId]);
    }
  }
  return new Map(
    subjects.map(({ subjectId, unitId, personId, band }) => {
      const speakerIds = personId === null ? (leaders.get(unitId) ?? []) : [personId];
      return [subjectId, { unitId, personId, speakerIds, band }] as const;
    }),
  );
}

type LookedUp = Pick<EvaluationContext, 'subjects' | 'appealDays'>;

/** Only what the command needs is looked up; an evaluation that has no sheet yet has no subjects. */
async function lookUp(
  parts: ApplicationParts,
  { evaluationId, command }: EvaluationRun,
  on: LocalDate,
): Promise<LookedUp> {
  if (!namesSubject(command)) return { subjects: new Map(), appealDays: null };
  const evaluation = await loadEvaluation(parts, evaluationId);
  const appealDays =
    command.type === 'ReceiveAppeal' ? await appealDaysOf(parts, evaluation, on) : null;
  if (evaluation.computed === null) return { subjects: new Map(), appealDays };
  const directory = await parts.directory.current();
  const result = await frozenResult(parts, evaluation);
  return { subjects: subjectsOf(result, directory, on), appealDays };
}

export interface EvaluationRun {
  readonly evaluationId: string;
  readonly command: EvaluationCommand;
}

/** An evaluation command that is known to be well formed, with what its decision needs looked up. */
export async function runEvaluation(
  parts: ApplicationParts,
  run: EvaluationRun,
  call: Call,
): Promise<CommandOutcome> {
  const on = localDateOf(call.occurredAt);
  const directory = await parts.directory.current();
  const context: EvaluationContext = {
    actor: actorFactsOf(directory, call.actor, on),
    on,
    knownPersonIds: directory.personIds,
    ...(await lookUp(parts, run, on)),
  };
  const { evaluationId: id, command } = run;
  return parts.runner.run(aggregate, { id, command, call, contextOf: () => context });
}

/** Waits until the cycles shown hold the last event written: the next question must meet it. */
export async function waitForEvaluations(
  parts: ApplicationParts,
  outcomes: readonly CommandOutcome[],
): Promise<void> {
  const last = outcomes.findLast(({ position }) => position !== null)?.position;
  if (last === undefined || last === null) return;
  const names = [evaluations.name];
  await parts.projections.waitFor(BigInt(last), { timeoutMs: AFTER_TIMEOUT_MS, names });
}
