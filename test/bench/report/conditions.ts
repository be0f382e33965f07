import type { Machine } from '../place/machine';
import type { Place } from '../place/place';
import type { Settings } from '../place/settings';
import { markdownTable } from './markdown-table';

/** Under which conditions a run took place. */
export interface Conditions {
  /** UTC. */
  readonly measuredAt: string;
  readonly place: {
    readonly kind: Place['kind'];
    readonly about: string;
    readonly settings: Settings;
  };
  readonly machine: Machine;
  /** Of the packages that took part, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Why a contender took no part, by contender. */
  readonly leftOut: Readonly<Record<string, string>>;
}

/** The table at the end of a section; `more` adds rows of the scenario's own. */
export const conditionTable = (
  { measuredAt, place, machine, versions }: Conditions,
  more: readonly (readonly [string, string])[],
): string =>
  markdownTable(
    ['What', 'Value'],
    [
      ['Measured at', measuredAt],
      ['Where', place.about],
      ['PostgreSQL', listOf(place.settings)],
      [
        'Machine',
        `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.platform}`,
      ],
      [
        'Load before',
        `${machine.loadBefore.toFixed(1)} processes wanting a core in the minute before`,
      ],
      ['Node', machine.node],
      ['Packages', listOf(versions)],
      ...more,
    ],
  );

const listOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** What a reader must know before believing a figure. */
export function remarks(
  { machine, leftOut, place }: Conditions,
  names: Readonly<Record<string, string>>,
  unfit: string | null,
): readonly string[] {
  const said: string[] = [];
  if (machine.loadBefore > machine.cores / 2) {
    const load = `load ${machine.loadBefore.toFixed(1)} on ${machine.cores} cores`;
    said.push(
      `The machine was busy with other work when the run began (${load}): measure again when it is quiet.`,
    );
  }
  for (const [name, why] of Object.entries(leftOut)) {
    said.push(`${names[name] ?? name} was left out: ${why}.`);
  }
  if (unfit !== null) said.push(`Nothing was judged at ${place.about}: ${unfit}.`);
  return said;
}
