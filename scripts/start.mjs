// `npm start`: install what is missing, build, serve. Signals go to the server, which shuts down cleanly.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
await import('./build.mjs');

const server = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js')], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
