import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(__dirname, '../..');

export interface StandInProcess {
  /** Its connection string. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The stand-in in a process of its own, for programs that are tested as a whole. It ends with this process too. */
export async function startStandInProcess(): Promise<StandInProcess> {
  const child = spawn(
    process.execPath,
    ['-r', './test/register.cjs', join(__dirname, 'serve.ts')],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => {
    throw new Error(`The stand-in ended with ${String(code)}`);
  });
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  const [line] = (await Promise.race([firstLine, failed])) as [string];
  const { url } = JSON.parse(line) as { readonly url: string };
  return {
    url,
    stop: async () => {
      failed.catch(() => undefined);
      child.stdin.end();
      await ended;
    },
  };
}
