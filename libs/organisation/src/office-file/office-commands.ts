import type { PersonId, UnitId } from '@thidua/kernel';
import type { OfficialCommand } from '../official/official.commands';
import type { UnitCommand } from '../unit/unit.commands';
import type { OfficeFile } from './office-file';

/** What an office file asks for, in an order in which every step is possible. */
export interface OfficeCommands {
  /** Parents before the units under them. */
  readonly units: readonly { readonly unitId: UnitId; readonly command: UnitCommand }[];
  /** After all units. */
  readonly officials: readonly {
    readonly personId: PersonId;
    readonly command: OfficialCommand;
  }[];
  /** For the directory table; no command carries a name. */
  readonly names: readonly {
    readonly personId: PersonId;
    readonly name: string;
    readonly email: string | null;
  }[];
}

type FileUnit = OfficeFile['units'][number];

function depthOf(unit: FileUnit, units: ReadonlyMap<UnitId, FileUnit>): number {
  let depth = 0;
  for (let at = unit.parentUnitId; at !== null; at = units.get(at)?.parentUnitId ?? null) {
    depth += 1;
  }
  return depth;
}

/** Turns a file that was read without problems into commands. */
export function officeCommands({ units, people }: OfficeFile): OfficeCommands {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const parentsFirst = units.toSorted((a, b) => depthOf(a, byId) - depthOf(b, byId));
  return {
    units: parentsFirst.map((data) => ({
      unitId: data.unitId,
      command: { type: 'FoundUnit', data },
    })),
    officials: people.flatMap(({ personId, fromOn, posts }) => [
      { personId, command: { type: 'JoinOfficial', data: { personId, fromOn } } as const },
      ...posts.map((post) => ({
        personId,
        command: { type: 'TakePost', data: { ...post, legalBasis: null } } as const,
      })),
    ]),
    names: people.map(({ personId, name, email }) => ({ personId, name, email })),
  };
}
