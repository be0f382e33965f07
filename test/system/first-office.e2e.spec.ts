import { OFFICE, openApi, PEOPLE, PLAN, type ApiUnderTest } from './api-under-test';

describe('an empty log', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi('pglite', { sample: false });
  });
  afterAll(() => api.close());

  const office = () => api.http.post('/v1/office').send(OFFICE as object);

  it('takes its first office from whoever may reach it, recorded as the act of the system', async () => {
    const { body } = await office().expect(200);
    expect(body).toMatchObject({ unitCount: 8, officialCount: 28 });
    const audit = await api.http
      .get(`/v1/audit?type=UnitFounded&after=${body.position}`)
      .expect(200);
    expect(audit.body.events).toHaveLength(8);
    expect(audit.body.events[0]).toMatchObject({ actorKind: 'system' });
  });

  it('keeps names of people out of every event', async () => {
    const officials = (await api.http.get('/v1/officials').expect(200)).body.officials as {
      name: string;
    }[];
    const audit = await api.http
      .get('/v1/audit?limit=1000')
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    expect(officials).toHaveLength(28);
    expect(officials.filter(({ name }) => audit.text.includes(name))).toEqual([]);
  });

  it('adds nothing when the same office comes again, and asks for a person from then on', async () => {
    const head = await api.head();
    const again = await office().set('X-Actor-Id', PEOPLE.office).expect(200);
    expect(again.body).toMatchObject({ unitCount: 0, officialCount: 0, eventCount: 0 });
    expect(await api.head()).toBe(head);
    const rename = { name: 'Văn phòng Sở (mới)', fromOn: '2026-01-01', legalBasis: null };
    const byService = await api.http.post('/v1/units/vp/rename-unit').send(rename);
    expect(byService.status).toBe(403);
  });

  it('refuses to issue a plan to units that do not exist, naming them, and writes nothing', async () => {
    const strange = PLAN.toString('utf8').replaceAll(
      'Phòng Quản lý thương mại',
      'Phòng Không Có Thật',
    );
    const imported = await api.http
      .post('/v1/plans?number=1/KH&date=2025-01-10')
      .set({ 'Content-Type': 'text/plain', 'X-Actor-Id': PEOPLE.office })
      .send(strange)
      .expect(200);
    const head = await api.head();
    const issue = await api.http
      .post(`/v1/plans/${imported.body.planId as string}/issue`)
      .set('X-Actor-Id', PEOPLE.office)
      .send({});
    expect(issue.status).toBe(422);
    expect(issue.body).toMatchObject({ code: 'LEAD_NOT_RESOLVED' });
    expect(issue.body.detail).toContain('Phòng Không Có Thật');
    expect(await api.head()).toBe(head);
  });
});
