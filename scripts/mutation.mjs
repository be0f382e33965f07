// `npm run test:mutation [-- FILE_OR_GLOB…]`: changes the pure domain bit by bit and asks whether a specification notices.
// A full run writes docs/mutation.md; one of named files only prints its result. `--incremental` keeps what is unchanged.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

const SCORE_MIN = 85;
const LIBRARIES = ['workflow', 'task'];
const DETECTED = ['Killed', 'Timeout'];
const COUNTED = [...DETECTED, 'Survived', 'NoCoverage'];

installWhatIsMissing();
const isIncremental = process.argv.includes('--incremental');
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const reportFile = join(root, 'reports/mutation/mutation.json');
rmSync(reportFile, { force: true });
mkdirSync(join(root, 'reports/mutation'), { recursive: true });
const startedAt = Date.now();
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'stryker.config.mjs',
    ...(isIncremental ? ['--incremental'] : []),
    ...(files.length > 0 ? ['--mutate', files.join(',')] : []),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } },
);
if (!existsSync(reportFile)) process.exit(run.status ?? 1);

const report = JSON.parse(readFileSync(reportFile, 'utf8'));
const mutants = Object.entries(report.files).flatMap(([file, { mutants: found }]) =>
  found.map(({ status }) => ({ file, status })),
);

function summary(name, prefix) {
  const own = mutants.filter(({ file }) => file.startsWith(prefix));
  const count = (...statuses) => own.filter(({ status }) => statuses.includes(status)).length;
  const [detected, all] = [count(...DETECTED), count(...COUNTED)];
  return {
    name,
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
    ignored: count('Ignored'),
    score: all === 0 ? null : (100 * detected) / all,
  };
}

const folders = [
  ...new Set(mutants.map(({ file }) => file.slice(0, file.lastIndexOf('/')))),
].sort();
const libraries = LIBRARIES.map((name) => summary(`libs/${name}`, `libs/${name}/`)).filter(
  ({ score }) => score !== null,
);
const parts = folders.map((folder) => {
  const inFolder = mutants.filter(({ file }) => file.slice(0, file.lastIndexOf('/')) === folder);
  const names = new Set(inFolder.map(({ file }) => file));
  return summary(folder, names.size === 1 ? [...names][0] : `${folder}/`);
});
const scoreText = (score) => (score === null ? '–' : score.toFixed(1));
const rowOf = ({ name, killed, timeout, survived, uncovered, ignored, score }) =>
  `| ${name} | ${killed} | ${timeout} | ${survived} | ${uncovered} | ${ignored} | ${scoreText(score)} |`;
const table = (rows) => [
  '| Where | Killed | Timed out | Survived | Not covered | Left out | Score |',
  '|---|--:|--:|--:|--:|--:|--:|',
  ...rows.map(rowOf),
];

const minutes = Math.max(1, Math.round((Date.now() - startedAt) / 60_000));
const { version } = JSON.parse(
  readFileSync(join(root, 'node_modules/@stryker-mutator/core/package.json'), 'utf8'),
);
const page = [
  '# Mutation tests',
  '',
  'Written by `npm run test:mutation`. Each mutant is one small change to a rule of the pure domain; it is killed when a',
  `specification fails. The score is what was noticed in every hundred; below ${SCORE_MIN} in either library the command fails.`,
  '',
  `StrykerJS ${version}, ${minutes} minutes.`,
  '',
  ...table(libraries),
  '',
  '## Folder by folder',
  '',
  ...table(parts),
  '',
  '## What is left out, and why',
  '',
  '- Catalogues of events, commands and refusals, and labels: text and schemas, held by the golden histories and the catalogue specs.',
  '- Mutants of string literals: ids are compared by the specifications, and what else is a string is words for people.',
  '- Mutants of tables that are read once when a module is loaded ("left out" above): each would load the library anew.',
  '- The courses drawn at random (`task-life.spec.ts`) do not take part: what only chance finds is not held by a specification.',
  '',
];
console.log(`\n${table([...libraries, ...parts]).join('\n')}`);
if (files.length === 0) writeFileSync(join(root, 'docs/mutation.md'), page.join('\n'));
const weak = libraries.filter(({ score }) => score < SCORE_MIN);
for (const { name, score } of weak) console.error(`${name}: ${scoreText(score)} < ${SCORE_MIN}`);
process.exit(weak.length > 0 ? 1 : 0);
