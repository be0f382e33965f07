import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aliveFile, DEAD_AFTER_MS, isFresh, isReady, touch } from './alive-file';
import { keepAlive, type LoopReadings } from './keep-alive';

const url = 'http://127.0.0.1:1';
const turning: LoopReadings = { projections: [], reactors: [] };
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the sign of life of a worker', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thidua-alive-'));
    file = join(folder, 'alive');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is given at once, again and again, and no more after the end', async () => {
    const end = await keepAlive(() => Promise.resolve(turning), { file, url }, 20);
    expect(await isFresh(file)).toBe(true);
    await utimes(file, 0, 0);
    await rest(200);
    expect(await isFresh(file)).toBe(true);
    await end();
    await utimes(file, 0, 0);
    await rest(100);
    expect((await stat(file)).mtimeMs).toBe(0);
  });

  it('stops while the database does not answer, and returns with it', async () => {
    let isAway = false;
    const look = () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(turning));
    const end = await keepAlive(look, { file, url }, 20);
    isAway = true;
    await rest(60);
    await utimes(file, 0, 0);
    await rest(100);
    expect(await isFresh(file)).toBe(false);
    isAway = false;
    await rest(200);
    expect(await isFresh(file)).toBe(true);
    await end();
  });

  it('is missing from a file that is old or was never written', async () => {
    expect(await isFresh(file)).toBe(false);
    await writeFile(file, '');
    const old = new Date(Date.now() - DEAD_AFTER_MS - 1_000);
    await utimes(file, old, old);
    expect(await isFresh(file)).toBe(false);
  });

  it('leads to a worker that may be ready or not', async () => {
    let status = 200;
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/health/ready' ? status : 404).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    expect(await isReady(file)).toBe(false);
    await touch({ file, url: `http://127.0.0.1:${port}` }, new Date());
    expect(await isReady(file)).toBe(true);
    status = 503;
    expect(await isReady(file)).toBe(false);
    status = 200;
    await utimes(file, 0, 0);
    expect(await isReady(file)).toBe(false);
    await touch({ file, url }, new Date());
    expect(await isReady(file)).toBe(false);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it('lives in the temporary folder unless WORKER_ALIVE_FILE names another place', () => {
    expect(aliveFile({})).toBe(join(tmpdir(), 'thidua-worker.alive'));
    expect(aliveFile({ WORKER_ALIVE_FILE: '' })).toBe(aliveFile({}));
    expect(aliveFile({ WORKER_ALIVE_FILE: '/run/a' })).toBe('/run/a');
  });
});
