import type { LocalDate, UnitId } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import type { ApplicationParts } from '../application-parts';
import type { CellKind, Findings } from './frame/findings';

/** Names of the units and people the answer speaks of, by id; whoever has none is left out. */
export interface Names {
  readonly units: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

/** Ids that stand in cells of a kind. */
function idsOfKind({ sections }: Findings, kind: CellKind): readonly string[] {
  const cells = sections.flatMap(({ columns, rows }) => {
    const fields = columns.filter((column) => column.kind === kind).map(({ field }) => field);
    return rows.flatMap((row) => fields.flatMap((field) => row[field]));
  });
  return [...new Set(cells.filter((cell) => typeof cell === 'string'))].sort();
}

/** Units as they were called on the day, or by the last name of one that had ended by then. */
export async function namesIn(
  parts: ApplicationParts,
  findings: Findings,
  asOf: LocalDate,
): Promise<Names> {
  const directory = await parts.directory.current();
  const people = await parts.people.names();
  const pairs = (ids: readonly string[], nameOf: (id: string) => string | null | undefined) =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const name = nameOf(id);
        return name === null || name === undefined ? [] : [[id, name]];
      }),
    );
  return {
    units: pairs(idsOfKind(findings, 'unit'), (id) => nameOf(directory, id, asOf)),
    people: pairs(idsOfKind(findings, 'person'), (id) => people.get(id)),
  };
}

function nameOf(directory: Directory, unitId: UnitId, on: LocalDate): string | null {
  const lastOn = directory.lastChangeOn(unitId);
  const name = directory.nameOn(unitId, on);
  return name ?? (lastOn === null ? null : directory.nameOn(unitId, lastOn));
}
