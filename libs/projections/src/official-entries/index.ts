export { officialEntries, type OfficialEntryRow } from './official-entries.projection';
export { entryIdsAfter, loadOfficialEntries, type RecordedEntry } from './official-entries.queries';
