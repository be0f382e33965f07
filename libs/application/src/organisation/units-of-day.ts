import type { LocalDate, UnitId } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';

/** The units of one calendar day, as decisions ask for them. */
export interface UnitsOfDay {
  /** Units of kind `office`, normally one. */
  readonly officeUnitIds: readonly UnitId[];
  readonly knownUnitIds: ReadonlySet<UnitId>;
}

/** More than two years of days; who sends events of more is not held up by looking again. */
const DAY_COUNT_MAX = 1_000;

/** A directory never changes: the next event of the organisation makes another one. */
const known = new WeakMap<Directory, Map<LocalDate, UnitsOfDay>>();

/** Found out once for each day of a directory, because most commands happen on the same few days. */
export function unitsOfDay(directory: Directory, on: LocalDate): UnitsOfDay {
  const days = known.get(directory) ?? new Map<LocalDate, UnitsOfDay>();
  const found = days.get(on);
  if (found !== undefined) return found;
  const units = {
    officeUnitIds: directory.officeUnitIds(on),
    knownUnitIds: new Set(directory.unitsOn(on).map(({ unitId }) => unitId)),
  };
  if (days.size >= DAY_COUNT_MAX) days.clear();
  known.set(directory, days.set(on, units));
  return units;
}
