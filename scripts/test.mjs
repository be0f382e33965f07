// `npm test`: install what is missing, then run the tests and print one closing line, `N passed, N failed, N skipped`,
// summed from the runner's own results. `--select unit|int|e2e|reliability` runs one kind; `--all` adds the reliability
// suites, which kill processes and cut connections and take longer than a person waits for.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
await import('./build.mjs');

const KINDS = ['unit', 'int', 'e2e'];
const select = process.argv.indexOf('--select');
const everything = process.argv.includes('--all') ? [...KINDS, 'reliability'] : KINDS;
const kinds = ['--selectProjects', ...(select === -1 ? everything : [process.argv[select + 1]])];
const folder = mkdtempSync(join(tmpdir(), 'thidua-test-'));
const resultFile = join(folder, 'results.json');
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--maxWorkers=2',
    '--json',
    `--outputFile=${resultFile}`,
    ...kinds,
  ],
  // Jest reports on standard error and puts the JSON on standard output, which we read from the file instead.
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test' },
  },
);

let results;
try {
  results = JSON.parse(readFileSync(resultFile, 'utf8'));
} catch {
  console.error('Jest did not write its results: see its output above.');
  process.exit(run.status || 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const skipped = results.testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.status === 'pending' || test.status === 'todo');
const reasons = new Map();
for (const test of skipped) {
  const reason = /[[(]skipped: ([^\])]+)[\])]/.exec(test.fullName)?.[1] ?? 'no reason given';
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}
for (const [reason, count] of reasons) console.log(`skipped ${count}: ${reason}`);

// A suite that fails to load runs no test at all; it counts as one failure so that the sum cannot hide it.
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
const missingServer = [...reasons.keys()].some((reason) =>
  /no (PostgreSQL|Redis) server/.test(reason),
);
const strict = process.env.THIDUA_REQUIRE_SERVERS === '1';
if (strict && missingServer)
  console.log('A test was skipped for want of a server, which this run forbids.');
console.log(`${results.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(failed > 0 || run.status !== 0 || (strict && missingServer) ? 1 : 0);
