import { OFFICE, openApi, PEOPLE, PLAN, type ApiUnderTest } from './api-under-test';

interface OfficeFile {
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly kind: string;
    readonly parentUnitId: string | null;
    readonly aliases: readonly string[];
    readonly fromOn: string;
  }[];
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly fromOn: string;
    readonly posts: readonly {
      readonly unitId: string;
      readonly post: string;
      readonly fromOn: string;
    }[];
  }[];
}
interface UnitOnDay {
  readonly unitId: string;
  readonly name: string;
  readonly parentUnitId: string | null;
}
interface BoardTask {
  readonly key: string;
  readonly no: string;
  readonly state: string;
  readonly leadUnitIds: readonly string[];
}

const office = OFFICE as OfficeFile;
const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\n`).join('');

/** The sample office as the lists a personnel system would give out. */
const LISTS = {
  units: csv(
    ['unit', 'name', 'kind', 'parent', 'aliases', 'validFrom'],
    ...office.units.map(({ unitId, name, kind, parentUnitId, aliases, fromOn }) => [
      ...[unitId, name, kind, parentUnitId ?? '', aliases.join('|'), fromOn],
    ]),
  ),
  officials: csv(
    ['person', 'name', 'validFrom'],
    ...office.people.map(({ personId, name, fromOn }) => [personId, name, fromOn]),
  ),
  posts: csv(
    ['person', 'unit', 'post', 'validFrom'],
    ...office.people.flatMap(({ personId, posts }) =>
      posts.map(({ unitId, post, fromOn }) => [personId, unitId, post, fromOn]),
    ),
  ),
};

const paper = { number: '15/QĐ-UBND', date: '2025-06-20', issuer: null, title: null };
const by = (day: string) => ({
  'X-Actor-Id': PEOPLE.office,
  'X-Occurred-At': `${day}T09:00:00+07:00`,
});

describe('an office that changes', () => {
  let api: ApiUnderTest;
  let led: readonly BoardTask[];
  beforeAll(async () => {
    api = await openApi('pglite', { sample: false });
  });
  afterAll(() => api.close());

  const post = (path: string, day: string, body: object) =>
    api.http.post(path).set(by(day)).send(body);
  const get = async <Body>(path: string): Promise<Body> => {
    const after = `${path.includes('?') ? '&' : '?'}after=${await api.head()}`;
    return (await api.http.get(`${path}${after}`).set(by('2025-01-15')).expect(200)).body as Body;
  };
  const tasksOn = async (query: string) =>
    (await get<{ readonly tasks: readonly BoardTask[] }>(`/v1/tasks?${query}`)).tasks;
  const board = () => tasksOn('limit=1000');
  const unitOn = async (unitId: string, day: string) => {
    const { units } = await get<{ readonly units: readonly UnitOnDay[] }>(`/v1/units?asOf=${day}`);
    return units.find((unit) => unit.unitId === unitId);
  };

  it('is taken from its lists, first shown and then written, and works at once', async () => {
    const lists = '/v1/organisation/import';
    const shown = await post(lists, '2025-01-02', { ...LISTS, dryRun: true }).expect(200);
    expect(shown.body).toMatchObject({ dryRun: true, nameCount: office.people.length });
    expect(await api.head()).toBe('0');
    const taken = await post(lists, '2025-01-02', LISTS).expect(200);
    expect(taken.body).toMatchObject({ dryRun: false, eventCount: shown.body.eventCount });
    const bad = LISTS.posts.replace('"cb-001","sct"', '"cb-001","khong-co"');
    const refused = await post(lists, '2025-01-02', { posts: bad });
    expect(refused.status).toBe(400);
    const paths = refused.body.errors.map(({ path }: { readonly path: string }) => path);
    expect(paths).toContain('posts:2:unit');

    const imported = await api.http
      .post('/v1/plans?number=1/KH&date=2025-01-10')
      .set({ ...by('2025-01-10'), 'Content-Type': 'text/plain' })
      .send(PLAN.toString('utf8'))
      .expect(200);
    await post(`/v1/plans/${imported.body.planId as string}/issue`, '2025-01-10', {}).expect(200);
    led = (await board()).filter(({ leadUnitIds }) => leadUnitIds.includes('qltm'));
    expect(led.length).toBeGreaterThan(2);
  });

  it('is split: open tasks go to whom they are given, the closed one stays', async () => {
    const [closed, given, ...rest] = led;
    const reason = { reason: 'Cấp trên rút nhiệm vụ' };
    await post(`/v1/tasks/${closed!.key}/cancel-task`, '2025-03-03', reason).expect(200);
    const news = csv(
      ['unit', 'name', 'kind', 'parent', 'aliases', 'validFrom'],
      ['tm', 'Phòng Thương mại', 'division', 'sct', '', '2025-07-01'],
      ['xnk', 'Phòng Xuất nhập khẩu', 'division', 'sct', '', '2025-07-01'],
    );
    await post('/v1/organisation/import', '2025-07-01', { units: news }).expect(200);
    const split = { intoUnitIds: ['tm', 'xnk'], effectiveOn: '2025-07-01', document: paper };
    const forgotten = await post('/v1/units/qltm/split-unit', '2025-07-01', split);
    expect(forgotten.body.code).toBe('SPLIT_SHARES_MISSING');
    const shares = [{ taskId: given!.key, unitId: 'xnk' }];
    const whole = { ...split, shares, restUnitId: 'tm' };
    const done = await post('/v1/units/qltm/split-unit', '2025-07-01', whole).expect(200);
    expect(done.body).toMatchObject({ settled: true });

    const leads = new Map((await board()).map(({ key, leadUnitIds }) => [key, leadUnitIds]));
    expect(leads.get(closed!.key)).toEqual(['qltm']);
    expect(leads.get(given!.key)).toContain('xnk');
    expect(rest.map(({ key }) => leads.get(key)?.includes('tm'))).toEqual(rest.map(() => true));
    expect([...leads.values()].flat().filter((unitId) => unitId === 'qltm')).toHaveLength(1);
  });

  it('calls its units by the names of the day, before and after', async () => {
    expect(await unitOn('qltm', '2025-06-30')).toMatchObject({ name: 'Phòng Quản lý thương mại' });
    expect(await unitOn('qltm', '2025-07-01')).toBeUndefined();
    expect(await unitOn('xnk', '2025-06-30')).toBeUndefined();

    const name = 'Phòng Ngoại thương';
    const renamed = { name, fromOn: '2025-09-01', legalBasis: paper };
    await post('/v1/units/xnk/rename-unit', '2025-09-01', renamed).expect(200);
    expect(await unitOn('xnk', '2025-08-31')).toMatchObject({ name: 'Phòng Xuất nhập khẩu' });
    expect(await unitOn('xnk', '2025-09-01')).toMatchObject({ name });

    const moved = { parentUnitId: 'ccqltt', fromOn: '2025-10-01', legalBasis: paper };
    await post('/v1/units/xnk/move-unit', '2025-10-01', moved).expect(200);
    expect(await unitOn('xnk', '2025-09-30')).toMatchObject({ parentUnitId: 'sct' });
    expect(await unitOn('xnk', '2025-10-01')).toMatchObject({ parentUnitId: 'ccqltt', name });
    // A unit cannot come to stand under what stands under it.
    const circle = { parentUnitId: 'xnk', fromOn: '2025-10-02', legalBasis: null };
    expect((await post('/v1/units/ccqltt/move-unit', '2025-10-02', circle)).status).toBe(422);

    const history = await get('/v1/units/xnk/history');
    expect(JSON.stringify(history)).toContain('Phòng Xuất nhập khẩu');
    const found = await tasksOn(`unit=${encodeURIComponent(name)}`);
    expect(found.map(({ key }) => key)).toEqual([led[1]!.key]);
  });
});
