import { openApi, PEOPLE, type ApiUnderTest } from './api-under-test';

/** On the staff of another unit. */
const STRANGER = 'cb-028';

const paper = (number: string) => ({ number, date: null, issuer: null, title: null });

/** Units under the decree, over HTTP: from what is entered to what is published. */
describe('the evaluation of units under the decree', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi('pglite');
  });
  afterAll(() => api.close());
  describe('reading scores', () => {
    const read = async (path: string, actor: string | null): Promise<number | string> => {
      const asked = api.http.get(`/v1/scores/${path}`);
      const { status, body } = await (actor === null ? asked : asked.set('X-Actor-Id', actor));
      return status === 403 ? (body as { code: string }).code : status;
    };

    // cb-009 heads qlcn, where cb-012 serves; cb-013 heads another division.
    it.each([
      ['2025', PEOPLE.clerk, 200],
      ['2025', PEOPLE.deputy, 200],
      ['2025', 'cb-009', 'SCORES_NOT_OPEN'],
      ['2025', null, 'SCORES_NOT_OPEN'],
      ['2026/facts', 'cb-009', 'SCORES_NOT_OPEN'],
      ['2026/organisations', 'cb-009', 'SCORES_NOT_OPEN'],
      ['2025/export/csv', 'cb-012', 'SCORES_NOT_OPEN'],
      ['2025/units/qlcn', 'cb-009', 200],
      ['2025/units/qlcn', 'cb-013', 'UNIT_SCORE_NOT_OPEN'],
      ['2025/units/qlcn', 'cb-012', 'UNIT_SCORE_NOT_OPEN'],
      ['2026/people/cb-012', 'cb-012', 200],
      ['2026/people/cb-012', 'cb-009', 200],
      ['2026/people/cb-012', 'cb-013', 'PERSON_SCORE_NOT_OPEN'],
      ['2026/people/cb-012', null, 'PERSON_SCORE_NOT_OPEN'],
    ])('of %s by %s is answered with %s', async (path, actor, answer) => {
      expect(await read(path, actor)).toBe(answer);
    });

    it('in a question of the year’s end is refused like the rest, and other questions are not', async () => {
      const status = async (question: string, actor: string) => {
        const asked = api.http.get(`/v1/questions/${question}`).set('X-Actor-Id', actor);
        return (await asked).status;
      };
      expect(await status('22?year=2026', 'cb-009')).toBe(403);
      expect(await status('22?year=2026', PEOPLE.office)).toBe(404);
      expect(await status('21?year=2026', 'cb-009')).toBe(200);
    });

    it('of a cycle is open to those who keep it, and a form to its person', async () => {
      const status = async (path: string, actor: string) => {
        const { body } = await api.http.get(`/v1/evaluations/x/${path}`).set('X-Actor-Id', actor);
        return (body as { code: string }).code;
      };
      expect(await status('sheet', 'cb-012')).toBe('SCORES_NOT_OPEN');
      expect(await status('sheet', PEOPLE.office)).toBe('EVALUATION_NOT_FOUND');
      expect(await status('export/mau-02?person=cb-012', 'cb-013')).toBe('PERSON_SCORE_NOT_OPEN');
      expect(await status('export/mau-02?person=cb-012', 'cb-012')).toBe('EVALUATION_NOT_FOUND');
      expect(await status('export/csv?person=cb-012', 'cb-012')).toBe('SCORES_NOT_OPEN');
    });
  });

  const id = '2026.ND335_ORG';
  const post = (path: string, actor: string, day: string, body: object = {}) =>
    api.http
      .post(`/v1/${path}`)
      .set({ 'X-Actor-Id': actor, 'X-Occurred-At': `2026-08-${day}T09:00:00+07:00` })
      .send(body);
  const step = (name: string, actor: string, day: string, body: object = {}) =>
    post(`evaluations/${id}/${name}`, actor, day, body).expect(200);

  it('opens, freezes, computes and publishes what was entered, and no class without data', async () => {
    const marks = {
      ...{ entryId: 'd', general: '28', result: '66', reason: 'Biên bản', document: paper('7/BB') },
    };
    const address = 'unit-marks/vp.2026/confirm-unit-marks';
    await post(address, 'cb-009', '19', marks).expect(403);
    await post(address, PEOPLE.office, '19', marks).expect(200);
    const opened = await post('evaluations', PEOPLE.office, '20', {
      year: 2026,
      ruleSet: 'ND335_ORG',
    });
    expect(opened.body).toMatchObject({ stream: `evaluation-${id}` });
    const procedure = { quorum: '2/3', appealWorkingDays: 10, basis: paper('3/QC-SCT') };
    await step('set-procedure', PEOPLE.office, '20', procedure);
    for (const name of ['close-collection', 'freeze', 'compute'])
      await step(name, PEOPLE.office, '20');
    const text = (
      await api.http.get(`/v1/evaluations/${id}/sheet`).set('X-Actor-Id', PEOPLE.office).expect(200)
    ).text;
    const sheet = JSON.parse(text) as { sheetHash: string; units: { unitId: string }[] };
    expect(sheet.units.find(({ unitId }) => unitId === 'vp')).toMatchObject({
      ...{ status: 'INSUFFICIENT_DATA', class: null, band: 'HTXS', total: { exact: '94' } },
    });
    await step('record-review', PEOPLE.office, '21', {
      ...{
        reviewId: 'yk',
        by: 'party-committee',
        subjectId: 'vp',
        view: 'Nhất trí',
        document: null,
      },
    });
    await step('record-meeting', PEOPLE.office, '22', {
      ...{ heldOn: '2026-08-22', entitledCount: 3, minutes: paper('8/BB-SCT') },
      attendeeIds: [PEOPLE.director, PEOPLE.deputy],
      votes: [{ subjectId: 'vp', inFavour: 2, against: 0, abstained: 0 }],
    });
    const { sheetHash } = sheet;
    const approval = { sheetHash, adjustmentCount: 0, document: paper('20/QĐ-SCT') };
    await step('approve-evaluation', PEOPLE.director, '24', approval);
    await step('publish-score', PEOPLE.director, '24', { sheetHash, document: paper('21/TB') });
    expect(
      (
        await api.http
          .get(`/v1/evaluations/${id}/sheet`)
          .set('X-Actor-Id', PEOPLE.office)
          .expect(200)
      ).text,
    ).toBe(text);
  });
});

/** A cycle of the sample year from its opening to an upheld appeal, over HTTP. */
describe('the evaluation of a year', () => {
  let api: ApiUnderTest;
  let id: string;
  let unitId: string;
  let sheetHash: string;
  let published: string;
  beforeAll(async () => {
    api = await openApi('pglite');
  });
  afterAll(() => api.close());

  const step = (name: string, actor: string, day: string, body: object = {}) =>
    api.http
      .post(`/v1/evaluations/${id}/${name}`)
      .set({ 'X-Actor-Id': actor, 'X-Occurred-At': `${day}T09:00:00+07:00` })
      .send(body);
  const shownTo = async (actor: string) => {
    const address = `/v1/evaluations/${id}?after=${await api.head()}`;
    return (await api.http.get(address).set('X-Actor-Id', actor).expect(200)).body as {
      readonly isWhole: boolean;
      readonly evaluation: Record<string, unknown>;
    };
  };
  const show = async () => (await shownTo(PEOPLE.office)).evaluation;
  const sheet = async () =>
    (await api.http.get(`/v1/evaluations/${id}/sheet`).set('X-Actor-Id', PEOPLE.office).expect(200))
      .text;

  it('opens, collects, freezes and computes, each in its turn', async () => {
    const opened = await api.http
      .post('/v1/evaluations')
      .set({ 'X-Actor-Id': PEOPLE.office, 'X-Occurred-At': '2026-08-20T08:00:00+07:00' })
      .send({ year: 2025 })
      .expect(200);
    id = (opened.body.stream as string).replace('evaluation-', '');
    const early = await step('freeze', PEOPLE.office, '2026-08-20');
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ type: '/problems/not-collected' });

    const procedure = { quorum: '2/3', appealWorkingDays: 10, basis: paper('3/QC-SCT') };
    await step('set-procedure', PEOPLE.office, '2026-08-20', procedure).expect(200);
    await step('close-collection', PEOPLE.office, '2026-08-20').expect(200);
    await step('freeze', PEOPLE.office, '2026-08-20', { asOf: '2025-12-31' }).expect(200);
    await step('compute', PEOPLE.office, '2026-08-20').expect(200);
    const { status, computed } = (await show()) as {
      status: string;
      computed: { sheetHash: string };
    };
    expect(status).toBe('computed');
    ({ sheetHash } = computed);
    const { units } = JSON.parse(await sheet()) as { units: { unit: { unitId: string } }[] };
    unitId = units.map(({ unit }) => unit.unitId).find((each) => each !== 'vp') ?? '';
  });

  it('is reviewed, met on, approved and published, and refuses whoever may not', async () => {
    const review = {
      reviewId: 'yk-1',
      by: 'party-committee',
      subjectId: unitId,
      view: 'Nhất trí',
      document: null,
    };
    await step('record-review', PEOPLE.office, '2026-08-21', review).expect(200);
    const meeting = {
      heldOn: '2026-08-22',
      entitledCount: 3,
      attendeeIds: [PEOPLE.director, PEOPLE.deputy],
      minutes: paper('8/BB-SCT'),
      votes: [{ subjectId: unitId, inFavour: 2, against: 0, abstained: 1 }],
    };
    const wrong = await step('record-meeting', PEOPLE.office, '2026-08-22', meeting);
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ code: 'VOTES_DO_NOT_ADD_UP' });
    const votes = [{ subjectId: unitId, inFavour: 2, against: 0, abstained: 0 }];
    await step('record-meeting', PEOPLE.office, '2026-08-22', { ...meeting, votes }).expect(200);

    const approval = { sheetHash, adjustmentCount: 0, document: paper('20/QĐ-SCT') };
    await step('approve-evaluation', PEOPLE.deputy, '2026-08-24', approval).expect(403);
    await step('approve-evaluation', PEOPLE.director, '2026-08-24', approval).expect(200);
    const publication = { sheetHash, document: paper('21/TB-SCT') };
    await step('publish-score', PEOPLE.director, '2026-08-24', publication).expect(200);
    published = await sheet();
  });

  it.each([
    ['freeze', { position: '1' }, 409, 'ALREADY_PUBLISHED'],
    [
      'adjust-score',
      { line: 'x', points: '1', reason: 'y', agreedBy: PEOPLE.deputy },
      409,
      'ALREADY_PUBLISHED',
    ],
    [
      'publish-score',
      { sheetHash: 'f'.repeat(64), document: paper('22/TB-SCT') },
      409,
      'ALREADY_PUBLISHED',
    ],
    ['record-score', {}, 404, 'UNKNOWN_COMMAND'],
  ])('refuses to alter the published sheet: %s', async (name, data, status, code) => {
    const body = name === 'adjust-score' ? { ...data, subjectId: unitId } : data;
    const refused = await step(name, PEOPLE.director, '2026-08-25', body);
    expect({ status: refused.status, code: refused.body.code as string }).toEqual({ status, code });
  });

  it('takes an appeal, due after seven working days, and upholds it by a decision', async () => {
    const { body } = await api.http.get('/v1/officials?asOf=2026-08-28').expect(200);
    const officials = body.officials as {
      personId: string;
      posts: { unitId: string; post: string }[];
    }[];
    const appellantId = officials.find(({ posts }) =>
      posts.some((held) => held.unitId === unitId && held.post !== 'staff'),
    )?.personId;
    const appeal = {
      appealId: 'kn-1',
      subjectId: unitId,
      appellantId,
      text: 'Xem lại',
      document: null,
    };
    await step('receive-appeal', PEOPLE.clerk, '2026-08-28', {
      ...appeal,
      appellantId: PEOPLE.clerk,
    }).expect(403);
    await step('receive-appeal', appellantId ?? '', '2026-08-28', appeal).expect(200);
    expect(await show()).toMatchObject({ status: 'published', appealDueOn: '2026-09-11' });

    const answer = { appealId: 'kn-1', outcome: 'upheld', reason: 'Có căn cứ', decision: null };
    const bare = await step('answer-appeal', PEOPLE.director, '2026-09-11', answer);
    expect(bare.body).toMatchObject({ code: 'ANSWER_WITHOUT_DECISION', status: 422 });
    const decision = paper('30/QĐ-SCT');
    await step('answer-appeal', PEOPLE.director, '2026-09-11', { ...answer, decision }).expect(200);
    await step('supersede-classification', PEOPLE.director, '2026-09-11', {
      subjectId: unitId,
      appealId: 'kn-1',
      becomes: 'Hoàn thành tốt nhiệm vụ',
      reason: 'Theo kết quả giải quyết kiến nghị',
      decision,
    }).expect(200);
    expect(await show()).toMatchObject({
      appealDueOn: null,
      appeals: [{ answered: { outcome: 'upheld', late: false } }],
      newClasses: [{ subjectId: unitId, appealId: 'kn-1' }],
    });
  });

  it('shows an appeal to those it is about, and to others only how far the cycle has come', async () => {
    const appellantId = ((await show())['appeals'] as { received: { appellantId: string } }[])[0]!
      .received.appellantId;
    expect(await shownTo(appellantId)).toMatchObject({
      isWhole: false,
      evaluation: { appeals: [{ received: { appealId: 'kn-1' } }], meeting: null },
    });
    expect(await shownTo(STRANGER)).toMatchObject({
      isWhole: false,
      evaluation: { status: 'published', appeals: [], newClasses: [] },
    });
    const audit = (actor: string) =>
      api.http.get('/v1/audit?type=AppealReceived').set('X-Actor-Id', actor).expect(200);
    expect((await audit(PEOPLE.office)).body).toMatchObject({
      withheld: [],
      events: [{ data: { appealId: 'kn-1' } }],
    });
    expect((await audit(STRANGER)).body).toMatchObject({
      withheld: ['marks', 'unitmarks', 'evaluation'],
      events: [],
    });
    const lines = await api.http
      .get('/v1/audit?type=AppealReceived')
      .set({ Accept: 'application/x-ndjson', 'X-Actor-Id': STRANGER })
      .expect(200);
    expect(lines.headers['x-withheld']).toBe('marks, unitmarks, evaluation');
    expect(lines.text ?? '').toBe('');
  });

  it('answers "what if" without writing, and records a late fact as an amendment beside the sheet', async () => {
    const tasks = (await api.http.get('/v1/tasks?limit=1000').expect(200)).body.tasks as {
      key: string;
      leads: { unitId: string }[];
    }[];
    const task = tasks.find(({ leads }) => leads.some((lead) => lead.unitId === unitId));
    const head = await api.head();
    const cancelled = {
      transition: 'cancel',
      from: 'assigned',
      to: 'cancelled',
      reason: 'Không còn cần',
      document: null,
      onDay: '2025-12-01',
    };
    const people = await api.http
      .post('/v1/scores/2026/people/what-if')
      .set('X-Actor-Id', PEOPLE.office)
      .send({
        asOf: '2026-08-20',
        entries: [
          {
            ...{ personId: 'cb-006', type: 'OutsideScoreReceived' },
            data: {
              ...{ entryId: 'd', period: '2026-03', agencyId: 'so-khac', total: '90' },
              document: paper('5/TB'),
            },
          },
        ],
      });
    expect(people.body).toMatchObject({ status: 'hypothetical', changes: expect.any(Array) });
    expect(people.body.asIs.sheetHash).not.toBe(people.body.asIf.sheetHash);
    const assumed = await api.http
      .post('/v1/scores/2025/what-if')
      .set('X-Actor-Id', PEOPLE.office)
      .send({
        asOf: '2025-12-31',
        events: [{ taskId: task?.key, type: 'TaskCancelled', data: cancelled }],
      });
    expect(assumed.body).toMatchObject({ status: 'hypothetical', asIs: { sheetHash } });
    expect(assumed.body.asIf.sheetHash).not.toBe(sheetHash);
    expect(await api.head()).toBe(head);

    await api.http
      .post(`/v1/tasks/${task?.key ?? ''}/cancel-task`)
      .set({ 'X-Actor-Id': PEOPLE.office, 'X-Occurred-At': '2025-12-01T09:00:00+07:00' })
      .send({ reason: 'Không còn cần', document: null })
      .expect(200);
    await step('amend', PEOPLE.office, '2026-09-14', { reason: 'Hủy nhiệm vụ ghi sau' }).expect(
      200,
    );
    const { amendments } = (await show()) as { amendments: { causeEventIds: string[] }[] };
    expect(amendments).toHaveLength(1);
    expect(amendments[0]?.causeEventIds).toHaveLength(1);
    expect(await sheet()).toBe(published);
  });

  it('scores officials from what was entered, with the coefficient of the day it was given', async () => {
    const at = (actor: string) => ({
      'X-Actor-Id': actor,
      'X-Occurred-At': '2026-03-31T09:00:00+07:00',
    });
    const file = 'ma;ten;nhom;diem\nVB;Soạn văn bản;N1;5\nDA;Xây dựng đề án;N4;12,5\n';
    const query = { standardProductId: 'VB', document: '45/QĐ-SCT', inForceFrom: '2026-01-01' };
    await api.http
      .post('/v1/catalogues/sct')
      .query(query)
      .set({ ...at(PEOPLE.director), 'Content-Type': 'text/plain' })
      .send(file)
      .expect(200);
    const enter = (name: string, body: object) =>
      api.http.post(`/v1/marks/${PEOPLE.clerk}.2026/${name}`).set(at(PEOPLE.office)).send(body);
    const work = { entryId: 'viec-1', period: '2026-03', taskId: null, productId: 'DA' };
    await enter('fix-coefficient', { ...work, origin: 'ASSIGNED', quantity: 2 }).expect(200);
    const level = { entryId: 'd-1', period: '2026-03', variable: 'unitResult', reason: 'x' };
    expect((await enter('set-leader-level', { ...level, level: '80' })).body).toMatchObject({
      status: 422,
      code: 'LEVEL_NOT_100_OR_50',
    });

    const opened = await api.http
      .post('/v1/evaluations')
      .set(at(PEOPLE.office))
      .send({ year: 2026, ruleSet: 'ND335' })
      .expect(200);
    id = (opened.body.stream as string).replace('evaluation-', '');
    await step('close-collection', PEOPLE.office, '2026-03-31').expect(200);
    await step('freeze', PEOPLE.office, '2026-03-31').expect(200);
    await step('compute', PEOPLE.office, '2026-03-31').expect(200);
    const { people } = JSON.parse(await sheet()) as {
      people: { personId: string; status: string; periods: { period: string }[] }[];
    };
    const clerk = people.find(({ personId }) => personId === PEOPLE.clerk);
    expect(clerk).toMatchObject({
      status: 'INSUFFICIENT_DATA',
      periods: [{ period: '2026-03', status: 'INSUFFICIENT_DATA' }],
    });
  });
});
