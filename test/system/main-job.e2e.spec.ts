import { describeWithPostgres } from '@thidua/database/testing';
import { openApi, PEOPLE, PLAN, type ApiUnderTest } from './api-under-test';

interface Figure {
  readonly count: number;
  readonly taskIds: readonly string[];
  readonly eventIds: readonly string[];
}

const as = (personId: string, at: string) => ({ 'X-Actor-Id': personId, 'X-Occurred-At': at });

const mainJob = (kind: 'pglite' | 'postgres') => {
  let api: ApiUnderTest;
  let planId: string;
  /** A task of the sample plan that is led by a division and due in the year. */
  let task: {
    readonly key: string;
    readonly leadUnitIds: readonly string[];
    readonly dueOn: string;
  };

  beforeAll(async () => {
    api = await openApi(kind);
    const plans = await api.http.get('/v1/plans').expect(200);
    planId = plans.body.plans[0].key;
    const board = await api.http.get(`/v1/tasks?plan=${planId}&limit=1000`).expect(200);
    task = board.body.tasks.find(
      (each: { dueOn: string | null; leadUnitIds: string[]; products: unknown[] }) =>
        each.dueOn !== null && each.leadUnitIds.length === 1 && each.leadUnitIds[0] === 'qltm',
    );
  });

  afterAll(() => api.close());

  const post = (command: string, headers: Record<string, string>, body: object = {}) =>
    api.http.post(`/v1/tasks/${task.key}/${command}`).set(headers).send(body);

  it('has assigned every task of the issued sample plan, chained to its issue', async () => {
    const audit = await api.http.get(`/v1/audit?plan=${planId}&limit=1000`).expect(200);
    const events: { type: string; eventId: string; causationId: string; correlationId: string }[] =
      audit.body.events;
    const issued = events.find(({ type }) => type === 'PlanIssued')!;
    const assigned = events.filter(({ type }) => type === 'TaskAssigned');
    const plan = await api.http.get(`/v1/plans/${planId}`).expect(200);
    expect(assigned).toHaveLength(plan.body.plan.taskCount);
    expect(assigned.every(({ causationId }) => causationId === issued.eventId)).toBe(true);
    expect(new Set(assigned.map(({ correlationId }) => correlationId))).toEqual(
      new Set([issued.correlationId]),
    );
  });

  it('plays a task from start to verified completion', async () => {
    const officials = (await api.http.get('/v1/officials?asOf=2025-06-01').expect(200)).body
      .officials;
    const lead: string = officials.find((each: { posts: { unitId: string; post: string }[] }) =>
      each.posts.some(({ unitId, post: held }) => unitId === 'qltm' && held === 'head'),
    ).personId;
    const day = (date: string) => as(lead, `${date}T09:00:00+07:00`);
    await post('start-work', day('2025-02-03')).expect(200);
    await post('report-progress', day('2025-02-20'), {
      period: '2025-02',
      text: 'Đã khảo sát xong',
    }).expect(200);
    const report = await post('report-result', day('2025-03-10'), {
      summary: 'Đã hoàn thành',
      evidence: [
        {
          document: { number: '12/SCT-QLTM', date: '2025-03-10', issuer: null, title: null },
          url: null,
          fileSha256: null,
          note: null,
        },
      ],
    }).expect(200);
    const own = await post('verify-result', day('2025-03-11'));
    expect(own.status).toBe(403);
    expect(own.type).toBe('application/problem+json');
    const verified = await post('verify-result', {
      ...as(PEOPLE.office, '2025-03-12T10:00:00+07:00'),
      'If-Match': `"${report.body.revision}"`,
    }).expect(200);
    expect(verified.body.events.map((each: { type: string }) => each.type)).toEqual([
      'TaskCompleted',
    ]);
    expect(verified.headers['etag']).toBe(`"${verified.body.revision}"`);

    const stale = await post(
      'reopen-task',
      {
        ...as(PEOPLE.office, '2025-03-13T10:00:00+07:00'),
        'If-Match': `"${report.body.revision}"`,
      },
      { reason: 'Kiểm tra lại' },
    );
    expect(stale.status).toBe(412);
    expect(stale.body.code).toBe('STALE_REVISION');
  });

  it('shows buckets that add up, both denominators, and the events behind the completion', async () => {
    const after = await api.head();
    const { body } = await api.http
      .get(`/v1/kpis?unit=qltm&asOf=2025-12-31&after=${after}`)
      .expect(200);
    expect(body).toMatchObject({ caughtUp: true, year: 2025, rule: { minimumN: 3 } });
    const table = body.units[0].kpi.byDateInForce as {
      total: Figure;
      buckets: Record<string, Figure>;
      rates: Record<string, { numerator: number; denominator: number }>;
    };
    expect(Object.keys(table.buckets)).toHaveLength(7);
    const sum = Object.values(table.buckets).reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(table.total.count);
    expect(table.buckets['doneOnTime']!.taskIds).toEqual([task.key]);
    expect(table.buckets['doneOnTime']!.eventIds.length).toBeGreaterThanOrEqual(2);
    expect(table.rates).toHaveProperty('ofDue');
    expect(table.rates).toHaveProperty('ofAll');
    expect(table.rates['ofAll']!.denominator).toBeGreaterThanOrEqual(
      table.rates['ofDue']!.denominator,
    );
  });

  it('keeps what was true on an earlier day', async () => {
    const { body } = await api.http.get('/v1/kpis?unit=qltm&asOf=2025-03-09&year=2025').expect(200);
    expect(body.units[0].kpi.byDateInForce.buckets.doneOnTime.count).toBe(0);
  });

  it('ranks like with like, at a position, under a named rule', async () => {
    const { body } = await api.http.get('/v1/rankings?year=2025&asOf=2025-12-31').expect(200);
    expect(body).toMatchObject({
      isProvisional: true,
      minimumN: 3,
      rule: { id: 'on-time-of-due', version: 1 },
    });
    expect(BigInt(body.position)).toBeGreaterThan(0n);
    const grouped = body.groups.flatMap((group: { entries: { unitId: string }[] }) =>
      group.entries.map(({ unitId }) => unitId),
    );
    expect(grouped).toContain('qltm');
    expect(grouped).not.toContain('tctcd');
    expect(body.excluded.map(({ unitId }: { unitId: string }) => unitId)).toContain('tctcd');
  });

  it.each(['asOf=2025-06-30', 'asOf=2026-05-31', 'asOf=2025-06-30&knownAt=2025-05-01T00:00:00Z'])(
    'tells the same numbers without the lists of tasks, for %s',
    async (view) => {
      const query = `year=2025&${view}`;
      const { body: full } = await api.http.get(`/v1/kpis?${query}`).expect(200);
      const { body: counts } = await api.http.get(`/v1/kpis/counts?${query}`).expect(200);
      const table = full.department.byDateInForce;
      expect(counts.department.byDateInForce.total).toBe(table.total.count);
      for (const [bucket, figure] of Object.entries<Figure>(table.buckets)) {
        expect([bucket, counts.department.byDateInForce.buckets[bucket]]).toEqual([
          bucket,
          figure.count,
        ]);
      }
      expect(counts.department.reporting.rate).toEqual(full.department.reporting.rate);
      expect(counts.units.map(({ unitId }: { unitId: string }) => unitId)).toEqual(
        full.units.map(({ unitId }: { unitId: string }) => unitId),
      );
      const ranks = ({ body }: { body: { groups: { entries: object[] }[] } }) =>
        body.groups.flatMap(({ entries }) => entries.map((entry) => ({ ...entry, kpi: null })));
      const ranked = await api.http.get(`/v1/rankings?${query}`).expect(200);
      const byCounts = await api.http.get(`/v1/rankings/counts?${query}`).expect(200);
      expect(ranks(byCounts)).toEqual(ranks(ranked));
    },
  );

  it('gives the same bytes for the same score, and every line leads to events of the log', async () => {
    const first = await api.http
      .get('/v1/scores/2025')
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    const second = await api.http
      .get('/v1/scores/2025')
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    expect(second.text).toBe(first.text);
    expect(first.body.sheetHash).toMatch(/^[0-9a-f]{64}$/);
    const { body } = await api.http
      .get('/v1/scores/2025/units/qltm')
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    const audit = await api.http
      .get('/v1/audit?limit=1000')
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    const known = new Set(audit.body.events.map(({ eventId }: { eventId: string }) => eventId));
    const linked = body.score.lines.flatMap(
      (line: { eventIds: string[] }) => line.eventIds,
    ) as string[];
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((eventId) => !known.has(eventId))).toEqual([]);
  });

  it('keeps a frozen sheet whatever happens afterwards', async () => {
    const at = '2026-01-05T08:00:00+07:00';
    const frozen = await api.http
      .post('/v1/scores/2025/freeze')
      .set(as(PEOPLE.office, at))
      .expect(200);
    const before = await api.http
      .get('/v1/scores/2025')
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    expect(before.body).toMatchObject({
      status: 'frozen',
      matchesRecord: true,
      sheetHash: frozen.body.sheetHash,
    });
    await post('reopen-task', as(PEOPLE.office, '2025-12-20T10:00:00+07:00'), {
      reason: 'Phát hiện thiếu hồ sơ',
    }).expect(200);
    const after = await api.http
      .get(`/v1/scores/2025?after=${await api.head()}`)
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    expect(after.text).toBe(before.text);
    const again = await api.http.post('/v1/scores/2025/freeze').set(as(PEOPLE.office, at));
    expect(again.status).toBe(409);
    const now = await api.http
      .get(`/v1/scores/2025?asOf=2025-12-31&after=${await api.head()}`)
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    expect(now.body.status).toBe('provisional');
    expect(now.body.sheetHash).not.toBe(frozen.body.sheetHash);
  });

  it('gives the whole trail of a task, in order, as NDJSON', async () => {
    const response = await api.http
      .get(`/v1/audit?task=${task.key}&after=${await api.head()}`)
      .set('Accept', 'application/x-ndjson')
      .expect(200);
    const lines = response.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ revision }) => revision)).toEqual(lines.map((_line, index) => index));
    expect(lines.map(({ type }) => type).slice(0, 3)).toEqual([
      'TaskAssigned',
      'WorkStarted',
      'ProgressReported',
    ]);
    expect(lines.at(-1)).toMatchObject({
      type: 'TaskReopened',
      actorId: PEOPLE.office,
      actorUnitId: 'vp',
    });
    for (const line of lines) {
      expect(line).toHaveProperty('occurredAt');
      expect(line).toHaveProperty('recordedAt');
      expect(line).toHaveProperty('onBehalfOf');
    }
  });

  it('proves that rebuilt read models equal the live ones, and finds a row changed by hand', async () => {
    const before = await api.http.post('/v1/projections/check').expect(200);
    expect(before.body.isEqual).toBe(true);
    await api.database.pool.query('update read.task_board__v3 set title = $1 where key = $2', [
      'sửa tay',
      task.key,
    ]);
    const after = await api.http.post('/v1/projections/check').expect(200);
    expect(after.body.isEqual).toBe(false);
    const wrong = after.body.checks.filter(({ isEqual }: { isEqual: boolean }) => !isEqual);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatchObject({
      name: 'task_board',
      differences: [{ key: task.key, kind: 'changed' }],
    });
  });

  it('says so when the same file is imported again, and adds nothing', async () => {
    const head = await api.head();
    const { body } = await api.http
      .post('/v1/plans')
      .set({ 'Content-Type': 'text/plain', 'X-Actor-Id': PEOPLE.office })
      .send(PLAN.toString('utf8'))
      .expect(200);
    expect(body).toMatchObject({ planId, alreadyImported: true, events: [] });
    expect(await api.head()).toBe(head);
  });
};

describe('the main job on the embedded database', () => mainJob('pglite'));
describeWithPostgres('the main job on a PostgreSQL server', () => mainJob('postgres'));
