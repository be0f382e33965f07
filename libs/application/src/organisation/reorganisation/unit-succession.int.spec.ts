import type { AppendRequest, EventStore } from '@thidua/event-store';
import { localDate } from '@thidua/kernel';
import { unitCommands } from '@thidua/organisation';
import {
  assignTask,
  callBy,
  OFFICE_FILE,
  openSmallOffice,
  sendToTask,
  type OfficeProcess,
  type SmallOffice,
} from '../../testing/small-office';
import { runUnitCommand } from '../organisation-commands';

const TASKS = ['t1', 't2', 't3', 't4', 't5', 't6'];
const document = { number: '15/QĐ-UBND', date: '2025-06-20', issuer: null, title: null };

/** A log that stops taking events of a kind after a few: what a power cut looks like from inside. */
function cutAfter(count: number, cutType: string) {
  let taken = 0;
  let tellCut: () => void = () => undefined;
  const happened = new Promise<void>((resolve) => {
    tellCut = resolve;
  });
  const append = (store: EventStore) => (request: AppendRequest) => {
    const counts = request.events.some(({ type }) => type === cutType);
    if (!counts || (taken += 1) <= count) return store.append(request);
    tellCut();
    return Promise.reject(new Error('cut'));
  };
  const through = (store: EventStore): EventStore =>
    new Proxy(store, {
      get: (target, name) => {
        if (name === 'append') return append(target);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  return { through, happened };
}

describe('open tasks of units that are merged, split or ended', () => {
  let office: SmallOffice;
  let process: OfficeProcess;
  const cut = cutAfter(2, 'TaskUnitSucceeded');
  beforeAll(async () => {
    office = await openSmallOffice();
    process = await office.begin(cut.through);
    await process.commands.loadOffice({ office: OFFICE_FILE }, callBy('cb-01', '2025-01-02'));
    for (const task of TASKS) await assignTask(process, task, 'nl');
    await assignTask(process, 'coordinated', 'vp');
    await sendToTask(
      process,
      't6',
      ['CancelTask', { reason: 'Rút' }],
      callBy('cb-01', '2025-03-01'),
    );
    await sendToTask(
      process,
      't1',
      ['AssignPerson', { personId: 'cb-03' }],
      callBy('cb-02', '2025-03-01'),
    );
  }, 60_000);
  afterAll(async () => {
    await process.stop();
    await office.close();
  });

  const typesOf = async (task: string): Promise<readonly string[]> =>
    (await process.parts.store.readStream(`task-${task}`)).map(({ type }) => type);
  it('pass to the unit that goes on, one event each, through a restart in the middle', async () => {
    const call = callBy('cb-01', '2025-07-01');
    const input = {
      unitId: 'cn',
      command: 'MergeUnits',
      data: { mergedUnitIds: ['nl'], effectiveOn: '2025-07-01', document },
    };
    const command = {
      type: 'MergeUnits',
      data: unitCommands.MergeUnits.data.parse(input.data),
    } as const;
    await runUnitCommand(process.parts, { unitId: 'cn', command }, call);
    await cut.happened;
    await process.stop();

    process = await office.begin();
    await expect(process.commands.unitCommand(input, call)).resolves.toMatchObject({
      repeated: true,
      settled: true,
      openTasks: [],
    });
    const [closed, ...open] = ['t6', 't1', 't2', 't3', 't4', 't5', 'coordinated'];
    for (const task of open) {
      const types = await typesOf(task);
      expect(types.filter((type) => type === 'TaskUnitSucceeded')).toHaveLength(1);
    }
    expect(await typesOf(closed ?? '')).not.toContain('TaskUnitSucceeded');
  }, 60_000);

  it('keep their people, and the closed one its unit', async () => {
    const after = (await process.parts.store.head()).toString();
    const { tasks } = await process.queries.taskBoard({ after, limit: 100 });
    const led = (unitId: string) =>
      tasks.filter(({ leadUnitIds }) => leadUnitIds.includes(unitId)).map(({ key }) => key);
    expect(led('cn')).toEqual(['t1', 't2', 't3', 't4', 't5']);
    expect(led('nl')).toEqual(['t6']);
    expect(tasks.find(({ key }) => key === 't1')?.assignments).toMatchObject([
      { personId: 'cb-03', unitId: 'cn' },
    ]);
    expect(tasks.find(({ key }) => key === 'coordinated')?.coordinatingUnitIds).toEqual(['cn']);
  });

  it('leave the past as it was: names and sub-units by date', async () => {
    const directory = await process.parts.directory.current();
    const [before, from] = ['2025-06-30', '2025-07-01'].map(localDate);
    if (before === undefined || from === undefined) throw new Error('two days');
    expect(directory.unitsNamed('Phòng Năng lượng', before)).toEqual(['nl']);
    expect(directory.unitsNamed('Phòng Năng lượng', from)).toEqual([]);
    expect(directory.standInsOn('nl', from)).toEqual(['cn']);
    expect(directory.unitOn('doi', before)?.parentUnitId).toBe('nl');
    expect(directory.unitOn('doi', from)?.parentUnitId).toBe('cn');
  });

  it('are shared out by a split, and refused a split that forgets one', async () => {
    const split = (data: object) =>
      process.commands.unitCommand(
        {
          unitId: 'cn',
          command: 'SplitUnit',
          data: { intoUnitIds: ['cn', 'doi'], effectiveOn: '2025-08-01', document, ...data },
        },
        callBy('cb-01', '2025-08-02'),
      );
    await expect(split({ shares: [{ taskId: 't1', unitId: 'doi' }] })).rejects.toMatchObject({
      code: 'SPLIT_SHARES_MISSING',
      facts: { taskIds: ['t2', 't3', 't4', 't5'] },
    });
    const { settled: done } = await split({
      shares: [{ taskId: 't1', unitId: 'doi' }],
      restUnitId: 'cn',
    });
    expect(done).toBe(true);
    const after = (await process.parts.store.head()).toString();
    const { tasks } = await process.queries.taskBoard({ after, unit: 'doi' });
    expect(tasks.map(({ key }) => key)).toEqual(['t1']);
  });

  it('are refused a change whose day has not come', async () => {
    await expect(
      process.commands.unitCommand(
        {
          unitId: 'cn',
          command: 'EndUnit',
          data: { endedOn: '2999-12-31', how: 'merged', successorUnitIds: ['doi'] },
        },
        callBy('cb-01', '2025-08-03'),
      ),
    ).rejects.toMatchObject({ code: 'UNIT_CHANGE_NOT_YET' });
  });

  it('wait for people where nobody follows', async () => {
    const ended = await process.commands.unitCommand(
      { unitId: 'doi', command: 'EndUnit', data: { endedOn: '2025-09-30', how: 'dissolved' } },
      callBy('cb-01', '2025-10-01'),
    );
    expect(ended.openTasks?.map(({ taskId }) => taskId)).toEqual(['t1']);
  });
});
