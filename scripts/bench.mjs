// `npm run bench [-- <scenario>]`: measures the product beside hand-written floors and other libraries, and writes the
// result into docs/benchmarks.md. The other libraries are installed into test/bench/peers when a run needs them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();

const peers = join(root, 'test/bench/peers');

function arePeersInstalled() {
  const installed = join(peers, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(peers, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional || present[path]?.version === version,
  );
}

/** Null when the packages are there, else why they are not. */
function installPeers() {
  if (arePeersInstalled()) return null;
  console.error(
    'Đang cài các thư viện để so sánh… (installing the libraries to compare with, once)',
  );
  const { status } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--no-engine-strict', '--loglevel=error'],
    {
      cwd: peers,
      stdio: ['ignore', process.stderr, process.stderr],
      shell: process.platform === 'win32',
    },
  );
  return status === 0 ? null : 'its packages could not be installed (npm ci failed)';
}

/** The processes of the product as `npm start` runs them. */
function buildApps() {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status !== 0) throw new Error('The build failed');
}

const require = createRequire(import.meta.url);
require('../test/register.cjs');
const { runBench } = require('../test/bench/main.ts');
process.exitCode = await runBench(process.argv.slice(2), { installPeers, buildApps });
