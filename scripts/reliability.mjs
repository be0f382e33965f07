// `npm run test:crash` and `npm run test:faults`: the tests of one folder below test/ with many rounds instead of the few
// of `npm test`, and at the end a table of what was counted. `--rounds N` asks for another number.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

const SUITES = {
  crash: { variable: 'CRASH_ROUNDS', rounds: 50 },
  faults: { variable: 'FAULT_ROUNDS', rounds: 10 },
};

const [name = '', ...options] = process.argv.slice(2);
const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : null;
const rounds = options.length === 0 ? suite?.rounds : Number(options[1]);
const isAskedWell = options.length === 0 || (options.length === 2 && options[0] === '--rounds');
if (suite === null || !isAskedWell || !Number.isInteger(rounds) || rounds < 1) {
  console.error('reliability.mjs crash|faults [--rounds N], N a whole number from 1 on');
  process.exit(2);
}

installWhatIsMissing();
const folder = mkdtempSync(join(tmpdir(), 'thidua-reliability-'));
const reportFile = join(folder, 'tallies.jsonl');
const resultFile = join(folder, 'results.json');
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    `test/${name}/`,
    // The faults are made one after another, so that each meets the load it was given.
    '--runInBand',
    '--json',
    `--outputFile=${resultFile}`,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      [suite.variable]: String(rounds),
      RELIABILITY_REPORT: reportFile,
    },
  },
);

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const tallies = read(reportFile)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
const results = JSON.parse(read(resultFile) || '{"testResults":[]}');
rmSync(folder, { recursive: true, force: true });

const reasons = results.testResults
  .flatMap((file) => file.assertionResults)
  .filter(({ status }) => status === 'pending')
  .map(({ fullName }) => /[[(]skipped: ([^\])]+)[\])]/.exec(fullName)?.[1] ?? 'no reason given');
for (const reason of reasons) console.log(`skipped: ${reason}`);

console.log(table(tallies));
for (const { fault, violations } of tallies)
  for (const violation of violations) console.log(`${fault}: ${violation}`);

const isViolated = tallies.some(({ violations }) => violations.length > 0);
const isIncomplete = reasons.some((reason) => /no (PostgreSQL|Redis) server/.test(reason));
const isForbidden = isIncomplete && process.env.THIDUA_REQUIRE_SERVERS === '1';
if (isForbidden) console.log('A fault was skipped for want of a server, which this run forbids.');
if (tallies.length === 0) console.log('Nothing was counted.');
process.exit(run.status !== 0 || isViolated || isForbidden || tallies.length === 0 ? 1 : 0);

/** One line a fault, numbers to the right. */
function table(counted) {
  const columns = [
    ['fault', ({ fault }) => fault],
    ['rounds', (tally) => tally.rounds],
    ['acknowledged', (tally) => tally.acknowledged],
    ['asked again', (tally) => tally.repeated],
    ['stored', (tally) => tally.stored],
    ['duplicates', (tally) => tally.duplicates],
    ['gaps', (tally) => tally.gaps],
    ['effects', ({ effects, effectsDue }) => `${effects} of ${effectsDue}`],
    [
      'equal to rebuild',
      ({ readModels }) =>
        readModels === null ? '-' : `${readModels.equal} of ${readModels.compared}`,
    ],
  ];
  const lines = [
    columns.map(([title]) => title),
    ...counted.map((tally) => columns.map(([, value]) => String(value(tally)))),
  ];
  const widths = columns.map((_column, index) =>
    Math.max(...lines.map((cells) => cells[index].length)),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index])))
        .join('  '),
    )
    .join('\n');
}
