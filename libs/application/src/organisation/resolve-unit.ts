import type { LocalDate } from '@thidua/kernel';
import type { Directory, UnitOnDate } from '@thidua/organisation';
import { rejectCall } from '../calls/call-errors';

/**
 * A unit from what a person typed: its id, its name or an alias on the day.
 * @throws CommandRejected UNIT_NOT_FOUND with the units that stand on the day.
 */
export function resolveUnit(directory: Directory, written: string, date: LocalDate): UnitOnDate {
  const byId = directory.unitOn(written, date);
  if (byId !== null) return byId;
  const [first, ...others] = directory.unitsNamed(written, date);
  const unit = first === undefined || others.length > 0 ? null : directory.unitOn(first, date);
  if (unit !== null) return unit;
  const known = directory.unitsOn(date).map(({ unitId, name }) => `${unitId} (${name})`);
  return rejectCall('UNIT_NOT_FOUND', { unit: written, known });
}
