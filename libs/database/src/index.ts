export { inTransaction, type Database } from './database';
export {
  DatabaseUnreachable,
  DataFolderInUse,
  DataFolderUnusable,
  type FolderFault,
  type LockHolder,
} from './database-errors';
export { askLockHolder, type FolderLock } from './folder-lock';
export { migrate, MigrationMismatch, type MigrationStep } from './migrate';
export { openDatabase, type OpenOptions } from './open-database';
export { tidyDatabase, type Tidied } from './tidy-database';
