import type { RatedClass } from '../rated-class';
import type { DecreeSheet, RatingStatus } from '../result';

interface Standing {
  readonly status: RatingStatus;
  readonly class: RatedClass | null;
  /** Exact points of the year; null where there are none. */
  readonly total: string | null;
}

/** Somebody who stands differently in two sheets; null where a sheet does not have them. */
export interface ChangedStanding {
  readonly id: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

function standings({ people, units }: DecreeSheet): ReadonlyMap<string, Standing> {
  return new Map([
    ...people.map(
      ({ personId, status, class: rated, year }) =>
        [personId, { status, class: rated, total: year?.exact ?? null }] as const,
    ),
    ...units.map(
      ({ unitId, status, class: rated, total }) =>
        [unitId, { status, class: rated, total: total?.exact ?? null }] as const,
    ),
  ]);
}

const isSame = (a: Standing | null, b: Standing | null): boolean =>
  a?.status === b?.status && a?.class === b?.class && a?.total === b?.total;

/**
 * Whose class or points differ between a sheet and the one done again in its place (Điều 21.3): what the superseding
 * decision has to name. Sorted by id.
 */
export function sheetChanges(before: DecreeSheet, after: DecreeSheet): readonly ChangedStanding[] {
  const [old, fresh] = [standings(before), standings(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .sort()
    .map((id) => ({ id, before: old.get(id) ?? null, after: fresh.get(id) ?? null }))
    .filter((each) => !isSame(each.before, each.after));
}
