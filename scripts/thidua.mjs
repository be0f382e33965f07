// `npm run -s thidua -- …`: the command line. Builds only when a source is newer than the build, and silently, because
// standard output belongs to the command's answer.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installWhatIsMissing, modifiedAt, root } from './install.mjs';

installWhatIsMissing();

const entry = join(root, 'dist/apps/cli/src/main.js');
const newestSource = Math.max(
  ...['apps', 'libs'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true })
      .filter((file) => String(file).endsWith('.ts'))
      .map((file) => modifiedAt(join(root, top, String(file)))),
  ),
);
if (modifiedAt(entry) < newestSource) await import('./build.mjs');
await import(pathToFileURL(entry).href);
