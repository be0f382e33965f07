import { fold } from '@thidua/kernel';
import { taskDecider } from '../task.decider';
import { taskEvents, type TaskEvent, type TaskEventType } from '../task.events';
import { happened, sampleFacts, UNITS } from '../testing';
import { evolveTask } from './evolve-task';

const types = Object.keys(taskEvents) as TaskEventType[];
const assigned = happened('TaskAssigned');
const task = fold(taskDecider, [assigned]);

describe('evolving a task', () => {
  it.each(types)('takes %s in any state, however little it fits', (type) => {
    for (const before of [null, task, fold(taskDecider, [assigned, happened('TaskCancelled')])]) {
      expect(() => evolveTask(before, happened(type))).not.toThrow();
    }
  });

  it('leaves the state as it is for a type it does not know', () => {
    const unknown = { type: 'TaskPraised', data: { taskId: 'nv-1' } } as unknown as TaskEvent;
    expect(evolveTask(task, unknown)).toBe(task);
    expect(evolveTask(null, unknown)).toBeNull();
  });

  it('knows no task before its assignment', () => {
    expect(evolveTask(null, happened('WorkStarted'))).toBeNull();
  });

  it('keeps the first assignment should a second one ever be read', () => {
    expect(evolveTask(task, happened('TaskAssigned', { title: 'Khác' }))).toBe(task);
  });

  it('takes the state from the event, whatever today’s definition says', () => {
    const moved = evolveTask(task, happened('WorkStarted', { to: 'aStateOfOld' }));
    expect(moved).toMatchObject({ state: 'aStateOfOld' });
  });

  it('never changes what was first assigned', () => {
    const after = types.map((type) => happened(type)).reduce(evolveTask, task);
    expect(after?.assignment).toEqual(sampleFacts.TaskAssigned);
  });
});

describe('the leads after a hand-over', () => {
  const lead = (unitId: string, role: 'lead' | 'focal' = 'lead') => ({ unitId, role });
  const after = (leads: ReturnType<typeof lead>[]) =>
    fold(taskDecider, [happened('TaskAssigned', { leads }), happened('TaskHandedOver')])?.leads;

  it.each([
    [
      'pass to the new unit in its place',
      [lead('a'), lead(UNITS.lead)],
      [lead('a'), lead(UNITS.otherLead)],
    ],
    ['keep the role', [lead(UNITS.lead, 'focal')], [lead(UNITS.otherLead, 'focal')]],
    [
      'become one when the new unit led already, in the heavier role',
      [lead(UNITS.lead, 'focal'), lead(UNITS.otherLead)],
      [lead(UNITS.otherLead)],
    ],
    [
      'stay when the former unit did not lead',
      [lead('a'), lead(UNITS.otherLead)],
      [lead('a'), lead(UNITS.otherLead)],
    ],
  ])('%s', (_, leads, expected) => {
    expect(after(leads)).toEqual(expected);
  });

  it('no longer coordinate', () => {
    const state = fold(taskDecider, [
      happened('TaskAssigned', { coordinatingUnitIds: [UNITS.otherLead, 'b'] }),
      happened('TaskHandedOver'),
    ]);
    expect(state?.coordinatingUnitIds).toEqual(['b']);
  });
});

describe('what a step leaves behind', () => {
  const reported = [assigned, happened('WorkStarted'), happened('ResultReported')];

  it.each([
    ['is returned', [happened('ResultReturned')]],
    ['is reopened', [happened('TaskCompleted'), happened('TaskReopened')]],
  ])('is no result once it %s, but the count of attempts', (_, then) => {
    expect(fold(taskDecider, [...reported, ...then])).toMatchObject({
      result: null,
      resultAttempts: 1,
      completedOn: null,
    });
  });

  it('is the due date it had when the trigger sets none', () => {
    const { dueOn } = sampleFacts.TaskAssigned;
    const history = [assigned, happened('TriggerAwaited'), happened('TriggerReceived')];
    expect(fold(taskDecider, history)).toMatchObject({ dueOn });
  });
});

describe('the parts given to people after a hand-over', () => {
  const parts = (from: string | null, to: string | null, toUnit: string = UNITS.lead) =>
    fold(taskDecider, [
      assigned,
      happened('PersonAssigned', { subtaskId: 'xong' }),
      happened('SubtaskFinished', { subtaskId: 'xong' }),
      happened('PersonAssigned', { subtaskId: 'dang-lam' }),
      happened('PersonAssigned', { subtaskId: 'viec-khac', personId: 'dong-nghiep' }),
      happened('TaskHandedOver', {
        from: { unitId: UNITS.lead, personId: from },
        to: { unitId: toUnit, personId: to },
      }),
    ])?.assignments.map(({ subtaskId, personId }) => `${personId}: ${subtaskId ?? 'all'}`);

  it('within the unit move from one person to the other, the finished ones excepted', () => {
    expect(parts('chuyen-vien', 'nguoi-moi')).toEqual([
      'chuyen-vien: xong',
      'dong-nghiep: viec-khac',
      'nguoi-moi: dang-lam',
    ]);
  });

  it('return to the unit when nobody takes them', () => {
    expect(parts('chuyen-vien', null)).toEqual(['chuyen-vien: xong', 'dong-nghiep: viec-khac']);
  });

  it('go to the person the other unit names', () => {
    expect(parts(null, 'nguoi-moi', UNITS.otherLead)).toEqual([
      'chuyen-vien: xong',
      'nguoi-moi: dang-lam',
      'nguoi-moi: viec-khac',
    ]);
  });

  it('end when the other unit names nobody', () => {
    expect(parts(null, null, UNITS.otherLead)).toEqual(['chuyen-vien: xong']);
  });
});
