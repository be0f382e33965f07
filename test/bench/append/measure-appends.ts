import type { ContenderChild } from '../measure/contender-child';
import type { SliceTiming } from '../measure/slice';
import { slicesOf, turnsOf } from '../measure/turns';
import type { AppendCase } from './append-cases';
import type { Repetition } from './append-result';
import type { ContenderName } from './contenders/contenders';

export interface Rival {
  readonly name: ContenderName;
  readonly child: ContenderChild;
}

export interface Plan {
  readonly reps: number;
  readonly say: (line: string) => void;
}

const SLICES = 5;

/**
 * Measures every case in every repetition, after one repetition whose figures are thrown away.
 * @throws Error when a contender fails, or finds fewer or more events in the database than it was asked to write.
 */
export async function measureAppends(
  cases: readonly AppendCase[],
  rivals: readonly Rival[],
  { reps, say }: Plan,
): Promise<readonly Repetition[]> {
  const measured: Repetition[] = [];
  for (let repetition = 0; repetition <= reps; repetition += 1) {
    for (const one of cases) {
      const round = await measureOnce(one, rivals, repetition);
      if (repetition > 0) measured.push(...round);
      say(
        `${repetition === 0 ? 'warm-up' : `${repetition}/${reps}`} ${one.name}: ${ratesOf(round)}`,
      );
    }
  }
  const perRepetition = cases.reduce((sum, one) => sum + one.appendCount * one.eventsPerAppend, 0);
  await countEvents(rivals, perRepetition * (reps + 1));
  return measured;
}

async function measureOnce(
  one: AppendCase,
  rivals: readonly Rival[],
  repetition: number,
): Promise<readonly Repetition[]> {
  const sizes = slicesOf(one.appendCount, SLICES);
  const timings = new Map<Rival, SliceTiming[]>(rivals.map((rival) => [rival, []]));
  for (const turn of turnsOf(rivals, { sliceCount: sizes.length, offset: repetition })) {
    const { writers, eventsPerAppend } = one;
    const appendCount = sizes[turn.slice] ?? 0;
    const timing = await turn.contender.child.ask('slice', {
      appendCount,
      writers,
      eventsPerAppend,
    });
    timings.get(turn.contender)?.push(timing);
  }
  return [...timings].map(([{ name }, slices]) => ({
    case: one.name,
    contender: name,
    repetition,
    eventCount: one.appendCount * one.eventsPerAppend,
    seconds: slices.reduce((sum, { seconds }) => sum + seconds, 0),
    latenciesMs: slices.flatMap(({ latenciesMs }) => latenciesMs),
  }));
}

async function countEvents(rivals: readonly Rival[], expected: number): Promise<void> {
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
