import type { LocalDate, PersonId } from '@thidua/kernel';
import type { OfficeUnit } from './office';

/** How generated officials are told from an office's own. */
const PREFIX = 'mp-';

export const isGenerated = (personId: PersonId): boolean => personId.startsWith(PREFIX);

const HOUSING = ['office', 'division', 'sub-department'];

/** Units in which officials without a leading post work. */
export const housingUnits = (units: readonly OfficeUnit[]): readonly OfficeUnit[] =>
  units.filter(({ kind }) => HOUSING.includes(kind));

/**
 * An office file with the units as they are and so many further officials, spread evenly over the units. The same count
 * gives the same ids, and loading the file leaves alone who is already there.
 */
export function officeFileWith(
  units: readonly OfficeUnit[],
  { count, fromOn }: { readonly count: number; readonly fromOn: LocalDate },
): Readonly<Record<string, unknown>> {
  const housing = housingUnits(units);
  const people = Array.from({ length: housing.length === 0 ? 0 : count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    const unitId = housing[index % housing.length]?.unitId;
    return {
      personId: `${PREFIX}${number}`,
      // Names live in the directory table alone; an invented person gets no invented name.
      name: `Công chức mô phỏng ${number}`,
      fromOn,
      posts: [{ unitId, post: 'staff', fromOn }],
    };
  });
  return {
    department: units.find(({ kind }) => kind === 'department')?.unitId ?? null,
    units: units.map(({ founding }) => founding),
    people,
  };
}
