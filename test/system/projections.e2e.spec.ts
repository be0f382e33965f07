import { describeWithPostgres } from '@thidua/database/testing';
import { until } from '@thidua/projections/testing';
import { openApi, PEOPLE, type ApiUnderTest } from './api-under-test';

const operator = { 'X-Actor-Id': PEOPLE.office };
const MODEL = 'task_board';

interface Task {
  readonly key: string;
  readonly state: string;
  readonly leadUnitIds: readonly string[];
}
interface Health {
  readonly name: string;
  readonly leaseOwner: string | null;
}
interface Official {
  readonly personId: string;
  readonly posts: readonly { readonly unitId: string; readonly post: string }[];
}

const operating = (kind: 'pglite' | 'postgres') => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi(kind);
  });
  afterAll(() => api.close());

  const act = (name: string, body: object = {}, model = MODEL) =>
    api.http.post(`/v1/projections/${model}/${name}`).set(operator).send(body);
  const tasks = async (): Promise<readonly Task[]> =>
    (await api.http.get('/v1/tasks?limit=1000').expect(200)).body.tasks as Task[];
  const health = async (): Promise<Health | undefined> => {
    const { body } = await api.http.get('/v1/projections').expect(200);
    return (body.projections as Health[]).find(({ name }) => name === MODEL);
  };

  it('rebuilds a read model while it answers every question', async () => {
    const before = await tasks();
    const answers: number[] = [];
    const state = { isOver: false };
    const reading = (async () => {
      while (!state.isOver) answers.push((await api.http.get('/v1/tasks?limit=1')).status);
    })();
    const { body } = await act('rebuild', { replaces: 1 }).expect(200);
    state.isOver = true;
    await reading;
    expect(body).toEqual({ generation: 2, position: await api.head(), repeated: false });
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    expect(answers.length).toBeGreaterThan(0);
    expect(await tasks()).toEqual(before);
    expect((await act('rebuild', { replaces: 1 }).expect(200)).body).toMatchObject({
      generation: 2,
      repeated: true,
    });
    await until(async () => (await health())?.leaseOwner !== null);
    expect(await health()).toMatchObject({
      ...{ generation: 2, lag: '0', lagSeconds: 0 },
      generations: [{ state: 'retired', leaseOwner: null }, { state: 'live' }],
    });
  });

  it('rolls back to the kept generation and drops the other one', async () => {
    const before = await tasks();
    expect((await act('rollback', { generation: 1 }).expect(200)).body).toMatchObject({
      generation: 1,
    });
    expect(await tasks()).toEqual(before);
    const refused = await act('drop', { generation: 1 }).expect(409);
    expect(refused.body).toMatchObject({ code: 'GENERATION_IN_USE' });
    // The process that fed it goes over to the other generation by itself.
    await until(async () => (await act('drop', { generation: 2 })).status === 200);
    expect((await act('drop', { generation: 2 }).expect(200)).body).toEqual({ dropped: false });
    expect((await act('rollback', { generation: 2 })).body).toMatchObject({
      status: 404,
      code: 'GENERATION_NOT_FOUND',
    });
  });

  it('skips what a read model cannot take, on record, and a rebuild skips the same', async () => {
    const assigned = (await tasks()).find(({ state }) => state === 'assigned');
    const key = assigned?.key ?? '';
    await api.database.pool.query(
      `alter table read.task_board__v3 add constraint no_start check (key <> '${key}' or state = 'assigned')`,
    );
    await api.http
      .post(`/v1/tasks/${key}/start-work`)
      .set({ 'X-Actor-Id': await leaderOf(assigned?.leadUnitIds[0]) })
      .send({})
      .expect(200);
    await api.application.queries.taskBoard({ after: await api.head() });
    expect(await health()).toMatchObject({ condition: 'parked', parkedCount: 1 });
    const parked = (await api.http.get(`/v1/projections/${MODEL}/parked`).expect(200)).body.parked;
    expect(parked).toMatchObject([{ key }]);

    const noReason = await act('skip', { key, reason: '  ' }).expect(400);
    expect(noReason.body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ path: 'reason' }] });
    const skipped = await act('skip', { key, reason: 'Ghi nhầm nhiệm vụ' }).expect(200);
    expect(skipped.body).toMatchObject({ repeated: false, retried: { leftCount: 0 } });
    const again = await act('skip', { key, reason: 'Ghi nhầm nhiệm vụ' }).expect(200);
    expect(again.body).toMatchObject({ repeated: true, skipped: skipped.body.skipped });

    const record = await api.http.get(`/v1/projections/${MODEL}/skipped`).expect(200);
    expect(record.body.skipped).toMatchObject([
      {
        key,
        position: parked[0].position,
        eventType: 'WorkStarted',
        reason: 'Ghi nhầm nhiệm vụ',
        actor: { kind: 'person', id: PEOPLE.office },
      },
    ]);
    expect(await health()).toMatchObject({ condition: 'well', skippedCount: 1 });
    const check = await api.http.post('/v1/projections/check').expect(200);
    expect(check.body.isEqual).toBe(true);
  });

  const leaderOf = async (unitId: string | undefined): Promise<string> => {
    const { body } = await api.http.get('/v1/officials').expect(200);
    const leader = (body.officials as Official[]).find(({ posts }) =>
      posts.some((each) => each.unitId === unitId && each.post === 'head'),
    );
    return leader?.personId ?? '';
  };

  it('refuses what it does not know, by name', async () => {
    expect((await act('resume', {}, 'nothing').expect(404)).body).toMatchObject({
      code: 'PROJECTION_NOT_FOUND',
      detail: expect.stringContaining('task_board') as string,
    });
    expect((await act('rollback', {}).expect(400)).body).toMatchObject({
      errors: [{ path: 'generation' }],
    });
    expect((await act('skip', { position: '1', reason: 'x' }).expect(409)).body).toMatchObject({
      code: 'NOTHING_TO_SKIP',
    });
    expect((await act('retry', { key: '' }).expect(400)).body).toMatchObject({
      errors: [{ path: 'key' }],
    });
    await act('resume').expect(200);
  });
};

describe('operating the read models on the embedded database', () => {
  operating('pglite');
});
describeWithPostgres('operating the read models on PostgreSQL', () => {
  operating('postgres');
});

describe('a question that asks for a position', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi('pglite');
  });
  afterAll(() => api.close());

  it('says so when the position asked for is not reached in time', async () => {
    await api.database.pool.query(
      `update read.projections set error = '{"position": "0", "message": "stopped by the test"}'
        where name = $1 and state = 'live'`,
      [MODEL],
    );
    const head = BigInt(await api.head());
    const { body } = await api.http.get(`/v1/tasks?limit=1&after=${head + 1n}`).expect(200);
    expect(body).toMatchObject({ caughtUp: false, position: head.toString() });
    await api.http.post(`/v1/projections/${MODEL}/resume`).send({}).expect(200);
  });
});
