export { officialDirectory, unitDirectory, type DirectoryRow } from './directory.projection';
export { loadDirectoryRows, type DirectoryRows } from './directory.queries';
