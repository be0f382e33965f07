import { openApi, PEOPLE, type ApiUnderTest } from './api-under-test';

const office = { 'X-Actor-Id': PEOPLE.office };
const text = { 'Content-Type': 'text/plain', ...office };

/** One row a mistake: what is sent, the status and code that come back, and what the message must name. */
interface Mistake {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly status: number;
  readonly code: string;
  readonly names: string;
}

const mistakes: Readonly<Record<string, Mistake>> = {
  'an unknown unit': {
    method: 'get',
    path: '/v1/kpis?unit=khong-co',
    status: 404,
    code: 'UNIT_NOT_FOUND',
    names: 'khong-co',
  },
  'a day that does not exist': {
    method: 'get',
    path: '/v1/kpis?asOf=2025-02-30',
    status: 422,
    code: 'DATE_UNREADABLE',
    names: 'asOf',
  },
  'a day in another form': {
    method: 'get',
    path: '/v1/kpis?asOf=31/12/2025',
    status: 400,
    code: 'INVALID_INPUT',
    names: 'asOf',
  },
  'a time without a zone': {
    method: 'get',
    path: '/v1/kpis?knownAt=2025-12-15T17:00:00',
    status: 400,
    code: 'INVALID_INPUT',
    names: 'knownAt',
  },
  'an unknown query field': {
    method: 'get',
    path: '/v1/rankings?yaer=2025',
    status: 400,
    code: 'INVALID_INPUT',
    names: 'yaer',
  },
  'a year that is none': {
    method: 'get',
    path: '/v1/scores/abc',
    headers: office,
    status: 400,
    code: 'INVALID_INPUT',
    names: 'year',
  },
  'a position that is none': {
    method: 'get',
    path: '/v1/scores/2025?position=-1',
    headers: office,
    status: 400,
    code: 'INVALID_INPUT',
    names: 'position',
  },
  'a position in the future': {
    method: 'get',
    path: '/v1/scores/2025?position=999999',
    headers: office,
    status: 409,
    code: 'POSITION_NOT_REACHED',
    names: '999999',
  },
  'an unknown rule set': {
    method: 'get',
    path: '/v1/scores/2025?ruleSet=NONE',
    headers: office,
    status: 404,
    code: 'RULE_SET_NOT_FOUND',
    names: 'NONE',
  },
  'an unknown task': {
    method: 'get',
    path: '/v1/tasks/9.9.z',
    status: 404,
    code: 'TASK_NOT_FOUND',
    names: '9.9.z',
  },
  'an unknown plan': {
    method: 'get',
    path: '/v1/plans/nope',
    status: 404,
    code: 'PLAN_NOT_FOUND',
    names: 'nope',
  },
  'a wrong page size': {
    method: 'get',
    path: '/v1/audit?limit=5000',
    status: 400,
    code: 'INVALID_INPUT',
    names: 'limit',
  },
  'an unknown address': {
    method: 'get',
    path: '/v1/nowhere',
    status: 404,
    code: 'NO_SUCH_ROUTE',
    names: '/v1/nowhere',
  },
  'an empty plan file': {
    method: 'post',
    path: '/v1/plans',
    headers: text,
    body: '',
    status: 422,
    code: 'PLAN_FILE_EMPTY',
    names: 'trống',
  },
  'a binary plan file': {
    method: 'post',
    path: '/v1/plans',
    headers: text,
    body: '%PDF-1.7 \u0000',
    status: 422,
    code: 'PLAN_FILE_BINARY',
    names: 'PDF',
  },
  'a file that is no plan': {
    method: 'post',
    path: '/v1/plans',
    headers: text,
    body: 'Báo cáo tuần này không có gì mới.',
    status: 422,
    code: 'NOT_A_PLAN',
    names: 'nhiệm vụ',
  },
  'a plan sent as JSON': {
    method: 'post',
    path: '/v1/plans',
    headers: office,
    body: { a: 1 },
    status: 400,
    code: 'INVALID_INPUT',
    names: 'text/plain',
  },
  'ten megabytes of JSON': {
    method: 'post',
    path: '/v1/tasks/3.5/start-work',
    body: { a: 'x'.repeat(10 << 20) },
    status: 413,
    code: 'BODY_TOO_LARGE',
    names: '1 MB',
  },
  'JSON cut short': {
    method: 'post',
    path: '/v1/tasks/3.5/start-work',
    headers: { 'Content-Type': 'application/json' },
    body: '{"a":',
    status: 400,
    code: 'BAD_REQUEST',
    names: 'JSON',
  },
  'a command that does not exist': {
    method: 'post',
    path: '/v1/tasks/3.5/fly-away',
    body: {},
    status: 404,
    code: 'UNKNOWN_COMMAND',
    names: 'FlyAway',
  },
  'a field too many': {
    method: 'post',
    path: '/v1/tasks/3.5/start-work',
    headers: office,
    body: { colour: 'đỏ' },
    status: 400,
    code: 'INVALID_INPUT',
    names: 'colour',
  },
  'a field too few': {
    method: 'post',
    path: '/v1/tasks/3.5/cancel-task',
    headers: office,
    body: {},
    status: 400,
    code: 'INVALID_INPUT',
    names: 'reason',
  },
  'a person nobody knows': {
    method: 'post',
    path: '/v1/tasks/3.5/start-work',
    headers: { 'X-Actor-Id': 'cb-999' },
    body: {},
    status: 404,
    code: 'PERSON_NOT_FOUND',
    names: 'cb-999',
  },
  'a transition that is not allowed': {
    method: 'post',
    path: '/v1/tasks/3.5/verify-result',
    headers: office,
    body: {},
    status: 409,
    code: 'TRANSITION_NOT_ALLOWED',
    names: 'VerifyResult',
  },
  'a stale revision': {
    method: 'post',
    path: '/v1/tasks/3.5/cancel-task',
    headers: { ...office, 'If-Match': '"7"' },
    body: { reason: 'Không cần nữa' },
    status: 412,
    code: 'STALE_REVISION',
    names: '7',
  },
  'a revision that is none': {
    method: 'post',
    path: '/v1/tasks/3.5/start-work',
    headers: { ...office, 'If-Match': 'abc' },
    body: {},
    status: 400,
    code: 'INVALID_INPUT',
    names: 'If-Match',
  },
  'something that happens tomorrow': {
    method: 'post',
    path: '/v1/tasks/3.5/start-work',
    headers: { ...office, 'X-Occurred-At': '2099-01-01T00:00:00Z' },
    body: {},
    status: 422,
    code: 'OCCURRED_IN_FUTURE',
    names: '2099',
  },
  'a time that is none': {
    method: 'post',
    path: '/v1/tasks/3.5/start-work',
    headers: { ...office, 'X-Occurred-At': 'hôm qua' },
    body: {},
    status: 400,
    code: 'INVALID_INPUT',
    names: 'X-Occurred-At',
  },
  'an issue of a plan that was never imported': {
    method: 'post',
    path: '/v1/plans/ffffffffffff/issue',
    headers: office,
    body: {},
    status: 404,
    code: 'PLAN_NOT_FOUND',
    names: 'ffffffffffff',
  },
  'an office file with a unit under nobody': {
    method: 'post',
    path: '/v1/office',
    headers: office,
    status: 400,
    code: 'INVALID_INPUT',
    names: 'units',
    body: { department: 'x', units: [], people: [] },
  },
  'a reason that would steer a terminal': {
    method: 'post',
    path: '/v1/tasks/3.5/cancel-task',
    headers: office,
    body: { reason: 'Không\u001b[2Jcần' },
    status: 422,
    code: 'TEXT_HAS_STRAY_CHARACTER',
    names: 'reason: có ký tự điều khiển',
  },
  'a NUL in a query': {
    method: 'get',
    path: '/v1/kpis?unit=a%00',
    status: 422,
    code: 'TEXT_HAS_STRAY_CHARACTER',
    names: 'U+0000',
  },
  'a plan whose text turns its direction': {
    method: 'post',
    path: '/v1/plans',
    headers: text,
    body: 'Kế hoạch\n1. Việc \u202eẩn',
    status: 422,
    code: 'PLAN_FILE_STRAY_CHARACTER',
    names: 'U+202E',
  },
  'an event that is no CloudEvent': {
    method: 'post',
    path: '/v1/events',
    headers: { 'Content-Type': 'application/cloudevents+json' },
    body: '{"specversion":"1.0"}',
    status: 400,
    code: 'INVALID_INPUT',
    names: 'CloudEvent',
  },
};

describe('bad input', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi('pglite');
  });
  afterAll(() => api.close());

  it.each(Object.entries(mistakes))(
    '%s is told plainly and writes nothing',
    async (_title, mistake) => {
      const head = await api.head();
      const headers = { 'Content-Type': 'application/json', ...mistake.headers };
      const sent = api.http[mistake.method](mistake.path).set(headers);
      const response =
        mistake.method === 'get' ? await sent : await sent.send(mistake.body as string | object);
      expect(response.type).toBe('application/problem+json');
      expect(response.body).toMatchObject({ status: mistake.status, code: mistake.code });
      expect(response.status).toBe(mistake.status);
      expect(JSON.stringify(response.body)).toContain(mistake.names);
      expect(response.body.instance).toBe(response.headers['x-correlation-id']);
      expect(await api.head()).toBe(head);
    },
  );

  it('is told in English when English is asked for', async () => {
    const response = await api.http.get('/v1/tasks/9.9.z').set('Accept-Language', 'en').expect(404);
    expect(response.body.detail).toBe('There is no task 9.9.z.');
  });

  it('has a type that the server itself explains', async () => {
    const { body } = await api.http.get('/v1/tasks/9.9.z').expect(404);
    const explained = await api.http.get(body.type as string).expect(200);
    expect(explained.body).toMatchObject({ code: 'TASK_NOT_FOUND', type: body.type });
  });
});

describe('the door', () => {
  it('refuses another host name while there is no token', async () => {
    const api = await openApi('pglite', { sample: false });
    const response = await api.http.get('/v1/plans').set('Host', 'evil.example');
    expect(response.status).toBe(421);
    await api.close();
  });

  it('asks for the token when one is set, and keeps health open', async () => {
    const token = 'a-token-of-sixteen-and-more';
    const api = await openApi('pglite', { sample: false, environment: { API_TOKEN: token } });
    const without = await api.http.get('/v1/plans');
    expect(without.status).toBe(401);
    expect(without.headers['www-authenticate']).toContain('Bearer');
    expect((await api.http.get('/v1/plans').set('Authorization', 'Bearer wrong')).status).toBe(401);
    expect((await api.http.get('/v1/plans').set('Authorization', `Bearer ${token}`)).status).toBe(
      200,
    );
    expect((await api.http.get('/health')).status).toBe(200);
    await api.close();
  });
});
