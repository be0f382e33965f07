import type { LocalDate } from '@thidua/kernel';
import type { Directory } from '@thidua/organisation';
import { letterheadOf, type Letterhead } from '@thidua/reporting';

/** The head of papers of the department, as it was called on the day. */
export function letterheadIn(directory: Directory, on: LocalDate): Letterhead {
  const departmentId = directory.departmentUnitId(on);
  const department = departmentId === null ? null : directory.unitOn(departmentId, on);
  return letterheadOf(department?.name ?? '', department?.aliases ?? []);
}
