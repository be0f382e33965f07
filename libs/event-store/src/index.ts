export * from './append-faults';
export { eventIdOf } from './event-id';
export * from './event-store';
export { InMemoryEventStore } from './in-memory/in-memory-event-store';
export type { GroupLimits } from './postgres/group-writer';
export { openPostgresEventStore, UnsafeDatabaseSettings } from './postgres/postgres-event-store';
