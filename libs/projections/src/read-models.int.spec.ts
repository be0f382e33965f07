import { openPostgresEventStore, type EventStore } from '@thidua/event-store';
import { instant, localDate, type Actor, type DomainEvent, type Json } from '@thidua/kernel';
import { directoryOf } from '@thidua/organisation';
import { officialJoined, unitFounded } from '@thidua/organisation/testing';
import { PLAN_ID, planImported, planIssued } from '@thidua/plan/testing';
import { DUE_ON, happened, UNITS } from '@thidua/task/testing';
import { evaluationOpened } from '@thidua/evaluation/testing';
import { randomUUID } from 'node:crypto';
import {
  allProjections,
  findTasksByNumber,
  getEvaluation,
  getPlan,
  getTask,
  listPlans,
  listTasks,
  listTasksByNumber,
  loadDirectoryRows,
  readAuditTrail,
  streamAuditTrail,
  targetsAsOf,
  type AuditEntry,
  type ProjectionRunner,
  type TaskBoardFilter,
} from './index';
import { describeOnDatabases, type RunnerSetting } from './testing';

const ACTOR: Actor = { kind: 'person', id: 'clerk', unitId: 'vp', role: 'staff', onBehalfOf: null };

interface Said extends DomainEvent {
  readonly stream: string;
  readonly occurredAt?: string;
}

const on = (stream: string, ...events: readonly DomainEvent[]): readonly Said[] =>
  events.map((event) => ({ ...event, stream }));

async function record(store: EventStore, said: readonly Said[]): Promise<void> {
  for (const { stream, type, data, occurredAt = '2026-03-10T08:00:00+07:00' } of said) {
    const commandId = randomUUID();
    const metadata = {
      occurredAt: instant(occurredAt),
      actor: ACTOR,
      correlationId: 'c-1',
      causationId: commandId,
    };
    await store.append({
      stream,
      expected: 'any',
      commandId,
      fingerprint: commandId,
      events: [{ id: randomUUID(), type, schemaVersion: 1, data: data as Json, metadata }],
    });
  }
}

const task = (taskId: string, no: string, planId: string, more: object = {}) =>
  happened('TaskAssigned', { taskId, no, planId, ...more });

/** Of another year, led and helped by others, with no due date: no other question of these tests finds it. */
const elsewhere = {
  year: 2019,
  dueOn: null,
  leads: [{ unitId: 'phong-so', role: 'lead' }],
  coordinatingUnitIds: [],
} as const;

const story: readonly Said[] = [
  ...on('unit-vp', unitFounded({ unitId: 'vp', name: 'Văn phòng Sở', kind: 'office' })),
  ...on('official-cb-001', officialJoined()),
  ...on(`plan-${PLAN_ID}`, planImported(), planIssued()),
  ...on(`plan-${PLAN_ID}`, {
    type: 'TargetValueReported',
    data: {
      planId: PLAN_ID,
      name: 'Chỉ số sản xuất',
      value: '109.2',
      growthPct: null,
      asOf: '2025-12-31',
      source: { number: '10/BC-SCT', date: null, issuer: null, title: null },
    },
  }),
  ...on('task-t1', task('t1', '2.3.a', PLAN_ID, { title: 'Thực hiện 100% kế hoạch' })),
  ...on('task-t2', task('t2', '2.3.a', 'kh-khac', { title: 'Hoá đơn điện tử', year: 2025 })),
  ...on('task-t3', task('t3', '4', PLAN_ID, { dueOn: null })),
  ...on(
    'task-t4',
    task('t4', '5', PLAN_ID, {}),
    happened('WorkStarted', { taskId: 't4' }),
    happened('PersonAssigned', { taskId: 't4', personId: 'an' }),
    happened('ResultReported', { taskId: 't4', reportedOn: DUE_ON }),
  ),
  ...on('task-t5', task('t5', '6', PLAN_ID, { leads: [{ unitId: UNITS.office, role: 'lead' }] })),
  ...on(
    'task-t6',
    task('t6', '7', PLAN_ID, {}),
    happened('WorkStarted', { taskId: 't6' }),
    happened('ResultReported', { taskId: 't6', reportedOn: localDate('2026-07-02') }),
  ),
  ...['2.3.đ', '10', '1.10', 'XI.2', '2.3.d', '1.9', 'IX.1'].flatMap((no, index) =>
    on(`task-n${index}`, task(`n${index}`, no, 'kh-so', { ...elsewhere, title: no })),
  ),
  ...on('evaluation-e1', evaluationOpened()),
];

/** Ids of the tasks whose order of numbers is looked at. */
const OTHERS = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'];

const readModels = (at: RunnerSetting) => {
  let store: EventStore;
  let runner: ProjectionRunner;

  beforeAll(async () => {
    store = await openPostgresEventStore(at.database);
    runner = at.runner({ projections: allProjections, store });
    await record(store, story);
    await runner.start();
    const outcome = await runner.waitFor(await store.head(), { timeoutMs: 30_000 });
    expect(outcome).toEqual({ reached: true, behind: [] });
  });
  afterAll(async () => {
    await runner.stop();
    await store.close();
  });

  const found = async (filter: TaskBoardFilter) =>
    (await listTasks(at.database.pool, filter)).items.map(({ key }) => key);

  it('find tasks by unit, plan, year, phase, assignee, title and due date', async () => {
    expect(await found({})).toEqual([...OTHERS, 't1', 't2', 't3', 't4', 't5', 't6']);
    expect(await found({ leadUnitId: UNITS.office })).toEqual(['t5']);
    expect(await found({ unitId: UNITS.coordinating, year: 2025 })).toEqual(['t2']);
    expect(await found({ planId: 'kh-khac' })).toEqual(['t2']);
    expect(await found({ phases: ['reported', 'done'] })).toEqual(['t4', 't6']);
    expect(await found({ assigneeId: 'an' })).toEqual(['t4']);
    expect(await found({ titleContains: 'HÓA ĐƠN' })).toEqual(['t2']);
    expect(await found({ titleContains: '100%' })).toEqual(['t1']);
    expect(await found({ titleContains: '1%0' })).toEqual([]);
    expect(await found({ titleContains: "'; drop table read.task_board__v3; --" })).toEqual([]);
    expect(await found({ overdueOn: DUE_ON })).toEqual([]);
    expect(await found({ overdueOn: localDate('2026-07-10') })).toEqual(['t1', 't2', 't5', 't6']);
  });

  it('page through tasks without losing or repeating one', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listTasks>> = await listTasks(
        at.database.pool,
        {},
        { after, limit: 4 },
      );
      seen.push(...page.items.map(({ key }) => key));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([...OTHERS, 't1', 't2', 't3', 't4', 't5', 't6']);
    await expect(listTasks(at.database.pool, {}, { limit: 0 })).rejects.toThrow(RangeError);
  });

  it('page plan by plan through the numbers as people count them', async () => {
    const paged = async (limit: number, filter: TaskBoardFilter = {}) => {
      const pages: (readonly string[])[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listTasksByNumber>> = await listTasksByNumber(
          at.database.pool,
          filter,
          { after, limit },
        );
        pages.push(page.items.map(({ no }) => no));
        after = page.next;
      } while (after !== null);
      return pages;
    };
    const inCount = ['1.9', '1.10', '2.3.d', '2.3.đ', 'IX.1', '10', 'XI.2'];
    const numbered = { planId: 'kh-so' };
    expect(await paged(1000, numbered)).toEqual([inCount]);
    // Wherever a page ends, the next one begins with the number after it.
    for (const limit of [1, 2, 3, 6]) {
      const pages = await paged(limit, numbered);
      expect(pages.flat()).toEqual(inCount);
      expect(pages.slice(0, -1).every(({ length }) => length === limit)).toBe(true);
    }
    // One plan after the other, by their ids.
    const others = ['2.3.a', '4', '5', '6', '7', '2.3.a'];
    expect((await paged(2)).flat()).toEqual([...others, ...inCount]);
    const after = { after: 'nobody' };
    expect((await listTasksByNumber(at.database.pool, {}, after)).items).toEqual([]);
    await expect(listTasksByNumber(at.database.pool, {}, { limit: 0 })).rejects.toThrow(RangeError);
  });

  it('find a task by id, and by number in one plan or in all', async () => {
    const { pool } = at.database;
    expect(await getTask(pool, 't4')).toMatchObject({ key: 't4', state: 'reported', revision: 3 });
    expect(await getTask(pool, 'nobody')).toBeNull();
    const keys = async (no: string, planId?: string) =>
      (await findTasksByNumber(pool, no, planId)).map(({ key }) => key);
    expect(await keys('2.3.a')).toEqual(['t2', 't1']);
    expect(await keys(' 2.3.A ', PLAN_ID)).toEqual(['t1']);
    expect(await keys('2.3')).toEqual([]);
  });

  it('page and stream the audit trail in the order of the log', async () => {
    const { pool } = at.database;
    const positions: bigint[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readAuditTrail>> = await readAuditTrail(
        pool,
        {},
        { after, limit: 4 },
      );
      positions.push(...page.items.map(({ position }) => BigInt(position)));
      after = page.next;
    } while (after !== null);
    expect(positions).toHaveLength(story.length);
    expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));

    const streamed: AuditEntry[] = [];
    for await (const entry of streamAuditTrail(pool)) streamed.push(entry);
    expect(streamed.map(({ position }) => BigInt(position))).toEqual(positions);
    expect(streamed[0]).toMatchObject({
      type: 'UnitFounded',
      occurredAt: '2026-03-10T01:00:00.000Z',
      actorId: 'clerk',
      data: { unitId: 'vp' },
    });
    const early: AuditEntry[] = [];
    const upTo = positions[2] ?? 0n;
    for await (const entry of streamAuditTrail(pool, {}, { upTo })) early.push(entry);
    expect(early).toHaveLength(3);
  });

  it('filter the audit trail', async () => {
    const { pool } = at.database;
    const types = async (filter: Parameters<typeof readAuditTrail>[1]) =>
      (await readAuditTrail(pool, filter)).items.map(({ type }) => type);
    expect(await types({ taskId: 't4' })).toEqual([
      'TaskAssigned',
      'WorkStarted',
      'PersonAssigned',
      'ResultReported',
    ]);
    expect(await types({ planId: 'kh-khac' })).toEqual(['TaskAssigned']);
    expect(await types({ planId: PLAN_ID, types: ['WorkStarted', 'PlanIssued'] })).toEqual([
      'PlanIssued',
      'WorkStarted',
      'WorkStarted',
    ]);
    expect(await types({ personId: 'an' })).toEqual(['PersonAssigned']);
    expect(await types({ personId: 'cb-001' })).toEqual(['OfficialJoined']);
    expect(await types({ unitId: UNITS.office })).toEqual(['TaskAssigned']);
    expect(await types({ actorId: 'nobody' })).toEqual([]);
    expect(await types({ occurredTo: instant('2026-03-10T07:59:59+07:00') })).toEqual([]);
    expect(await types({ recordedFrom: instant('2200-01-01T00:00:00Z') })).toEqual([]);
    expect(
      await types({ occurredFrom: instant('2026-03-10T08:00:00+07:00'), correlationId: 'c-1' }),
    ).toHaveLength(story.length);
    const closed = (personId: string | null) =>
      types({ closed: { categories: ['plan', 'task'], exceptCategory: 'task', personId } });
    const open = await closed(null);
    expect(open).toContain('OfficialJoined');
    expect(open).not.toContain('PersonAssigned');
    expect(open).not.toContain('PlanIssued');
    expect((await closed('an')).toSorted()).toEqual([...open, 'PersonAssigned'].toSorted());
    await expect(readAuditTrail(pool, {}, { after: "1' or true" })).rejects.toThrow(RangeError);
  });

  it('tell how targets stand on a day', async () => {
    const outcomes = async (day: string) =>
      (await targetsAsOf(at.database.pool, { on: localDate(day) }, { planId: PLAN_ID })).map(
        ({ name, outcome }) => [name, outcome],
      );
    expect(await outcomes('2025-12-31')).toEqual([['Chỉ số sản xuất', 'exceeded']]);
    expect(await outcomes('2025-12-30')).toEqual([['Chỉ số sản xuất', 'noData']]);
  });

  it('give plans, evaluations and everything the directory is built from', async () => {
    const { pool } = at.database;
    expect(await listPlans(pool, { year: 2025, status: 'issued' })).toMatchObject([
      { key: PLAN_ID, number: '15/KH-SCT', date: '2025-01-20', taskCount: 2 },
    ]);
    expect(await listPlans(pool, { year: 2024 })).toEqual([]);
    expect(await getPlan(pool, PLAN_ID)).toMatchObject({ plan: { status: 'issued' } });
    expect(await getEvaluation(pool, evaluationOpened().data.evaluationId)).toMatchObject({
      status: 'opened',
    });
    const directory = directoryOf(await loadDirectoryRows(pool));
    expect(directory.officeUnitIds(localDate('2026-01-01'))).toEqual(['vp']);
    expect(directory.knowsPerson('cb-001')).toBe(true);
  });

  it('are equal to a fresh fold of the log, each of them', async () => {
    for (const { name } of allProjections) {
      expect(await runner.repairs.rebuildCheck(name)).toMatchObject({ name, isEqual: true });
    }
    await at.database.pool.query(`update read.task_board__v3 set due_on = null where key = 't1'`);
    expect(await runner.repairs.rebuildCheck('task_board')).toMatchObject({
      isEqual: false,
      differences: [{ table: 'read.task_board__v3', key: 't1', kind: 'changed' }],
    });
  });
};

describeOnDatabases('the read models', readModels, 'once');
