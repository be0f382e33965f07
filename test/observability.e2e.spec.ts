import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  describeWithPostgres,
  openTestDatabase,
  type TestDatabase,
} from '@thidua/database/testing';
import { openCollector, type ArrivedSpan, type Collector } from './processes/collector';
import { enterOffice, OFFICE, OFFICE_HEAD, PLAN } from './processes/office-over-http';
import { runProcess, until, type RunningProcess } from './processes/run-process';

const root = resolve(__dirname, '..');
const TOKEN = 'the-secret-token-of-this-office';
const CHAIN = 'van-ban-den-2025-0042';
/** W3C trace context of the caller. */
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const TRACE_PARENT = `00-${TRACE_ID}-b7ad6b7169203331-01`;

interface Line extends Readonly<Record<string, unknown>> {
  readonly msg?: string;
}

describeWithPostgres('what can be seen of a command from outside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-observed-'));
  let database: TestDatabase;
  let collector: Collector;
  let api: RunningProcess;
  let worker: RunningProcess;
  let planId: string;
  let taskCount: number;

  const send = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      ...init,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'x-actor-id': OFFICE_HEAD,
        'x-correlation-id': CHAIN,
        ...headers,
      },
    });
  const lines = (app: RunningProcess, msg: string): readonly Line[] =>
    app.log().filter((line) => line['msg'] === msg && line['correlationId'] === CHAIN);

  beforeAll(async () => {
    database = await openTestDatabase('postgres');
    await enterOffice(database.url ?? '');
    collector = await openCollector();
    const environment = {
      DATABASE_URL: database.url ?? '',
      API_TOKEN: TOKEN,
      PORT: '0',
      METRICS_PORT: '0',
      LOG_LEVEL: 'info',
      WORKER_ALIVE_FILE: join(folder, 'alive'),
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '100',
    };
    [api, worker] = await Promise.all([
      runProcess('api/src/main.js', environment),
      runProcess('worker/src/main.js', environment),
    ]);
    const imported = await send(
      `/v1/plans?fileName=${encodeURIComponent('Nguyễn Văn Kín.txt')}&number=1%2FKH&date=2025-01-10`,
      { body: new Uint8Array(PLAN) },
      { 'content-type': 'text/plain', traceparent: TRACE_PARENT },
    );
    expect(imported.headers.get('x-correlation-id')).toBe(CHAIN);
    ({ planId, taskCount } = (await imported.json()) as { planId: string; taskCount: number });
    expect((await send(`/v1/plans/${planId}/issue`, { body: '{}' })).status).toBe(200);
    await until(
      () => lines(worker, 'command').length,
      (count) => count >= taskCount,
    );
  }, 120_000);
  afterAll(async () => {
    const ends = await Promise.all([api.stop(), worker.stop()]);
    await collector.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  });

  describe('in the logs', () => {
    it('has one line for the request and one for the command, with the caller’s correlation id', () => {
      expect(lines(api, 'request')[0]).toMatchObject({
        service: 'thidua-api',
        method: 'POST',
        route: '/v1/plans',
        status: 200,
        actorId: OFFICE_HEAD,
        isComplete: true,
        durationMs: expect.any(Number),
      });
      const commands = lines(api, 'command').map(({ command, outcome }) => [command, outcome]);
      expect(commands).toEqual([
        ['ImportPlan', 'written'],
        ['IssuePlan', 'written'],
      ]);
    });

    it('has the commands of the process manager in the same chain, caused by the issue', async () => {
      const { rows } = await database.pool.query<{ id: string; correlation: string }>(
        `select id::text, metadata->>'correlationId' as correlation from es.events
          where type = 'PlanIssued'`,
      );
      expect(rows[0]?.correlation).toBe(CHAIN);
      const assigned = lines(worker, 'command');
      expect(assigned).toHaveLength(taskCount);
      for (const line of assigned) {
        expect(line).toMatchObject({
          service: 'thidua-worker',
          command: 'AssignTask',
          causationId: rows[0]?.id,
          actorId: OFFICE_HEAD,
          outcome: 'written',
        });
      }
    });

    it('names the problem of a refusal', async () => {
      const stale = { 'if-match': '"99"' };
      const refused = await send(`/v1/plans/${planId}/issue`, { body: '{}' }, stale);
      expect(refused.status).toBe(412);
      const { code } = (await refused.json()) as { readonly code: string };
      const last = await until(
        () => lines(api, 'request').at(-1),
        (line) => line?.['status'] === 412,
      );
      expect(last).toMatchObject({ route: '/v1/plans/:plan/issue', problem: code });
      expect(lines(api, 'command').at(-1)).toMatchObject({ outcome: 'refused', problem: code });
    });

    it('holds no token, no name of a person and nothing of what was sent', () => {
      const everything = JSON.stringify([api.log(), worker.log()]);
      expect(everything).not.toContain(TOKEN);
      expect(everything).not.toContain('Nguyễn Văn Kín');
      const { people } = JSON.parse(OFFICE.toString('utf8')) as {
        readonly people: readonly { readonly name: string }[];
      };
      expect(people.length).toBeGreaterThan(10);
      expect(people.filter(({ name }) => everything.includes(name))).toEqual([]);
      expect(everything).not.toContain('KẾ HOẠCH');
    });
  });

  describe('in the metrics', () => {
    const scrape = (url: string, token: string | null = TOKEN) =>
      fetch(`${url}/metrics`, {
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      });

    it('are for whoever has the token, while health is open', async () => {
      for (const { url } of [api, worker]) {
        expect((await scrape(url, null)).status).toBe(401);
        expect((await scrape(url, 'another-token-of-this-length')).status).toBe(401);
        expect((await scrape(url)).status).toBe(200);
        expect((await fetch(`${url}/health`)).status).toBe(200);
        expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      }
    });

    it('shows appends and requests of the api, by route', async () => {
      const text = await (await scrape(api.url)).text();
      expect(text).toMatch(/^thidua_append_duration_seconds_count [1-9]/m);
      expect(text).toMatch(/^thidua_append_group_size_count [1-9]/m);
      expect(text).toMatch(/^thidua_append_conflicts_total 0$/m);
      expect(text).toMatch(
        /^thidua_http_request_duration_seconds_count\{method="POST",route="\/v1\/plans",status="200"\} 1$/m,
      );
      expect(text).toMatch(/^process_resident_memory_bytes \d/m);
      expect(text).not.toContain(planId);
    });

    it('shows read models and the queue, from the worker', async () => {
      const text = await until(
        async () => (await scrape(worker.url)).text(),
        (seen) => /^thidua_projection_lag_events\{projection="task_board"\} 0$/m.test(seen),
      );
      expect(text).toMatch(/^thidua_database_up 1$/m);
      for (const name of ['lag_seconds', 'parked_keys', 'halted']) {
        expect(text).toContain(`\nthidua_projection_${name}{projection="task_board"} 0\n`);
      }
      expect(text).toContain('\nthidua_reactor_lag_events{reactor="plan_assignment"} ');
      for (const state of ['waiting', 'active', 'delayed', 'failed']) {
        expect(text).toContain(`\nthidua_queue_depth{queue="jobs",state="${state}"} `);
      }
    });
  });

  describe('in the traces', () => {
    const arrived = (service: string, name: string): Promise<readonly ArrivedSpan[]> =>
      until(
        () => collector.spans().filter((span) => span.service === service && span.name === name),
        (spans) => spans.length > 0,
      );

    it('continues the caller’s trace through request, command and append', async () => {
      const [request] = await arrived('thidua-api', 'POST /v1/plans');
      const [command] = await arrived('thidua-api', 'command ImportPlan');
      expect(request).toMatchObject({ traceId: TRACE_ID, parentSpanId: 'b7ad6b7169203331' });
      expect(command).toMatchObject({ traceId: TRACE_ID, parentSpanId: request?.spanId });
      const append = (await arrived('thidua-api', 'append')).find(
        ({ parentSpanId }) => parentSpanId === command?.spanId,
      );
      for (const span of [request, command, append]) {
        expect(span?.attributes['thidua.correlation_id']).toBe(CHAIN);
      }
    });

    it('shows the commands of the process manager and the batches of the read models', async () => {
      const commands = await until(
        () => collector.spans().filter(({ name }) => name === 'command AssignTask'),
        (spans) => spans.length >= taskCount,
      );
      expect(new Set(commands.map(({ service }) => service))).toEqual(new Set(['thidua-worker']));
      expect(
        new Set(commands.map(({ attributes }) => attributes['thidua.correlation_id'])),
      ).toEqual(new Set([CHAIN]));
      const batches = await until(
        () => collector.spans().filter(({ name }) => name === 'project task_board'),
        (spans) =>
          spans.some(({ attributes }) =>
            (attributes['thidua.correlation_ids'] as readonly string[]).includes(CHAIN),
          ),
      );
      expect(batches[0]?.service).toBe('thidua-worker');
    });
  });
});

describe('a process that is not asked for traces', () => {
  /** Which of the heavy packages are in memory when the process is ready to open its database. */
  const loaded = (environment: NodeJS.ProcessEnv): readonly string[] => {
    const script = `
      const platform = require('./dist/libs/platform/src/index.js');
      require('./dist/apps/api/src/create-api.js');
      platform.openProcess('api', platform.readEnvironment(process.env)).then(() => {
        const names = Object.keys(require.cache).map(
          (file) => /node_modules\\/(@opentelemetry\\/[^/]+|prom-client)\\//.exec(file)?.[1]);
        console.log(JSON.stringify([...new Set(names)].filter(Boolean).sort()));
        process.exit(0);
      });`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...environment },
      encoding: 'utf8',
    });
    return JSON.parse(stdout) as readonly string[];
  };

  it('loads nothing of OpenTelemetry and no metrics client at start', () => {
    expect(loaded({})).toEqual([]);
    expect(loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })).toContain(
      '@opentelemetry/sdk-trace-node',
    );
  });
});
