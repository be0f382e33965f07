import { openTestDatabase } from '@thidua/database/testing';
import { CommandRejected, instant } from '@thidua/kernel';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { v4 } from 'uuid';
import type { Call } from '../calls/call';
import { InvalidInput } from '../calls/call-errors';
import { openOn, type OpenedApplication } from '../open-application';

const EXAMPLES = resolve(__dirname, '../../../../examples');
const FLOW = readFileSync(join(__dirname, 'testing/duyet-hai-cap.yaml'));
/** The sample plan with another content, so that it is another plan. */
const PLAN = Buffer.concat([
  readFileSync(join(EXAMPLES, 'plans/ke-hoach-mau-2025.txt')),
  Buffer.from('\n'),
]);

const OFFICE = 'cb-004';
const OFFICE_CLERK = 'cb-006';

/** An office that works by a flow of its own, written in a file and nowhere in code. */
describe('a flow from a file alone', () => {
  let office: OpenedApplication;
  let planId: string;

  const call = (personId: string, at: string): Call => {
    const commandId = v4();
    return {
      commandId,
      correlationId: commandId,
      causationId: commandId,
      actor: { kind: 'person', personId, onBehalfOf: null },
      occurredAt: instant(`${at}T02:00:00Z`),
      expectedRevision: null,
    };
  };
  const head = async () => (await office.queries.health({})).head;
  const tasks = async () =>
    (await office.queries.taskBoard({ plan: planId, after: await head(), limit: 1000 })).tasks;
  const act = (task: string, command: string, [person, at]: [string, string], data: object = {}) =>
    office.commands.taskCommand({ task, command, data }, call(person, at));
  const refusal = async (act: Promise<unknown>): Promise<string> => {
    const error: unknown = await act.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error instanceof InvalidInput) return 'INVALID_INPUT';
    return error instanceof CommandRejected ? error.code : String(error);
  };

  beforeAll(async () => {
    office = await openOn(await openTestDatabase('pglite'), {
      runBackground: true,
      sampleFolder: EXAMPLES,
      tell: () => undefined,
    });
    const imported = await office.commands.importPlan(
      { bytes: PLAN, fileName: null, number: '6/KH', date: '2025-01-13', year: 2025 },
      call(OFFICE, '2025-01-13'),
    );
    planId = imported.planId;
  });
  afterAll(() => office.close());

  it('is unknown until the Office publishes it, and then once', async () => {
    const issue = () =>
      office.commands.issuePlan(
        { plan: planId, number: null, date: null, signerId: null, workflow: 'duyet-hai-cap' },
        call(OFFICE, '2025-01-13'),
      );
    expect(await refusal(issue())).toBe('WORKFLOW_NOT_FOUND');
    const publish = (person: string) =>
      office.commands.publishWorkflow({ source: FLOW }, call(person, '2025-01-13'));
    expect(await refusal(publish('cb-009'))).toBe('WORKFLOW_KEEPER_ONLY');
    const published = await publish(OFFICE);
    expect(published).toMatchObject({ id: 'duyet-hai-cap', version: 1 });
    expect(published.events).toMatchObject([{ type: 'WorkflowPublished' }]);
    expect((await publish(OFFICE)).events).toEqual([]);
    const issued = await issue();
    expect(issued.allAssigned).toBe(true);
    expect((await issue()).events).toEqual([]);
    const states = new Set((await tasks()).map(({ state, phase }) => `${state} ${phase}`));
    expect(states).toEqual(new Set(['moiNhan open', 'choCanCu waiting']));
  }, 60_000);

  it('leads a task through both levels, and the indicators count it rightly at each', async () => {
    const task = (await tasks()).find(
      ({ state, leads, dueOn, products }) =>
        state === 'moiNhan' && leads.length === 1 && dueOn !== null && products.length === 0,
    );
    const unit = task?.leads[0]?.unitId ?? '';
    const { officials } = await office.queries.officials({ asOf: '2025-02-03' });
    const holder = (post: string) =>
      officials.find(({ posts }) => posts.some((p) => p.unitId === unit && p.post === post))
        ?.personId ?? '';
    const id = task?.key ?? '';
    const evidence = [
      { document: null, url: 'https://so.example/kq', fileSha256: null, note: null },
    ];
    const buckets = async (asOf: string) => {
      const { units } = await office.queries.kpis({ unit, year: 2025, asOf, after: await head() });
      return Object.entries(units[0]?.kpi.byDateInForce.buckets ?? {}).flatMap(
        ([bucket, figure]) => (figure.taskIds.includes(id) ? [bucket] : []),
      );
    };

    await act(id, 'ReportResult', [holder('staff'), '2025-02-03'], {
      summary: 'Đã xong',
      evidence,
    });
    const [reported] = (await tasks()).filter(({ key }) => key === id);
    expect(reported).toMatchObject({
      state: 'trinhPhong',
      phase: 'reported',
      stateLabel: { vi: 'Trình lãnh đạo phòng' },
    });
    expect(await refusal(act(id, 'VerifyResult', [OFFICE, '2025-02-04']))).toBe(
      'TRANSITION_NOT_ALLOWED',
    );
    expect(await refusal(act(id, 'ApproveStep', [OFFICE, '2025-02-04']))).toBe('ROLE_NOT_ALLOWED');
    await act(id, 'ApproveStep', [holder('head'), '2025-02-04'], { note: 'Đồng ý' });
    const [approved] = (await tasks()).filter(({ key }) => key === id);
    expect(approved).toMatchObject({ state: 'trinhVanPhong', phase: 'reported' });
    expect(await buckets('2025-02-04')).toEqual(['openInTime']);
    await act(id, 'VerifyResult', [OFFICE_CLERK, '2025-02-05']);
    const [verified] = (await tasks()).filter(({ key }) => key === id);
    expect(verified).toMatchObject({ state: 'xong', phase: 'done', completedOn: '2025-02-03' });
    expect(await buckets('2025-02-05')).toEqual(['doneOnTime']);
  }, 60_000);

  it('takes the tasks of a retired version on, one event a task, just as the dry run said', async () => {
    const from = 'duyet-hai-cap@1';
    const to = 'default@2';
    const partial = { moiNhan: 'assigned', choCanCu: 'waiting', dangLam: 'inProgress' };
    const stateMap = { ...partial, trinhPhong: 'reported', trinhVanPhong: 'reported' };
    const migrate = (map: Record<string, string>) =>
      office.commands.migrateTasks(
        { from, to, stateMap: map, reason: 'Về một cấp' },
        call(OFFICE, '2025-02-10'),
      );
    const reporter = (await tasks()).find(({ state }) => state === 'moiNhan');
    await office.commands.retireWorkflow(
      { workflow: from, reason: 'Dùng quy trình chung' },
      call(OFFICE, '2025-02-06'),
    );
    expect(await refusal(migrate({}))).toBe('MIGRATION_HELD_BACK');
    expect(await refusal(migrate({ ...stateMap, moiNhan: 'reported' }))).toBe(
      'MIGRATION_HELD_BACK',
    );
    const before = await head();

    const dry = await office.queries.previewMigration({ from, to, stateMap });
    expect(await head()).toBe(before);
    const running = dry.tasks.filter(({ outcome }) => outcome === 'moves');
    expect(dry.tasks.length - running.length).toBe(1);
    expect(dry.tasks.map(({ taskId }) => taskId)).toEqual((await tasks()).map(({ key }) => key));
    expect(running.find(({ taskId }) => taskId === reporter?.key)).toMatchObject({
      before: { workflow: from, state: 'moiNhan' },
      after: { workflow: to, state: 'assigned' },
      timersRemoved: [],
    });

    const real = await migrate(stateMap);
    expect(real.tasks).toEqual(dry.tasks);
    expect(real.moved.map(({ taskId }) => taskId)).toEqual(running.map(({ taskId }) => taskId));
    const now = new Map((await tasks()).map((task) => [task.key, task]));
    for (const { taskId, after } of running) {
      const task = now.get(taskId);
      expect(`${task?.workflowId}@${task?.workflowVersion}`).toBe(after?.workflow);
      expect(task).toMatchObject({ state: after?.state, dueOn: after?.dueOn });
    }
    const trail = await office.queries.auditTrail({
      asker: { kind: 'system' },
      type: 'TaskMigrated',
      after: await head(),
      limit: 1000,
    });
    expect(trail.events).toHaveLength(running.length);

    const again = await migrate(stateMap);
    expect(again.moved).toEqual([]);
    const issue = await office.commands.issuePlan(
      { plan: planId, number: null, date: null, signerId: null, workflow: from },
      call(OFFICE, '2025-02-12'),
    );
    expect(issue.events).toEqual([]);
    const back = office.queries.previewMigration({ from: to, to: from, stateMap: {} });
    expect(await refusal(back)).toBe('WORKFLOW_RETIRED');
  }, 60_000);
});
