import type { Sources } from './answers';
import { openListener, type Listener } from './listener';

const notices = [{ code: 'PROJECTION_HALTED', name: 'task_board', vi: 'dừng', en: 'halted' }];

describe('the listener of the worker', () => {
  let listener: Listener;
  let isReady: boolean;

  const sources = {
    health: {
      overview: () => Promise.resolve({ status: 'degraded', notices }),
      readiness: () =>
        Promise.resolve({
          isReady,
          faults: isReady ? [] : [{ code: 'DATABASE_UNREACHABLE', name: null, vi: 'a', en: 'b' }],
          notices,
        }),
    },
    scrape: () => Promise.resolve({ type: 'text/plain', body: 'thidua_database_up 1\n' }),
  } as unknown as Sources;
  const open = async (apiToken: string | null, from: Sources = sources): Promise<void> => {
    listener = await openListener(from, { host: '127.0.0.1', metricsPort: 0, apiToken });
  };
  const get = (path: string, init: RequestInit = {}) => fetch(`${listener.url}${path}`, init);

  beforeEach(() => {
    isReady = true;
  });
  afterEach(() => listener.close());

  it('tells its health, also when it is degraded', async () => {
    await open(null);
    const response = await get('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'degraded', notices });
  });

  it('tells whether it is ready, and why not as a problem', async () => {
    await open(null);
    expect(await (await get('/health/ready')).json()).toEqual({ isReady: true, notices });
    isReady = false;
    const response = await get('/health/ready');
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'NOT_READY', detail: 'a' });
  });

  it('hands out metrics, with a token only to who has it', async () => {
    await open('a-token-of-sixteen-and-more');
    expect((await get('/metrics')).status).toBe(401);
    const headers = { authorization: 'Bearer a-token-of-sixteen-and-more' };
    expect(await (await get('/metrics?x=1', { headers })).text()).toBe('thidua_database_up 1\n');
    expect((await get('/health')).status).toBe(200);
  });

  it.each([
    ['/nope', 'GET', 404, 'NO_SUCH_ROUTE'],
    ['/health', 'POST', 405, 'METHOD_NOT_ALLOWED'],
    ['/metrics', 'GET', 500, 'INTERNAL'],
  ])('answers %s by %s with %d as a problem', async (path, method, status, code) => {
    await open(null, { ...sources, scrape: () => Promise.reject(new Error('odd')) });
    const response = await get(path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, code });
  });

  it('refuses a port that is taken', async () => {
    await open(null);
    const metricsPort = Number(new URL(listener.url).port);
    const settings = { host: '127.0.0.1', metricsPort, apiToken: null };
    await expect(openListener(sources, settings)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
