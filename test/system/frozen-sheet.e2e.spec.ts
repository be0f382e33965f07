import fc from 'fast-check';
import { openApi, PEOPLE, type ApiUnderTest } from './api-under-test';

const paper = (number: string) => ({ number, date: null, issuer: null, title: null });

interface Ask {
  readonly method: 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly body: object;
  readonly actor: string;
  readonly at: string;
}

/** What is said of a published and of a computed evaluation, as the API gives it out. */
interface Recorded {
  readonly sheet: string;
  readonly frozen: unknown;
  readonly computed: unknown;
  readonly approved: unknown;
  readonly published: unknown;
}

/** Asks drawn under a seed; the same in every run. */
const SEED = 335;
const ASKS = 300;

/**
 * The model is the plainest there is: whatever is asked of the API afterwards, and whatever it answers, a sheet once frozen
 * is the same to the byte, and so is all that was recorded of it.
 */
describe('a frozen sheet, whatever is asked of any address', () => {
  let api: ApiUnderTest;
  let addresses: readonly Pick<Ask, 'method' | 'path'>[];
  const ids: Record<'units' | 'officials' | 'organisations', string> = {
    ...{ units: '', officials: '', organisations: '' },
  };
  let before: Readonly<Record<string, Recorded>>;

  const send = ({ method, path, body, actor, at }: Ask) =>
    api.http[method](path).set({ 'X-Actor-Id': actor, 'X-Occurred-At': at }).send(body);
  const step = async (id: string, name: string, body: object = {}, actor: string = PEOPLE.office) =>
    send({
      method: 'post',
      path: name === '' ? '/v1/evaluations' : `/v1/evaluations/${id}/${name}`,
      ...{ body, actor, at: '2026-08-20T09:00:00+07:00' },
    }).expect(200);
  const open = async (body: object): Promise<string> =>
    ((await step('', '', body)).body.stream as string).replace('evaluation-', '');

  const recordedOf = async (id: string): Promise<Recorded> => {
    const path = `/v1/evaluations/${id}`;
    const { body } = await api.http.get(`${path}?after=${await api.head()}`).expect(200);
    const { frozen, computed, approved, published } = body.evaluation as Recorded;
    const { text } = await api.http
      .get(`${path}/sheet`)
      .set('X-Actor-Id', PEOPLE.office)
      .expect(200);
    return { sheet: text, frozen, computed, approved, published };
  };
  const everything = async () => ({
    units: await recordedOf(ids.units),
    officials: await recordedOf(ids.officials),
    organisations: await recordedOf(ids.organisations),
  });

  beforeAll(async () => {
    api = await openApi('pglite');
    ids.units = await open({ year: 2025 });
    await step(ids.units, 'set-procedure', {
      ...{ quorum: '1/2', appealWorkingDays: 10, basis: paper('3/QC') },
    });
    await step(ids.units, 'close-collection');
    await step(ids.units, 'freeze', { asOf: '2025-12-31' });
    await step(ids.units, 'compute');
    const { body } = await api.http
      .get(`/v1/evaluations/${ids.units}?after=${await api.head()}`)
      .expect(200);
    const { sheetHash } = (body.evaluation as { computed: { sheetHash: string } }).computed;
    await step(ids.units, 'record-review', {
      ...{ reviewId: 'yk', by: 'superior', subjectId: null, view: 'Nhất trí', document: null },
    });
    await step(ids.units, 'record-meeting', {
      heldOn: '2026-08-20',
      entitledCount: 2,
      attendeeIds: [PEOPLE.director, PEOPLE.deputy],
      minutes: paper('8/BB'),
      votes: [],
    });
    const approval = { sheetHash, adjustmentCount: 0, document: paper('20/QĐ') };
    await step(ids.units, 'approve-evaluation', approval, PEOPLE.director);
    const publication = { sheetHash, document: paper('21/TB') };
    await step(ids.units, 'publish-score', publication, PEOPLE.director);

    await send({
      method: 'post',
      path: `/v1/marks/${PEOPLE.clerk}.2026/record-leave`,
      body: {
        ...{ entryId: 'nghi-0', kind: 'SICK', fromOn: '2026-02-02', untilOn: '2026-02-20' },
        document: paper('1/QĐ'),
      },
      ...{ actor: PEOPLE.office, at: '2026-02-01T09:00:00+07:00' },
    }).expect(200);
    ids.officials = await open({ year: 2026, ruleSet: 'ND335' });
    await step(ids.officials, 'close-collection');
    await step(ids.officials, 'freeze');
    await step(ids.officials, 'compute');
    ids.organisations = await open({ year: 2026, ruleSet: 'ND335_ORG' });
    for (const name of ['close-collection', 'freeze', 'compute'])
      await step(ids.organisations, name);

    const { paths } = (await api.http.get('/openapi.json').expect(200)).body as {
      paths: Record<string, Record<string, unknown>>;
    };
    addresses = Object.entries(paths).flatMap(([path, methods]) =>
      (['post', 'put', 'patch', 'delete'] as const)
        .filter((method) => method in methods)
        .map((method) => ({ method, path })),
    );
    before = await everything();
  }, 240_000);
  afterAll(() => api.close());

  /** Bodies by the last word of an address that takes them; other addresses are sent them too, and so are empty ones. */
  const fitting: Readonly<Record<string, object>> = {
    freeze: { asOf: '2026-06-30', position: '1' },
    amend: { reason: 'Thử' },
    erase: { reason: 'Thử', document: paper('4/QĐ') },
    rebuild: {},
    'publish-score': { sheetHash: 'f'.repeat(64), document: paper('9/TB') },
    'approve-evaluation': {
      ...{ sheetHash: 'f'.repeat(64), document: paper('9/QĐ'), adjustmentCount: 1 },
    },
    'supersede-evaluation': { reason: 'Thử', byEvaluationId: 'khac' },
    'adjust-score': {
      ...{ subjectId: 'qltm', line: 'x', points: '5', reason: 'Thử', agreedBy: PEOPLE.deputy },
    },
    'record-leave': {
      ...{ entryId: 'nghi', kind: 'SICK', fromOn: '2026-03-02', untilOn: '2026-05-29' },
      document: paper('2/QĐ'),
    },
    'record-unit-class': {
      ...{ entryId: 'xl', unitId: 'qltm', class: 'KHT', document: paper('5/QĐ') },
    },
    'receive-outside-score': {
      ...{ entryId: 'dn', period: '2026-01', agencyId: 'khac', total: '99' },
      document: paper('6/CV'),
    },
    'record-violation': {
      ...{ entryId: 'kl', actId: 'vu', kind: 'DEGRADATION', discipline: null },
      ...{ dutyRelated: true, unitId: null, document: paper('7/KL') },
    },
    'set-leader-level': {
      ...{ entryId: 'd', period: '2026-03', variable: 'unitResult', level: '50', reason: 'Thử' },
    },
    'record-unit-finding': {
      ...{ entryId: 'kl', finding: 'WRONGDOING', subUnitId: null, reason: 'Thử' },
      document: paper('8/KL'),
    },
    'withdraw-entry': { entryId: 'rut', withdraws: 'nghi-0', reason: 'Ghi sai' },
    'cancel-task': { reason: 'Thử', document: null },
    'accept-task': {},
    'what-if': { events: [] },
  };
  const wordOf = (path: string): string => path.split('/').at(-1) ?? '';

  it('stays what it was to the byte', async () => {
    const values: Record<string, readonly string[]> = {
      evaluation: [ids.units, ids.officials, ids.organisations],
      year: ['2025', '2026'],
      marks: [`${PEOPLE.clerk}.2026`, `${PEOPLE.deputy}.2026`, 'vp.2026'],
      person: [PEOPLE.clerk],
      unit: ['qltm'],
      agency: ['sct'],
      name: ['official-entries', 'task-outcomes', 'evaluations'],
    };
    const { tasks } = (await api.http.get('/v1/tasks?limit=1000').expect(200)).body as {
      tasks: { key: string }[];
    };
    const filled = (path: string) =>
      [...path.matchAll(/\{(\w+)\}/g)].reduce<fc.Arbitrary<string>>(
        (found, [written, name = '']) =>
          fc
            .tuple(
              found,
              fc.constantFrom(
                ...(name === 'task' ? tasks.map(({ key }) => key) : (values[name] ?? ['x'])),
              ),
            )
            .map(([text, value]) => text.replace(written, encodeURIComponent(value))),
        fc.constant(path),
      );
    const ofFrozen = addresses.filter(({ path }) => /evaluations|marks|scores/.test(path));
    const address = fc.oneof(
      {
        weight: 4,
        // By word, so that none is asked less often for having fewer addresses than another.
        arbitrary: fc
          .constantFrom(...Object.keys(fitting))
          .map((word) => addresses.filter(({ path }) => wordOf(path) === word))
          .filter((found) => found.length > 0)
          .chain((found) => fc.constantFrom(...found)),
      },
      { weight: 2, arbitrary: fc.constantFrom(...ofFrozen) },
      { weight: 1, arbitrary: fc.constantFrom(...addresses) },
    );
    const anyAsk: fc.Arbitrary<Ask> = address.chain(({ method, path }) =>
      fc.record({
        method: fc.constant(method),
        path: filled(path),
        body: fc.oneof(
          { weight: 4, arbitrary: fc.constant(fitting[wordOf(path)] ?? {}) },
          { weight: 1, arbitrary: fc.constantFrom(...Object.values(fitting)) },
        ),
        actor: fc.constantFrom<string>(...Object.values(PEOPLE)),
        at: fc.constantFrom('2025-12-01T09:00:00+07:00', '2026-08-21T09:00:00+07:00'),
      }),
    );
    const taken = new Set<string>();
    const head = await api.head();
    for (const [index, ask] of fc.sample(anyAsk, { numRuns: ASKS, seed: SEED }).entries()) {
      const { status } = await send(ask);
      expect({ ask, isFault: status >= 500 }).toEqual({ ask, isFault: false });
      if (status < 300) taken.add(ask.path);
      if (index % 50 === 0) expect(await everything()).toEqual(before);
    }
    expect(await everything()).toEqual(before);
    // Asks that nobody takes would show nothing: some were, and the log has grown since.
    expect([...taken].map(wordOf)).toEqual(
      expect.arrayContaining(['record-leave', 'withdraw-entry', 'cancel-task', 'amend']),
    );
    expect(taken.size).toBeGreaterThan(10);
    expect(BigInt(await api.head())).toBeGreaterThan(BigInt(head));
  }, 240_000);
});
