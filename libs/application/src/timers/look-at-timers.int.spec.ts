import type { Database } from '@thidua/database';
import { openTestDatabase } from '@thidua/database/testing';
import { openPostgresEventStore, type EventStore } from '@thidua/event-store';
import { instantOf, localDate, startOfDay, type Json, type RecordedEvent } from '@thidua/kernel';
import { openMailServer, type MailServer } from '@thidua/mail/testing';
import { sampleFacts } from '@thidua/task/testing';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openOn, type Call, type OpenedApplication } from '..';

const OFFICE = JSON.parse(
  readFileSync(resolve(__dirname, '../../../../examples/office/sample-office.json'), 'utf8'),
) as { readonly people: readonly { readonly personId: string; readonly name: string }[] };
const nameOf = (id: string) => OFFICE.people.find(({ personId }) => personId === id)?.name;
/** A flow from a file, with one timer that counts from the due date. */
const OWN_FLOW = Buffer.from(
  readFileSync(resolve(__dirname, '../workflows/testing/duyet-hai-cap.yaml'), 'utf8').replace(
    'on: { state: trinhPhong }',
    'on: { deadline: task }',
  ),
);

const DIRECTOR = 'cb-001';
const DEPUTIES = ['cb-002', 'cb-003'];
const HEAD = 'cb-009';
const CLERK = 'cb-012';

describe('looking at the timers', () => {
  let database: Database;
  let application: OpenedApplication;
  let store: EventStore;
  let server: MailServer;
  /** Set: the process dies right after the log has taken the next event, before anybody hears of it. */
  let diesAfterAppend = false;

  const call = (person: string | null, at?: string): Call => ({
    commandId: randomUUID(),
    correlationId: 'timers-test',
    causationId: 'timers-test',
    actor:
      person === null
        ? { kind: 'service', serviceId: 'test' }
        : { kind: 'person', personId: person, onBehalfOf: null },
    occurredAt: at === undefined ? instantOf(new Date()) : startOfDay(localDate(at)),
    expectedRevision: null,
  });
  const look = (on: string) => application.commands.lookAtTimers({ on }, call(null));
  /** What a look tells of due dates; monthly reports have their own timers. */
  const told = async (on: string) =>
    (await look(on)).told
      .filter(({ name }) => !name.startsWith('report'))
      .map(({ name, forOn, personIds }) => `${name} ${forOn} ${personIds.join()}`);

  /** A task under the flow with timers, led by one division, as the log takes it. */
  const assign = async (taskId: string, dueOn: string, facts: object = {}): Promise<void> => {
    const { TaskAssigned } = sampleFacts;
    const data = {
      ...TaskAssigned,
      taskId,
      planId: taskId.split('.')[0],
      leads: [{ unitId: 'qlcn', role: 'lead' }],
      coordinatingUnitIds: [],
      year: 2025,
      dueOn,
      assignedOn: '2025-09-01',
      workflow: { id: 'default', version: 2 },
      ...facts,
    };
    const at = startOfDay(localDate('2025-09-01'));
    const actor = { kind: 'person', id: DIRECTOR, unitId: 'sct', role: 'head', onBehalfOf: null };
    await store.append({
      stream: `task-${taskId}`,
      expected: 'none',
      commandId: randomUUID(),
      fingerprint: taskId,
      events: [
        {
          id: randomUUID(),
          type: 'TaskAssigned',
          schemaVersion: 1,
          data: data as unknown as Json,
          metadata: {
            occurredAt: at,
            actor: { ...actor, kind: 'person' },
            correlationId: 'c',
            causationId: 'c',
          },
        },
      ],
    });
  };
  const eventsOf = async (stream: string): Promise<readonly RecordedEvent[]> =>
    store.readStream(stream);

  beforeAll(async () => {
    database = await openTestDatabase('pglite');
    server = await openMailServer();
    application = await openOn(database, {
      runBackground: true,
      sampleFolder: null,
      tell: () => undefined,
      mail: {
        smtpUrl: `smtp://127.0.0.1:${server.port}`,
        from: 'thidua@sct.example',
        isDigest: false,
      },
      instruments: {
        aroundAppend: async (_facts, run) => {
          const result = await run();
          if (diesAfterAppend) throw new Error('killed');
          return result;
        },
      },
    });
    store = await openPostgresEventStore(database);
    const people = OFFICE.people.map((one) => ({ ...one, email: `${one.personId}@sct.example` }));
    await application.commands.loadOffice({ office: { ...OFFICE, people } }, call(null));
  }, 60_000);
  afterAll(async () => {
    await application.close();
    await server.close();
  });

  it('keeps to the notices of the calendar and to a flow the office wrote itself', async () => {
    await application.commands.publishWorkflow({ source: OWN_FLOW }, call('cb-004'));
    const saturday = '2025-07-19';
    const workflow = { id: 'duyet-hai-cap', version: 1 };
    await assign('ffffffffffff.1', '2025-07-16', {
      assignedOn: '2025-07-01',
      state: 'moiNhan',
      workflow,
    });
    expect((await look(saturday)).isWorkingDay).toBe(false);
    await application.commands.calendarCommand(
      {
        calendar: 'vn',
        command: 'AddCalendarNotice',
        data: {
          noticeId: 'lam-bu',
          title: 'Làm bù',
          days: [
            { on: '2025-07-18', becomes: 'swapped-off' },
            { on: saturday, becomes: 'make-up' },
          ],
          reason: 'Hoán đổi ngày làm việc',
        },
      },
      call('cb-004'),
    );
    expect(await told(saturday)).toEqual([`nhacPhong ${saturday} ${HEAD}`]);
    const asker = { kind: 'person', personId: HEAD, onBehalfOf: null } as const;
    const after = (await application.queries.health({})).head;
    const { entries } = await application.queries.inbox({ asker, after });
    const reminder = entries.find(({ kind }) => kind === 'reminder');
    expect(JSON.stringify(reminder)).toContain('phòng chưa duyệt sau 2 ngày làm việc');
  });

  it('climbs the ladder day by day, each step once, with the people of that day', async () => {
    await assign('aaaaaaaaaaaa.1', '2025-10-10');
    expect(await told('2025-10-02')).toEqual([]);
    expect(await told('2025-10-03')).toEqual([`dueInFiveDays 2025-10-03 ${HEAD}`]);
    expect(await told('2025-10-03')).toEqual([]);
    await application.commands.taskCommand(
      {
        task: 'aaaaaaaaaaaa.1',
        command: 'AssignPerson',
        data: { personId: CLERK, what: 'Soạn báo cáo' },
      },
      call(HEAD, '2025-10-06'),
    );
    expect(await told('2025-10-09')).toEqual([`dueTomorrow 2025-10-09 ${CLERK}`]);
    expect(await told('2025-10-10')).toEqual([`dueToday 2025-10-10 ${CLERK}`]);
    expect((await look('2025-10-11')).isWorkingDay).toBe(false);
    // Off from Saturday to Wednesday: what was missed is told with the day it was due for.
    expect(await told('2025-10-15')).toEqual([
      `oneDayOverdue 2025-10-13 ${CLERK}`,
      `overdueToHead 2025-10-15 ${HEAD}`,
    ]);
    expect(await told('2025-10-21')).toEqual([`overdueToDeputy 2025-10-21 ${DEPUTIES.join()}`]);
    expect(await told('2025-10-31')).toContain(`overdueToDirector 2025-10-31 ${DIRECTOR}`);
    const last = (await eventsOf('task-aaaaaaaaaaaa.1')).find(
      ({ type, data }) =>
        type === 'TaskEscalated' && (data as { toRole: string }).toRole === 'director',
    );
    expect(last).toMatchObject({
      data: { overdueWorkingDays: 15, escalatedOn: '2025-10-31', unitIds: ['qlcn'] },
      metadata: { actor: { kind: 'system' } },
    });
  });

  it('tells nothing twice when two look at once, or when one dies between the log and its answer', async () => {
    await assign('bbbbbbbbbbbb.1', '2025-11-14');
    await Promise.all([look('2025-11-07'), look('2025-11-07'), look('2025-11-07')]);
    diesAfterAppend = true;
    const died = await look('2025-11-13');
    expect(died.failed).toContainEqual({ taskId: 'bbbbbbbbbbbb.1', message: 'killed' });
    diesAfterAppend = false;
    await Promise.all([look('2025-11-13'), look('2025-11-13')]);
    const events = (await eventsOf('task-bbbbbbbbbbbb.1')).filter(
      ({ data }) => (data as { countedFrom?: string }).countedFrom === '2025-11-14',
    );
    expect(events.map(({ data }) => (data as { timer: string }).timer)).toEqual([
      'dueInFiveDays',
      'dueTomorrow',
    ]);
  });

  it('tells nothing stale after an extension, and nothing of a task that ended', async () => {
    await assign('cccccccccccc.1', '2025-11-21');
    await application.commands.taskCommand(
      {
        task: 'cccccccccccc.1',
        command: 'ExtendDeadline',
        data: { dueOn: '2025-11-27', reason: 'Chờ số liệu' },
      },
      call(DIRECTOR, '2025-11-20'),
    );
    await look('2025-11-24');
    await application.commands.taskCommand(
      { task: 'cccccccccccc.1', command: 'CancelTask', data: { reason: 'Cấp trên rút nhiệm vụ' } },
      call(DIRECTOR, '2025-11-24'),
    );
    await look('2025-11-26');
    const timers = (await eventsOf('task-cccccccccccc.1')).filter(
      ({ data }) => (data as { countedFrom?: string }).countedFrom === '2025-11-27',
    );
    expect(timers).toEqual([]);
  });

  it('opens each period of a series once, unless a person did before', async () => {
    await assign('dddddddddddd.1', '2025-12-31', { kind: 'recurring', recurrence: 'MONTHLY' });
    const task = 'dddddddddddd.1';
    const data = { period: '2025-12' };
    await application.commands.taskCommand(
      { task, command: 'OpenSeriesPeriod', data },
      call('cb-004', '2025-12-01'),
    );
    await look('2025-12-01');
    await look('2025-12-02');
    await application.commands.taskCommand(
      { task, command: 'ReportSeriesPeriod', data: { ...data, text: 'Đã hướng dẫn ba xã' } },
      call(HEAD, '2025-12-02'),
    );
    const events = await eventsOf(`task-${task}`);
    const periods = events.filter(({ type }) => type.startsWith('SeriesPeriod'));
    expect(periods.map(({ type, data }) => ({ type, ...(data as object) }))).toMatchObject([
      { type: 'SeriesPeriodOpened', period: '2025-12', openedOn: '2025-12-01' },
      { type: 'SeriesPeriodOpened', period: '2025-11', openedOn: '2025-12-01' },
      { type: 'SeriesPeriodReported', period: '2025-12', reportDueOn: '2025-12-31', inTime: true },
    ]);
    expect(periods.map(({ metadata }) => metadata.actor.kind)).toEqual([
      'person',
      'system',
      'person',
    ]);
  });

  it('closes the month’s briefing once, with who has not reported', async () => {
    const briefing = await eventsOf('briefing-2025-11');
    expect(briefing.map(({ type }) => type)).toEqual(['BriefingOpened', 'BriefingClosed']);
    expect(briefing[1]?.data).toMatchObject({
      cutOffOn: '2025-11-30',
      forOn: '2025-12-01',
      closedOn: '2025-12-01',
      notReported: [
        { unitId: 'qlcn', taskIds: expect.arrayContaining(['aaaaaaaaaaaa.1']) as never },
      ],
    });
  });

  it('is run by services, the Office and the leaders, by nobody else, and for no day to come', async () => {
    const asked = (person: string, on: string) =>
      application.commands.lookAtTimers({ on }, call(person));
    await expect(asked(CLERK, '2025-12-03')).rejects.toMatchObject({ code: 'LOOK_NOT_ALLOWED' });
    await expect(asked('cb-004', '2100-01-04')).rejects.toMatchObject({
      code: 'OCCURRED_IN_FUTURE',
    });
    expect((await asked('cb-004', '2025-12-03')).isWorkingDay).toBe(true);
  });

  it('stands in the inbox of the one it is for, who alone can read it', async () => {
    const asker = { kind: 'person', personId: CLERK, onBehalfOf: null } as const;
    const after = (await application.queries.health({})).head;
    const { entries } = await application.queries.inbox({ asker, after });
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['reminder', 'personAssigned']),
    );
    const reminder = entries.find(({ facts }) => facts['timer'] === 'dueTomorrow');
    expect(reminder).toMatchObject({
      title: 'Nhắc hạn nhiệm vụ 2.1: còn 1 ngày làm việc đến hạn',
      readOn: null,
    });
    const director = { ...asker, personId: DIRECTOR };
    await expect(
      application.queries.inbox({ person: CLERK, asker: director }),
    ).rejects.toMatchObject({ code: 'INBOX_OF_ANOTHER' });
    const data = { noticeIds: [reminder?.noticeId] };
    const marked = await application.commands.markNoticesRead({ person: CLERK, data }, call(CLERK));
    const seen = await application.queries.inbox({
      asker,
      unreadOnly: true,
      after: marked.position ?? undefined,
    });
    expect(seen.entries.map(({ noticeId }) => noticeId)).not.toContain(reminder?.noticeId);
    expect(seen.entries).toHaveLength(entries.length - 1);
    const heads = await application.queries.inbox({ asker: { ...asker, personId: HEAD }, after });
    expect(heads.entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['assigned', 'briefingClosed', 'extensionGranted', 'escalation']),
    );
  });

  it('says once to both that the days of a deputy are over, whoever dies meanwhile', async () => {
    await application.commands.officialCommand(
      {
        personId: DIRECTOR,
        command: 'AppointDeputy',
        data: {
          ...{ deputyId: DEPUTIES[1], fromOn: '2025-11-17', untilOn: '2025-11-21' },
          basis: { number: '90/QĐ-SCT', date: '2025-11-14', issuer: null, title: null },
        },
      },
      call(DIRECTOR, '2025-11-14'),
    );
    const ended = async (on: string) =>
      (await look(on)).deputies.map(({ deputyId, untilOn }) => `${deputyId} ${untilOn}`);
    expect(await ended('2025-11-21')).toEqual([]);
    // A Saturday.
    expect(await ended('2025-11-22')).toEqual([]);
    diesAfterAppend = true;
    await expect(ended('2025-11-24')).rejects.toThrow('killed');
    diesAfterAppend = false;
    expect(await ended('2025-11-24')).toEqual([]);
    const events = await eventsOf(`official-${DIRECTOR}`);
    expect(events.filter(({ type }) => type === 'DeputyExpired')).toMatchObject([
      { data: { deputyId: DEPUTIES[1], untilOn: '2025-11-21', expiredOn: '2025-11-24' } },
    ]);
    const after = (await application.queries.health({})).head;
    for (const personId of [DIRECTOR, DEPUTIES[1] ?? '']) {
      const asker = { kind: 'person', personId, onBehalfOf: null } as const;
      const { entries, personName } = await application.queries.inbox({ asker, after });
      const told = entries.find(({ kind }) => kind === 'deputyExpired');
      const deputyId = DEPUTIES[1] ?? '';
      // The notice holds ids alone; names are those the directory has now.
      expect(told?.facts).toMatchObject({ principalId: DIRECTOR, deputyId });
      expect(new Set(told?.lines)).toEqual(
        new Set([
          `Người ủy quyền: ${nameOf(DIRECTOR)}`,
          `Người được ủy quyền: ${nameOf(deputyId)}`,
          'Ngày cuối được ủy quyền: 21/11/2025',
        ]),
      );
      expect(personName).toBe(nameOf(personId));
    }
  });

  it('is mailed to the address in the directory, in the words of the inbox', async () => {
    for (;;) {
      const depth = await application.outboxDepth();
      const { reactors } = await application.queries.health({});
      const mail = reactors.find(({ name }) => name === 'mail_outbox');
      if (mail?.lag === '0' && depth !== null && depth.waiting > 0) break;
      await new Promise((rested) => setTimeout(rested, 20));
    }
    const { delivery } = await application.commands.deliverMail({}, call(null));
    expect(delivery).toMatchObject({ refused: 0, deferred: 0, unaddressed: 0, away: null });
    expect(server.received).toHaveLength(delivery?.sent ?? 0);
    const clerks = server.received.filter(({ to }) => to[0] === `${CLERK}@sct.example`);
    expect(clerks.map(({ headers }) => headers.get('subject'))).toContain(
      '[Thi Đua] Nhắc hạn nhiệm vụ 2.1: còn 1 ngày làm việc đến hạn',
    );
    expect((await application.commands.deliverMail({}, call(null))).delivery?.sent).toBe(0);
    const { rows } = await database.pool.query('select * from mail.outbox');
    expect(JSON.stringify(rows)).not.toContain('@');
  });

  it('says what is to come for a task', async () => {
    const dueOn = localDateInDays(20);
    await assign('eeeeeeeeeeee.1', dueOn);
    const answer = await application.queries.upcomingTimers({ task: 'eeeeeeeeeeee.1' });
    expect(answer.dueOn).toBe(dueOn);
    expect(answer.upcoming.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['dueInFiveDays', 'dueTomorrow', 'overdueToDirector']),
    );
    expect(answer.upcoming.find(({ name }) => name === 'dueTomorrow')?.personIds).toEqual([HEAD]);
  });
});

const localDateInDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
