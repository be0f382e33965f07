// A Stryker test runner for libraries that are pure. Jest loads everything anew for each mutant, which takes seconds; a
// pure library keeps no state, so here the specifications are loaded once and only those that meet a mutant are run again.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  determineHitLimitReached,
} from '@stryker-mutator/api/test-runner';

const LIBRARIES = ['workflow', 'task'];
// The courses drawn at random meet every line, so each mutant would cost a whole run of them, and a mutant that only
// chance finds is not held by a specification.
const COURSES_AT_RANDOM = 'task-life.spec.ts';
// Other laws draw a few cases, the same ones for every mutant, and do not look for the smallest case that breaks them.
const LAWS = { numRuns: 10, seed: 1, endOnFailure: true };

const drawsCases = (file) => readFileSync(file, 'utf8').includes("from 'fast-check'");

/** The quick ones first: most mutants are found by them, and the first test that fails ends the run. */
function specifications() {
  const files = LIBRARIES.flatMap((library) =>
    readdirSync(join('libs', library, 'src'), { recursive: true })
      .filter((file) => file.endsWith('.spec.ts') && !file.endsWith(COURSES_AT_RANDOM))
      .map((file) => join('libs', library, 'src', file))
      .sort(),
  );
  return [...files.filter((file) => !drawsCases(file)), ...files.filter(drawsCases)];
}

/** Jest's own `describe` and `it` collect the tests; each is known by its place and its name, as rows of a table share one. */
function collectTests() {
  const require = createRequire(join(process.cwd(), 'test/mutation/pure-runner.mjs'));
  require('../register.cjs');
  require('fast-check').configureGlobal(LAWS);
  const { describe, it, test, getState } = require('jest-circus');
  Object.assign(globalThis, { describe, it, test, expect: require('expect').expect });
  for (const file of specifications()) {
    describe(file, () => {
      require(join(process.cwd(), file));
    });
  }
  return testsIn(getState().rootDescribeBlock, []).map(({ names, run }, place) => ({
    id: `${place} ${names.join(' › ')}`,
    fileName: names[0],
    run,
  }));
}

function testsIn({ children, hooks }, path) {
  if (hooks.length > 0) throw new Error(`${path.join(' ')} has a hook, which is not run here.`);
  return children.flatMap((child) => {
    const names = [...path, child.name];
    if (child.type === 'describeBlock') return testsIn(child, names);
    if (child.mode === 'skip' || child.mode === 'todo') return [];
    return [{ names, run: child.fn }];
  });
}

/** What a failed test said, or null when it passed. */
function failureOf({ run }) {
  try {
    const promised = run();
    if (promised === undefined) return null;
    return 'A specification of a pure library returns nothing.';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

class PureRunner {
  static inject = [];
  #tests = [];
  // The instrumented code reads the mutant from here and counts here what it meets.
  #instrument = (globalThis.__stryker__ ??= {});

  /** Nothing is ever loaded with a mutant in force, so what is loaded is as good as loaded anew. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    this.#tests = collectTests();
  }

  dryRun() {
    const tests = this.#tests.map((test) => {
      this.#instrument.currentTestId = test.id;
      const startedAt = performance.now();
      const failureMessage = failureOf(test);
      this.#instrument.currentTestId = undefined;
      return {
        id: test.id,
        name: test.id,
        fileName: test.fileName,
        timeSpentMs: performance.now() - startedAt,
        ...(failureMessage === null
          ? { status: TestStatus.Success }
          : { status: TestStatus.Failed, failureMessage }),
      };
    });
    const { mutantCoverage } = this.#instrument;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    if (mutantActivation === 'static') throw new Error('The configuration has to ignore statics.');
    const chosen = new Set(testFilter);
    const tests = testFilter ? this.#tests.filter(({ id }) => chosen.has(id)) : this.#tests;
    Object.assign(this.#instrument, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const killer = this.#firstToFail(tests);
    const { hitCount } = this.#instrument;
    Object.assign(this.#instrument, { activeMutant: null, hitLimit: undefined });

    const timedOut = determineHitLimitReached(hitCount, hitLimit);
    if (timedOut) return timedOut;
    const nrOfTests = tests.length;
    if (killer === null) return { status: MutantRunStatus.Survived, nrOfTests };
    this.#expectNothingLeftBehind(killer.test);
    const { test, failureMessage } = killer;
    return { status: MutantRunStatus.Killed, killedBy: [test.id], failureMessage, nrOfTests };
  }

  #firstToFail(tests) {
    for (const test of tests) {
      const failureMessage = failureOf(test);
      if (failureMessage !== null) return { test, failureMessage };
    }
    return null;
  }

  /** The test that failed has to pass again without the mutant: otherwise the library is not pure and the kill proves nothing. */
  #expectNothingLeftBehind(test) {
    const failure = failureOf(test);
    if (failure !== null) throw new Error(`A mutant left something behind: ${test.id}: ${failure}`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'pure', PureRunner)];
