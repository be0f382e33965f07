import type { LocalDate, PersonId, UnitId } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';

/** Units that the person leads on the day, as head or deputy. */
export const ledUnitIds = (
  directory: Directory,
  personId: PersonId,
  on: LocalDate,
): readonly UnitId[] =>
  directory
    .postsOf(personId, on)
    .filter(({ post }) => post !== 'staff')
    .map(({ unitId }) => unitId);
