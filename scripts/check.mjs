// `npm run check`: everything CI runs, fastest first, one line each; stops at the first failure.
import { spawnSync } from 'node:child_process';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();

const withoutTests = process.argv.includes('--without-tests');
const steps = [
  ['format', 'npm run -s format:check'],
  ['lint', 'npm run -s lint'],
  ['types', 'npm run -s types'],
  ['boundaries', 'npm run -s boundaries'],
  ['unused', 'npm run -s unused'],
  ['docs', 'npm run -s docs:check'],
  ...(withoutTests ? [] : [['tests', 'npm test']]),
];

for (const [name, command] of steps) {
  const started = Date.now();
  const { status } = spawnSync(command, { cwd: root, stdio: 'inherit', shell: true });
  if (status !== 0) {
    console.error(`check: ${name} failed (${command})`);
    process.exit(1);
  }
  console.log(`check: ${name} ok (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
