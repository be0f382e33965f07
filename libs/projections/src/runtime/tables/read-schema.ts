import { migrate, type Database, type MigrationStep } from '@thidua/database';

const steps: readonly MigrationStep[] = [
  {
    name: '0001-checkpoints',
    sql: `
      create schema if not exists read;
      create table read.projections (
        name text not null, version int not null,
        state text not null check (state in ('live', 'building', 'retired')),
        position bigint not null, error jsonb, primary key (name, version));
      create table read.parked (
        name text not null, version int not null, key text not null, position bigint not null,
        event_id text not null, error text, tries int not null,
        primary key (name, version, key, position));
      create table read.reactors (
        name text primary key, position bigint not null, error jsonb);`,
  },
];

/** Creates the schema `read` with the tables the runtime itself needs; harmless when they are there. */
export const migrateReadSchema = (database: Database): Promise<void> =>
  migrate(database, 'projections', steps);
