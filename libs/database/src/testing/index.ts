export { openTestDatabase, type TestDatabase } from './open-test-database';
export { describeWithPostgres } from './postgres-server';
