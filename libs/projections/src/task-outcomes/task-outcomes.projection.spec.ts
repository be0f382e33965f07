import { taskOutcomes } from './task-outcomes.projection';
import { specifyProjection } from '../testing';
import { assigned, completed, logOf, rowOf, told } from './testing/task-story';

const story = [
  assigned('2025-01-10', '2025-03-31', ['qlcn', ['vp', 'focal']]),
  told('TaskAccepted', '2025-01-11', { unitId: 'qlcn' }),
  told('CoordinationAsked', '2025-02-01', {
    requestId: 'r1',
    unitId: 'qltm',
    askedOn: '2025-02-01',
    answerDueOn: '2025-02-10',
  }),
  told('TaskHandedOver', '2025-02-15', {
    from: { unitId: 'qlcn', personId: null },
    to: { unitId: 'qlnl', personId: null },
    handedOverOn: '2025-02-15',
  }),
  completed('2025-03-20', '2025-04-02'),
];

describe('the task outcomes projection', () => {
  it('keeps one row per task with every unit that ever led or was asked', () => {
    specifyProjection(taskOutcomes)
      .given(...logOf('t1', story))
      .thenRowsMatching({
        t1: {
          taskId: 't1',
          planId: 'p1',
          year: 2025,
          leadUnitIds: ['qlcn', 'qlnl', 'vp'],
          askedUnitIds: ['qltm'],
        },
      });
  });

  it('keeps the day on which a fact became true, not the day it was clicked', () => {
    const completion = rowOf(...story).facts.find(({ type }) => type === 'TaskCompleted');
    expect(completion).toEqual({
      position: '5',
      eventId: 'e5',
      type: 'TaskCompleted',
      on: '2025-03-20',
      recordedAt: '2025-04-02T01:00:00.000Z',
      data: { completedOn: '2025-03-20', verifiedOn: '2025-04-02', attempt: 1 },
    });
  });

  it('takes the day of the occurrence where the data states none', () => {
    const { facts } = rowOf(
      assigned('2025-01-10', null),
      told('TriggerAwaited', '2025-01-12', { condition: 'Khi có hướng dẫn' }),
    );
    expect(facts.at(-1)).toMatchObject({ type: 'TriggerAwaited', on: '2025-01-12', data: {} });
  });

  it('leaves out what neither KPI nor score reads', () => {
    const types = rowOf(...story).facts.map(({ type }) => type);
    expect(types).toEqual(['TaskAssigned', 'CoordinationAsked', 'TaskHandedOver', 'TaskCompleted']);
  });

  it('shows the amended title', () => {
    const { title } = rowOf(
      assigned('2025-01-10', null),
      told('TaskAmended', '2025-02-01', {
        title: 'Báo cáo quý',
        dueOn: null,
        leads: null,
        amendedOn: '2025-02-01',
      }),
    );
    expect(title).toBe('Báo cáo quý');
  });

  it('stops loudly on a fact about a task that was never assigned', () => {
    const [event] = logOf('t1', [completed('2025-03-20')]);
    expect(() => taskOutcomes.evolve(null, event!, 't1')).toThrow(/before the assignment/);
  });
});
