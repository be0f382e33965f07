import type { ContenderChild } from '../measure/contender-child';
import { withChildren } from '../measure/contender-child';
import type { ContestQuestions } from '../measure/questions';
import { repsOf, type BenchOptions } from '../options';
import { describeMachine } from '../place/machine';
import type { Place } from '../place/place';
import { unfitFor, type Settings } from '../place/settings';
import type { Conditions } from '../report/conditions';
import type { BenchContext } from '../scenario';
import type { Case } from './case';
import { caseResult, type CaseResult } from './case-result';
import { measureCases, type Rival } from './measure';
import type { Participants } from './participants';

/** A comparison in the making: who takes part, and what they are given when they open. */
export interface Contest<Job, Opening> {
  readonly entry: string;
  readonly cases: readonly Case<Job>[];
  readonly participants: Participants;
  readonly openingFor: (contender: string) => Opening;
  readonly options: BenchOptions;
  /** Looks at the rivals before they close, e.g. whether they hold what they were asked to write. */
  readonly inspect?: (rivals: readonly Rival<Job, Opening>[]) => Promise<void>;
}

/** What came of it. */
export interface ContestOutcome {
  readonly results: readonly CaseResult[];
  readonly conditions: Conditions;
  /** Why nothing here can be judged; null when it can. */
  readonly unfit: string | null;
}

/**
 * Runs every contender in a process of its own; they take turns in slices.
 * @throws Error when a contender fails, or two see different settings: their commits would not promise the same.
 */
export function runContest<Job, Opening>(
  place: Place,
  contest: Contest<Job, Opening>,
  { say }: Pick<BenchContext, 'say'>,
): Promise<ContestOutcome> {
  const { entry, cases, participants, openingFor, options } = contest;
  const machine = describeMachine();
  return withChildren(async (start) => {
    const rivals = participants.names.map((name) => ({
      name,
      child: start<ContestQuestions<Job, Opening>>(name, entry),
    }));
    const settings = await openAll(rivals, openingFor);
    const repetitions = await measureCases(cases, rivals, { reps: repsOf(options), say });
    await contest.inspect?.(rivals);
    for (const { child } of rivals) await (child as Closing).ask('close', null);
    return {
      results: cases.map((one) => caseResult(one, participants.names, repetitions)),
      conditions: {
        measuredAt: new Date().toISOString(),
        place: { kind: place.kind, about: place.about, settings },
        machine,
        versions: participants.versions,
        leftOut: participants.leftOut,
      },
      unfit: unfitFor(options, place.kind, settings),
    };
  });
}

type Closing = ContenderChild<Pick<ContestQuestions<never>, 'close'>>;

async function openAll<Job, Opening>(
  rivals: readonly Rival<Job, Opening>[],
  openingFor: (contender: string) => Opening,
): Promise<Settings> {
  const seen: Settings[] = [];
  for (const { name, child } of rivals) {
    const opening = child as ContenderChild<{
      readonly open: { readonly asks: Opening; readonly answers: Settings };
    }>;
    seen.push(await opening.ask('open', openingFor(name)));
  }
  const [settings = {}, ...others] = seen;
  if (others.some((other) => JSON.stringify(other) !== JSON.stringify(settings))) {
    throw new Error(`The contenders run under different settings: ${JSON.stringify(seen)}`);
  }
  return settings;
}
