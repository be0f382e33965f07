export { unitEntries, type UnitEntryRow } from './unit-entries.projection';
export { loadUnitEntries, unitEntryIdsAfter, type RecordedUnitEntry } from './unit-entries.queries';
