import type { Database } from '@thidua/database';
import {
  describeWithPostgres,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import { ProjectionRunner, type RunnerParts } from '../runtime/projection-runner';
import { LogInMemory } from './log-in-memory';

/** A database, a log and the runners made on them; everything is stopped and closed afterwards. */
export interface RunnerSetting {
  readonly log: LogInMemory;
  readonly database: TestDatabase;
  /** A runner with short waits and small batches; not started. */
  runner(parts: Partial<RunnerParts>): ProjectionRunner;
}

const QUICK = {
  batchSize: 10,
  idleMs: 50,
  backOffMs: 5,
  backOffMostMs: 20,
  yieldMs: 5,
  leaseMs: 200,
};

/**
 * Runs the tests on PGlite, and on a PostgreSQL server where there is one. Each test has a database of its own, unless
 * all of them only read from one that is made `once`.
 */
export function describeOnDatabases(
  title: string,
  tests: (setting: RunnerSetting) => void,
  made: 'forEachTest' | 'once' = 'forEachTest',
): void {
  describe(`${title}, on PGlite`, () => {
    tests(settingOn('pglite', made));
  });
  describeWithPostgres(`${title}, on PostgreSQL`, () => {
    tests(settingOn('postgres', made));
  });
}

function settingOn(kind: Database['kind'], made: 'forEachTest' | 'once'): RunnerSetting {
  let database: TestDatabase;
  let log: LogInMemory;
  const runners: ProjectionRunner[] = [];
  const [before, after] = made === 'once' ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    database = await openTestDatabase(kind);
    log = new LogInMemory();
  });
  after(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await database.close();
  });
  return {
    get log() {
      return log;
    },
    get database() {
      return database;
    },
    runner: (parts) => {
      const runner = new ProjectionRunner({
        database,
        store: log,
        projections: [],
        owner: `runner-${runners.length + 1}`,
        ...parts,
        options: { ...QUICK, ...parts.options },
      });
      runners.push(runner);
      return runner;
    },
  };
}
