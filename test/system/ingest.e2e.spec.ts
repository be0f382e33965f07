import { CloudEvent, HTTP } from 'cloudevents';
import { openApi, type ApiUnderTest } from './api-under-test';

/** Tasks of the sample plan, one a test. */
const TASKS = ['3.1', '3.2', '3.5', '3.6', '3.4', '3.7', '3.8'] as const;
let subject: string = TASKS[0];

const started = (id: string, over: object = {}) =>
  new CloudEvent({
    id,
    source: 'https://vanban.example/ioffice',
    type: 'vn.thidua.task.WorkStarted',
    subject,
    time: '2025-02-03T02:00:00.000Z',
    datacontenttype: 'application/json',
    data: {},
    ...over,
  });

describe('taking one CloudEvent', () => {
  let api: ApiUnderTest;
  let next = 0;
  beforeAll(async () => {
    api = await openApi('pglite');
  });
  beforeEach(() => {
    subject = TASKS[next] ?? '';
    next += 1;
  });
  afterAll(() => api.close());

  const send = ({ headers, body }: { headers: object; body: unknown }) =>
    api.http
      .post('/v1/events')
      .set(headers as Record<string, string>)
      .send(body as string);

  it('gives the same answer in both modes and writes once', async () => {
    const binary = await send(HTTP.binary(started('e-1')));
    expect(binary.body).toMatchObject({ repeated: false, events: [{ type: 'WorkStarted' }] });
    expect(binary.status).toBe(200);
    const head = await api.head();
    const structured = await send(HTTP.structured(started('e-1')));
    expect(structured.body).toEqual({ ...binary.body, repeated: true });
    expect(await api.head()).toBe(head);
  });

  it('answers 409 to other content under a used source and id', async () => {
    await send(HTTP.structured(started('e-2'))).expect(200);
    const other = await send(HTTP.structured(started('e-2', { time: '2025-02-04T02:00:00.000Z' })));
    expect(other.status).toBe(409);
    expect(other.body.code).toBe('EVENT_CONFLICT');
  });

  it('records who sent it, when it happened and when it was taken', async () => {
    await send(HTTP.structured(started('e-3'))).expect(200);
    const { body } = await api.http
      .get(`/v1/audit?task=${subject}&type=WorkStarted&after=${await api.head()}`)
      .expect(200);
    expect(body.events).toHaveLength(1);
    expect(body.events[0]).toMatchObject({
      actorKind: 'service',
      actorId: 'vanban.example-ioffice',
      occurredAt: '2025-02-03T02:00:00.000Z',
    });
    expect(body.events[0].recordedAt > '2026').toBe(true);
  });

  it('names the types it takes when it does not know one', async () => {
    const response = await send(
      HTTP.structured(started('e-4', { type: 'vn.thidua.task.Exploded' })),
    );
    expect(response.body.code).toBe('EVENT_TYPE_UNKNOWN');
    expect(response.body.facts.known).toContain('vn.thidua.task.ProgressReported');
  });

  it('refuses what the task refuses, and takes it later when it has become possible', async () => {
    const completed = started('e-5', {
      type: 'vn.thidua.task.TaskCompleted',
      authid: 'cb-004',
      time: '2025-03-02T02:00:00.000Z',
    });
    expect((await send(HTTP.structured(completed))).body.code).toBe('TRANSITION_NOT_ALLOWED');
    const reported = started('e-6', {
      type: 'vn.thidua.task.ResultReported',
      time: '2025-03-01T02:00:00.000Z',
      authid: 'cb-016',
      data: {
        summary: 'Xong',
        evidence: [
          { document: null, url: 'https://example.vn/van-ban/1', fileSha256: null, note: null },
        ],
      },
    });
    const board = await api.http.get(`/v1/tasks/${subject}`).expect(200);
    const leadUnitId: string = board.body.task.leadUnitIds[0];
    const lead = (await api.http.get('/v1/officials')).body.officials.find(
      (each: { posts: { unitId: string }[] }) =>
        each.posts.some(({ unitId }) => unitId === leadUnitId),
    ).personId as string;
    expect((await send(HTTP.structured(reported.cloneWith({ authid: lead })))).body).toMatchObject({
      events: [{ type: 'WorkStarted' }, { type: 'ResultReported' }],
    });
    expect((await send(HTTP.structured(completed))).body.events).toMatchObject([
      { type: 'TaskCompleted' },
    ]);
  });

  const sendBatch = (events: readonly unknown[]) =>
    api.http
      .post('/v1/events')
      .set('Content-Type', 'application/cloudevents-batch+json')
      .send(JSON.stringify(events));

  it('takes a batch event by event, in order, and says what became of each', async () => {
    const batch = [
      started('b-1'),
      started('b-2', { subject: '3.10' }),
      started('b-3', { type: 'vn.thidua.task.TaskCompleted' }),
      started('b-1'),
    ].map((event) => event.toJSON());
    const { body } = await sendBatch(batch).expect(200);
    expect(body.events).toMatchObject([
      { id: 'b-1', status: 200, outcome: { repeated: false } },
      { id: 'b-2', status: 200, outcome: { events: [{ type: 'WorkStarted' }] } },
      { id: 'b-3', status: 409, problem: { code: 'TRANSITION_NOT_ALLOWED' } },
      { id: 'b-1', status: 200, outcome: { repeated: true } },
    ]);
    const again = await sendBatch(batch.slice(0, 2)).expect(200);
    expect(again.body.events).toMatchObject([
      { outcome: { repeated: true } },
      { outcome: { repeated: true } },
    ]);
  });

  it('takes events about one task in their order, whichever way they name it', async () => {
    const { body: board } = await api.http.get('/v1/tasks/3.11').expect(200);
    const key: string = board.task.key;
    const unitId: string = board.task.leadUnitIds[0];
    const reported = (id: string, name: string, month: string) =>
      started(id, {
        type: 'vn.thidua.task.ProgressReported',
        subject: name,
        time: `2025-${month}-25T02:00:00.000Z`,
        data: {
          unitId,
          period: `2025-${month}`,
          text: 'Tie\u0302\u0301n đo\u0323\u0302',
          percent: 40,
        },
      });
    const batch = [
      reported('d-1', key, '02'),
      reported('d-2', '3.11', '03'),
      reported('d-3', key, '03'),
      reported('d-4', key, '04'),
      reported('d-5', 'nowhere', '04'),
    ].map((event) => event.toJSON());
    const { body } = await sendBatch(batch).expect(200);
    const revisions = body.events.map((each: { outcome: { revision: number } | null }) =>
      each.outcome === null ? null : each.outcome.revision,
    );
    const first: number = revisions[0];
    expect(revisions).toEqual([first, first + 1, null, first + 2, null]);
    expect(body.events[2]).toMatchObject({
      ...{ status: 409, problem: { code: 'PERIOD_ALREADY_REPORTED' } },
    });
    expect(body.events[4]).toMatchObject({ status: 404, problem: { code: 'TASK_NOT_FOUND' } });
    const { body: audit } = await api.http
      .get(`/v1/audit?task=3.11&type=ProgressReported&after=${await api.head()}`)
      .expect(200);
    expect(JSON.stringify(audit.events)).toContain('Tiến độ');
    const changed = { ...batch[0], time: '2025-02-26T02:00:00.000Z' };
    const { body: other } = await sendBatch([changed]);
    expect(other.events).toMatchObject([{ status: 409, problem: { code: 'EVENT_CONFLICT' } }]);
  });

  it.each([
    ['an empty batch', []],
    ['more than a thousand events', Array.from({ length: 1001 }, () => ({}))],
  ])('refuses %s', async (_title, events) => {
    const { body } = await sendBatch(events).expect(400);
    expect(body).toMatchObject({ code: 'INVALID_INPUT' });
    expect(JSON.stringify(body.errors)).toContain('1000');
  });

  it('takes nothing of a batch that it cannot read, and names the event', async () => {
    const head = await api.head();
    const good = started('c-1', { subject: '3.12' }).toJSON();
    const { body } = await sendBatch([good, { ...good, id: 'c-2', subject: '' }]).expect(400);
    expect(body.errors).toMatchObject([{ path: '1.subject' }]);
    expect(await api.head()).toBe(head);
  });
});
