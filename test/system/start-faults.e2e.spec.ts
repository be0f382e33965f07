import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { layEngine } from '@thidua/database/testing';

const root = resolve(__dirname, '../..');
const main = join(root, 'dist/apps/api/src/main.js');

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

const start = (environment: NodeJS.ProcessEnv): ChildProcess =>
  // A process that lives for seconds is not to spend them on optimising the embedded engine.
  spawn(process.execPath, ['--liftoff-only', main], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function ended(child: ChildProcess): Promise<Ended> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  return new Promise((done) => child.on('close', (code) => done({ code, stderr })));
}

/** The address a server says it runs at. */
function servingAt(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (url !== undefined) done(url);
    });
    child.on('close', (code) =>
      failed(new Error(`ended with ${String(code)} before it was ready`)),
    );
  });
}

describe('a start that cannot succeed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-start-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const expectOneLine = ({ code, stderr }: Ended, ...names: string[]) => {
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    for (const name of names) expect(stderr).toContain(name);
  };

  it('names a wrong setting', async () => {
    expectOneLine(await ended(start({ PORT: 'abc' })), 'PORT', 'abc');
  });

  it('names a database that does not answer, without its password', async () => {
    const result = await ended(start({ DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/x' }));
    expectOneLine(result, '127.0.0.1:1');
    expect(result.stderr).not.toContain('secret');
  });

  it('names a data folder that is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    expectOneLine(await ended(start({ DATA_DIR: file, PORT: '0' })), file);
  });

  it('names a port that is taken and a folder that is in use, and its holder', async () => {
    const dataDir = join(folder, 'data');
    await layEngine(dataDir);
    const settings = { DATA_DIR: dataDir, PORT: '0', SAMPLE: 'off' };
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    expectOneLine(await ended(start({ ...settings, PORT: String(port) })), String(port));
    await new Promise((closed) => server.close(closed));

    const holder = start(settings);
    const end = ended(holder);
    const url = await servingAt(holder);
    expectOneLine(await ended(start(settings)), dataDir, url, String(holder.pid));
    expect((await fetch(`${url}/health`)).status).toBe(200);
    holder.kill('SIGTERM');
    expect((await end).code).toBe(0);
  });
});
