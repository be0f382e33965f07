import { taskCommands } from '@thidua/task';
import {
  assignTask,
  callBy,
  OFFICE_FILE,
  openSmallOffice,
  sendToTask,
  type OfficeProcess,
  type SmallOffice,
} from '../testing/small-office';
import { runTaskCommand } from './task-commands';

const document = { number: '15/QĐ-UBND', date: '2026-06-20', issuer: null, title: null };

describe('a task that goes on in a later plan', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin();
    await process.commands.loadOffice({ office: OFFICE_FILE }, callBy('cb-01', '2025-01-02'));
    for (const task of ['first', 'other']) await assignTask(process, task, 'nl');
    for (const [taskId, year] of [
      ['second', 2026],
      ['third', 2027],
    ] as const) {
      await assignLater(taskId, year);
    }
    await carryOver('first', 'second', 2026);
    await carryOver('second', 'third', 2027);
    await settled();
  }, 60_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  /** Under the flow with timers. */
  const assignLater = (taskId: string, year: number) =>
    runTaskCommand(
      process.parts,
      {
        taskId,
        command: {
          type: 'AssignTask',
          data: taskCommands.AssignTask.data.parse({
            taskId,
            planId: `kh-${year}`,
            no: taskId,
            title: 'Nhiệm vụ chuyển tiếp',
            year,
            kind: 'one-off',
            leads: [{ unitId: 'nl', role: 'lead' }],
            coordinatingUnitIds: [],
            dueOn: '2026-10-30',
          }),
        },
        begunUnder: { id: 'default', version: 2 },
      },
      callBy(null, '2026-01-05'),
    );
  const carryOver = (task: string, toTaskId: string, year: number) =>
    sendToTask(
      process,
      task,
      ['CarryOverTask', { toTaskId, toPlanId: `kh-${year}` }],
      callBy('cb-01', '2026-01-06'),
    );
  const settled = async (): Promise<void> => {
    // Twice: what a process manager writes may be followed by another.
    for (let round = 0; round < 2; round += 1) {
      const head = await process.parts.store.head();
      const outcome = await process.parts.projections.waitFor(head, { timeoutMs: 20_000 });
      expect(outcome.reached).toBe(true);
    }
  };
  const eventsOf = (task: string) => process.parts.store.readStream(`task-${task}`);
  const typesOf = async (task: string) => (await eventsOf(task)).map(({ type }) => type);

  it('is named by the later task, once, by an event whose cause is the carry-over', async () => {
    const carried = (await eventsOf('first')).find(({ type }) => type === 'TaskCarriedOver');
    const named = (await eventsOf('second')).filter(({ type }) => type === 'PredecessorNamed');
    expect(named).toMatchObject([
      {
        // Of the day on which the task was carried over, not of the one on which that was followed.
        data: { fromTaskId: 'first', fromPlanId: 'kh-1', namedOn: '2026-01-06' },
        metadata: { actor: { kind: 'system' }, causationId: carried?.id },
      },
    ]);
  });

  it.each(['first', 'second', 'third'])('shows its whole chain, asked at %s', async (task) => {
    const after = (await process.parts.store.head()).toString();
    const { chain, caughtUp } = await process.queries.taskChain({ task, after });
    expect(caughtUp).toBe(true);
    expect(
      chain.map(({ key, predecessorIds, carriedOverTo }) => [key, predecessorIds, carriedOverTo]),
    ).toEqual([
      ['first', [], 'second'],
      ['second', ['first'], 'third'],
      ['third', ['second'], null],
    ]);
  });

  it('gets no reminder from the timers, which urge the later one', async () => {
    const { told, failed } = await process.commands.lookAtTimers(
      { on: '2026-10-23' },
      callBy(null, '2026-10-23'),
    );
    expect(failed).toEqual([]);
    expect(told.map(({ taskId, name }) => [taskId, name])).toContainEqual([
      'third',
      'dueInFiveDays',
    ]);
    expect(told.filter(({ taskId }) => taskId === 'first' || taskId === 'second')).toEqual([]);
  });

  it('has no part in a merger of its unit, which goes on with the later one', async () => {
    const merger = { mergedUnitIds: ['nl'], effectiveOn: '2026-07-01', document };
    const { settled: done, openTasks } = (await process.commands.unitCommand(
      { unitId: 'cn', command: 'MergeUnits', data: merger },
      callBy('cb-01', '2026-07-01'),
    )) as { readonly settled?: boolean; readonly openTasks?: readonly unknown[] };
    expect({ done, openTasks }).toEqual({ done: true, openTasks: [] });
    for (const task of ['third', 'other'])
      expect(await typesOf(task)).toContain('TaskUnitSucceeded');
    for (const task of ['first', 'second']) {
      expect(await typesOf(task)).not.toContain('TaskUnitSucceeded');
    }
    const { reactors } = await process.queries.health({});
    expect(reactors.filter(({ lag }) => lag !== '0')).toEqual([]);
  });
});
