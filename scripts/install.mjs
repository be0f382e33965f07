// Installs what is missing, so that `npm start` and `npm test` work on a fresh clone with no other step.
// Uses node's own modules only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const MINIMUM_NODE = [20, 19];

/** One clear line instead of a syntax error deep inside a dependency. */
function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  console.error(
    `Thi Đua cần Node.js từ ${MINIMUM_NODE.join('.')} (đang dùng ${process.versions.node}). Needs Node.js ${MINIMUM_NODE.join('.')} or newer.`,
  );
  process.exit(1);
}

/** npm writes its own copy of the lock file into node_modules; an older one means the dependencies are stale. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === '' || optional || peer || present[path]?.version === version,
  );
}

export function installWhatIsMissing() {
  refuseOldNode();
  if (isInstalled()) return;
  console.error('Đang cài các thư viện còn thiếu… (installing dependencies, once)');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('Không cài được thư viện: xem thông báo của npm ở trên. (npm ci failed)');
    process.exit(result.status ?? 1);
  }
}

/** Newest change below a folder, in milliseconds since the epoch. */
export function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
