import type { ContenderChild } from '../measure/contender-child';
import type { ContestQuestions } from '../measure/questions';
import type { SliceTiming } from '../measure/slice';
import { slicesOf, turnsOf } from '../measure/turns';
import type { Case } from './case';
import type { Repetition } from './case-result';

export interface Rival<Job, Opening> {
  readonly name: string;
  readonly child: ContenderChild<ContestQuestions<Job, Opening>>;
}

export interface Plan {
  readonly reps: number;
  readonly say: (line: string) => void;
}

/** Measures every case in every repetition, after one repetition whose figures are thrown away. */
export async function measureCases<Job, Opening>(
  cases: readonly Case<Job>[],
  rivals: readonly Rival<Job, Opening>[],
  { reps, say }: Plan,
): Promise<readonly Repetition[]> {
  const measured: Repetition[] = [];
  for (let repetition = 0; repetition <= reps; repetition += 1) {
    for (const one of cases) {
      const taking = rivals.filter(({ name }) => one.only?.includes(name) ?? true);
      const round = await measureOnce(one, taking, repetition);
      if (repetition > 0) measured.push(...round);
      say(
        `${repetition === 0 ? 'warm-up' : `${repetition}/${reps}`} ${one.name}: ${ratesOf(round)}`,
      );
    }
  }
  return measured;
}

async function measureOnce<Job, Opening>(
  one: Case<Job>,
  rivals: readonly Rival<Job, Opening>[],
  repetition: number,
): Promise<readonly Repetition[]> {
  const sizes = slicesOf(one.amount, one.sliceCount);
  const timings = new Map<Rival<Job, Opening>, SliceTiming[]>(rivals.map((rival) => [rival, []]));
  for (const turn of turnsOf(rivals, { sliceCount: sizes.length, offset: repetition })) {
    const { child } = turn.contender;
    const timing = await child.ask('slice', one.jobOf(sizes[turn.slice] ?? 0));
    timings.get(turn.contender)?.push(timing);
  }
  return [...timings].map(([{ name }, slices]) => ({
    case: one.name,
    contender: name,
    repetition,
    eventCount: one.amount * one.eventsPerUnit,
    seconds: slices.reduce((sum, { seconds }) => sum + seconds, 0),
    latenciesMs: slices.flatMap(({ latenciesMs }) => latenciesMs),
  }));
}

/** @throws Error when a contender finds fewer or more events than it was asked to write. */
export async function requireCount<Job, Opening>(
  rivals: readonly Rival<Job, Opening>[],
  expected: number,
): Promise<void> {
  for (const { name, child } of rivals) {
    const found = await child.ask('count', null);
    if (found !== expected) {
      throw new Error(`${name} was asked to write ${expected} events and has ${found}`);
    }
  }
}

const ratesOf = (round: readonly Repetition[]): string =>
  round
    .map(
      ({ contender, eventCount, seconds }) => `${contender} ${Math.round(eventCount / seconds)}/s`,
    )
    .join(', ');
