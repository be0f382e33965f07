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
  {
    // One row a partition of a generation. A version that a later one replaced stays live for processes of its own code.
    name: '0002-generations',
    sql: `
      delete from read.projections where name ~ '__(check|rebuild)$';
      update read.projections set state = 'live' where state = 'retired';
      alter table read.projections
        add column generation int not null default 1,
        add column partition int not null default 0,
        add column partition_count int not null default 1,
        add column skip_count int not null default 0,
        add column missed_skip boolean not null default false,
        add column hold_until timestamptz,
        add column changed_at timestamptz not null default clock_timestamp(),
        drop constraint projections_pkey,
        add primary key (name, version, generation, partition),
        drop constraint projections_state_check,
        add constraint projections_state_check
          check (state in ('building', 'live', 'retired', 'returning', 'scratch'));
      alter table read.parked
        add column generation int not null default 1,
        drop constraint parked_pkey,
        add primary key (name, version, generation, key, position);
      create table read.skipped (
        name text not null, version int not null, position bigint not null, key text not null,
        event_id text not null, event_type text not null, error text,
        actor jsonb not null, reason text not null,
        skipped_at timestamptz not null default clock_timestamp(),
        primary key (name, version, position, key));
      create table read.leases (
        name text primary key, owner text not null, until timestamptz not null);`,
  },
];

/** Creates the schema `read` with the tables the runtime itself needs; harmless when they are there. */
export const migrateReadSchema = (database: Database): Promise<void> =>
  migrate(database, 'projections', steps);
