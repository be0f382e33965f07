export { layEngine } from './lay-engine';
export { openTestDatabase, type TestDatabase } from './open-test-database';
export { describeWithPostgres } from './postgres-server';
