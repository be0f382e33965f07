import { digestOf } from '@thidua/evidence';
import type { RecordedEvent } from '@thidua/kernel';
import {
  assignTask,
  callBy,
  NAMES,
  OFFICE_FILE,
  openSmallOffice,
  sendToTask,
  type OfficeProcess,
  type SmallOffice,
} from '../testing/small-office';

const document = { number: '9/QĐ-SCT', date: '2025-10-01', issuer: null, title: null };

describe('people of an office', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin();
    await process.commands.loadOffice({ office: OFFICE_FILE }, callBy('cb-01', '2025-01-02'));
    for (const task of ['t1', 't2', 't3']) await assignTask(process, task, 'nl');
    const give = (task: string, personId: string, subtaskId: string | null) =>
      sendToTask(
        process,
        task,
        ['AssignPerson', { personId, subtaskId, what: 'Soạn thảo' }],
        callBy('cb-02', '2025-03-01'),
      );
    await give('t1', 'cb-03', null);
    await give('t2', 'cb-03', 'a');
    await give('t2', 'cb-03', 'b');
    await give('t3', 'cb-04', null);
    await sendToTask(
      process,
      't2',
      ['FinishSubtask', { subtaskId: 'a' }],
      callBy('cb-03', '2025-04-01'),
    );
  }, 60_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  const events = (): Promise<readonly RecordedEvent[]> =>
    process.parts.store.readAll({ after: 0n, maxCount: 10_000 }).then((slice) => slice.events);
  const caughtUp = async () =>
    process.parts.projections.waitFor(await process.parts.store.head(), { timeoutMs: 20_000 });
  const handOver = (data: object, day = '2025-09-15') =>
    process.commands.handOverWork({ personId: 'cb-03', data }, callBy('cb-02', day));

  it('leave with a warning and a recorded list of what is still in hand', async () => {
    const outcome = await process.commands.officialCommand(
      {
        personId: 'cb-03',
        command: 'LeaveOffice',
        data: { untilOn: '2025-09-30', reason: 'Chuyển công tác' },
      },
      callBy('cb-01', '2025-09-10'),
    );
    expect(outcome.openWork?.map(({ taskId, subtaskId }) => [taskId, subtaskId])).toEqual([
      ['t1', null],
      ['t2', 'b'],
    ]);
    await caughtUp();
    await caughtUp();
    const lists = (await events()).filter(({ type }) => type === 'OpenWorkListed');
    expect(lists).toHaveLength(1);
    expect(lists[0]).toMatchObject({
      stream: 'official-cb-03',
      data: { leftOn: '2025-09-30', parts: [{ taskId: 't1' }, { taskId: 't2', subtaskId: 'b' }] },
      metadata: { actor: { kind: 'system' } },
    });
  });

  it.each([
    ['to oneself', { to: [{ personId: 'cb-03' }] }, 'HAND_OVER_TO_ONESELF'],
    ['to somebody outside the unit', { to: [{ personId: 'cb-01' }] }, 'SUCCESSOR_NOT_IN_UNIT'],
    [
      'to two who would both take the rest',
      { to: [{ personId: 'cb-02' }, { personId: 'cb-04' }] },
      'HAND_OVER_SUCCESSOR_AMBIGUOUS',
    ],
    [
      'of a task the person does not have',
      { to: [{ personId: 'cb-04', tasks: ['t3'] }] },
      'HAND_OVER_TASK_NOT_HELD',
    ],
    [
      'of work of another unit',
      { unitId: 'cn', to: [{ personId: 'cb-04' }] },
      'NOTHING_TO_HAND_OVER',
    ],
  ])('cannot hand over %s, and then nothing is written', async (_what, data, code) => {
    const before = await process.parts.store.head();
    await expect(handOver({ reason: 'Chuyển công tác', ...data })).rejects.toMatchObject({ code });
    expect(await process.parts.store.head()).toBe(before);
  });

  it('hand all of it over with one act, each task once, to several if they are named', async () => {
    const { handedOver, remaining } = await handOver({
      to: [{ personId: 'cb-04' }, { personId: 'cb-02', tasks: ['t2'] }],
      reason: 'Chuyển công tác',
    });
    expect(handedOver).toMatchObject([
      { taskId: 't1', toPersonId: 'cb-04', events: [{ type: 'TaskHandedOver' }] },
      { taskId: 't2', toPersonId: 'cb-02', events: [{ type: 'TaskHandedOver' }] },
    ]);
    expect(remaining).toEqual([]);
    const after = (await process.parts.store.head()).toString();
    const { tasks } = await process.queries.taskBoard({ after });
    expect(tasks.find(({ key }) => key === 't2')?.assignments).toMatchObject([
      { subtaskId: 'a', personId: 'cb-03' },
      { subtaskId: 'b', personId: 'cb-02' },
    ]);
    await expect(
      handOver({ to: [{ personId: 'cb-04' }], reason: 'Lần nữa' }),
    ).rejects.toMatchObject({ code: 'NOTHING_TO_HAND_OVER' });
  });

  it('hand it over to another unit: the Office by itself, a head with the head of the other', async () => {
    const data = { to: [{ personId: 'cb-01', unitId: 'vp' }], reason: 'Sắp xếp lại' };
    const handAway = (by: string, more: object = {}) =>
      process.commands.handOverWork(
        { personId: 'cb-04', data: { ...data, ...more } },
        callBy(by, '2025-09-20'),
      );
    await expect(handAway('cb-02')).rejects.toMatchObject({ code: 'OTHER_HEAD_MUST_AGREE' });
    const one = { to: [{ personId: 'cb-01', unitId: 'vp', tasks: ['t1'] }] };
    const agreed = await handAway('cb-02', { ...one, agreedBy: 'cb-01' });
    expect(agreed.handedOver).toMatchObject([
      {
        taskId: 't1',
        toUnitId: 'vp',
        events: [{ type: 'HandOverAgreed' }, { type: 'TaskHandedOver' }],
      },
    ]);
    const rest = await handAway('cb-01');
    expect(rest.handedOver).toMatchObject([
      { taskId: 't3', toUnitId: 'vp', events: [{ type: 'TaskHandedOver' }] },
    ]);
  });

  describe('whose name is erased', () => {
    const name = NAMES['cb-03'];
    const erase = (reason: string) =>
      process.commands.erasePerson(
        { personId: 'cb-03', data: { reason, document } },
        callBy('cb-01', '2025-10-01'),
      );

    /** Every cell of every table of the database as text. */
    async function tablesWith(text: string): Promise<readonly string[]> {
      const { rows } = await office.database.pool.query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
          where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
      );
      const found: string[] = [];
      for (const table of rows) {
        const { rowCount } = await office.database.pool.query(
          `select 1 from ${table.name} t where t::text like '%' || $1 || '%' limit 1`,
          [text],
        );
        if (rowCount !== 0) found.push(table.name);
      }
      return found;
    }

    const sheet = (position: string) =>
      process.queries.scoreSheet({
        asker: { kind: 'system' },
        year: 2025,
        asOf: '2025-12-31',
        position,
      });
    const audit = async (position: bigint) => {
      const lines = [];
      const after = (await process.parts.store.head()).toString();
      const asker = { kind: 'system' } as const;
      const { entries } = await process.queries.auditStream({ asker, after });
      for await (const entry of entries) {
        if (BigInt(entry.position) <= position) lines.push(entry);
      }
      return digestOf(JSON.parse(JSON.stringify(lines)) as never);
    };
    const logUpTo = async (position: bigint) =>
      digestOf(
        (await events())
          .filter((event) => event.position <= position)
          .map((event) => ({ ...event, position: event.position.toString() })),
      );

    it('lose it only where it was, and no reason keeps it', async () => {
      expect(await tablesWith(name)).toEqual(['directory.people']);
      await expect(erase(`Theo đơn của ${name.toUpperCase()}`)).rejects.toMatchObject({
        faults: [{ path: 'reason' }],
      });
    });

    it('leave every event, hash, audit line and score as they were', async () => {
      const position = await process.parts.store.head();
      await caughtUp();
      const before = {
        log: await logUpTo(position),
        audit: await audit(position),
        sheet: (await sheet(position.toString())).sheetHash,
      };
      await erase('Theo đề nghị của người đã thôi việc');
      await caughtUp();
      expect({
        log: await logUpTo(position),
        audit: await audit(position),
        sheet: (await sheet(position.toString())).sheetHash,
      }).toEqual(before);
      expect(await tablesWith(name)).toEqual([]);
      expect((await events()).at(-1)).toMatchObject({
        type: 'PersonErased',
        data: { personId: 'cb-03' },
      });
    });

    it('are an id from then on, also in rebuilt read models and in what is asked', async () => {
      await process.commands.rebuildProjection(
        { name: 'official_directory' },
        callBy('cb-01', '2025-10-02'),
      );
      expect(await tablesWith(name)).toEqual([]);
      const history = await process.queries.personHistory({ personId: 'cb-03' });
      expect(history).toMatchObject({ personId: 'cb-03', name: null, erased: true });
      expect(JSON.stringify(history)).not.toContain(name);
    });

    it('do not get it back from a crash before it was taken away', async () => {
      const others = { personId: 'cb-03', name };
      await process.parts.people.setNames([others]);
      await office.database.pool.query(
        "update read.reactors set position = 0 where name = 'person_erasure'",
      );
      await process.stop();
      process = await office.begin();
      await caughtUp();
      expect(await tablesWith(name)).toEqual([]);
    });
  });
});
