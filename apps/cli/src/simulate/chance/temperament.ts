import { seededRandom, type SeededRandom } from './seeded-random';

/** What makes one unit's year differ from another's: whole percentages, 100 being the table's own habit. */
export interface Temperament {
  /** How strongly the unit tends to finish late or not at all. */
  readonly delayPercent: number;
  /** How strongly it tends to miss or delay its monthly reports. */
  readonly silencePercent: number;
  /** How often its work comes back. */
  readonly errorPercent: number;
}

/** Drawn once for a unit and a seed; most units lie near the middle because two draws are averaged. */
export function temperamentOf(seed: string, unitId: string): Temperament {
  const random = seededRandom(`${seed}|temperament|${unitId}`);
  return {
    delayPercent: aroundMiddle(random),
    silencePercent: aroundMiddle(random),
    errorPercent: aroundMiddle(random),
  };
}

const aroundMiddle = (random: SeededRandom): number =>
  Math.round((random.between(40, 180) + random.between(40, 180)) / 2);

/** Weights with the named ones raised or lowered by the temperament. */
export function tilted<Name extends string>(
  weights: Readonly<Record<Name, number>>,
  names: readonly NoInfer<Name>[],
  percent: number,
): Record<Name, number> {
  const changed = Object.entries(weights) as [Name, number][];
  return Object.fromEntries(
    changed.map(([name, weight]) => [
      name,
      names.includes(name) ? Math.round((weight * percent) / 100) : weight,
    ]),
  ) as Record<Name, number>;
}
