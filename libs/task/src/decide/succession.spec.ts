import { fold, type LocalMonth } from '@thidua/kernel';
import fc from 'fast-check';
import { given, happened, person, UNITS, ask, taskContext } from '../testing';
import { taskDecider } from '../task.decider';
import type { TaskEvent } from '../task.events';

const system = {
  actor: { kind: 'system', id: 'thidua', unitId: null, role: null, onBehalfOf: null },
  posts: [],
} as const;
const succeed = ask('SucceedUnit');
const follow = happened('TaskUnitSucceeded', { document: null });

describe('a unit that ended in an open task', () => {
  it('is followed by its successor', () => {
    given(happened('TaskAssigned')).when(succeed, { actor: system }).then(follow);
  });

  it('is followed once', () => {
    given(happened('TaskAssigned'), follow).when(succeed, { actor: system }).thenNothing();
  });

  it('keeps a task that was completed, and one it has no part in', () => {
    given(happened('TaskAssigned'), happened('TaskCompleted'))
      .when(succeed, { actor: system })
      .thenNothing();
    given(happened('TaskAssigned'))
      .when(ask('SucceedUnit', { fromUnitId: 'khac' }), { actor: system })
      .thenNothing();
  });

  it('is never followed on the word of a person', () => {
    given(happened('TaskAssigned'))
      .when(succeed, { actor: person('giam-doc', [[UNITS.department, 'head']]) })
      .thenRejected('SUCCESSION_SYSTEM_ONLY');
  });

  it('leaves open parts with the people who have them and finished ones where they were', () => {
    const after = fold(taskDecider, [
      happened('TaskAssigned'),
      happened('PersonAssigned', { subtaskId: 'a', personId: 'an', unitId: UNITS.lead }),
      happened('PersonAssigned', { subtaskId: 'b', personId: 'binh', unitId: UNITS.lead }),
      happened('SubtaskFinished', { subtaskId: 'a' }),
      follow,
    ]);
    expect(after?.assignments).toMatchObject([
      { subtaskId: 'a', personId: 'an', unitId: UNITS.lead },
      { subtaskId: 'b', personId: 'binh', unitId: UNITS.otherLead },
    ]);
  });

  it('is not asked again for what the former unit has reported', () => {
    const after = fold(taskDecider, [
      happened('TaskAssigned'),
      happened('ProgressReported', { unitId: UNITS.lead, period: '2025-09' as LocalMonth }),
      follow,
    ]);
    expect(after?.reports).toEqual([
      { unitId: UNITS.lead, period: '2025-09' },
      { unitId: UNITS.otherLead, period: '2025-09' },
    ]);
  });

  it('passes on its requests, its answers and its place as coordinator', () => {
    const from = { fromUnitId: UNITS.coordinating, toUnitId: 'phong-moi' };
    const after = fold(taskDecider, [
      happened('TaskAssigned'),
      happened('CoordinationAsked', { unitId: UNITS.coordinating }),
      happened('TaskAccepted', { unitId: UNITS.lead }),
      happened('TaskUnitSucceeded', from),
      follow,
    ]);
    expect(after?.coordinatingUnitIds).toEqual(['phong-moi']);
    expect(after?.coordination).toMatchObject([{ asked: { unitId: 'phong-moi' } }]);
    expect(after?.answers).toEqual([{ unitId: UNITS.otherLead, accepted: true }]);
  });
});

describe('a merger', () => {
  const unit = fc.constantFrom('a', 'b', 'c', 'd');
  const office = fc.array(
    fc.record({ leads: fc.uniqueArray(unit, { minLength: 1 }), closed: fc.boolean() }),
    { maxLength: 12 },
  );

  it('conserves the tasks: open ones follow, closed ones stay, none is lost or made', () => {
    fc.assert(
      fc.property(office, (tasks) => {
        const merge = ask('SucceedUnit', { fromUnitId: 'a', toUnitId: 'b' });
        const histories = tasks.map(({ leads, closed }, index): readonly TaskEvent[] => [
          happened('TaskAssigned', {
            taskId: `t${index}`,
            leads: leads.map((unitId) => ({ unitId, role: 'lead' })),
          }),
          ...(closed ? [happened('TaskCompleted', { taskId: `t${index}` })] : []),
        ]);
        const after = histories.map((history) => {
          const before = fold(taskDecider, history);
          const events = taskDecider.decide(merge, before, taskContext({ actor: system }));
          expect(events.length).toBeLessThanOrEqual(1);
          return fold(taskDecider, [...history, ...events]);
        });
        expect(after).toHaveLength(tasks.length);
        after.forEach((task, index) => {
          const { leads = [], closed = false } = tasks[index] ?? {};
          const follows = closed ? leads : leads.map((unitId) => (unitId === 'a' ? 'b' : unitId));
          const led = task?.leads.map(({ unitId }) => unitId) ?? [];
          expect(led.toSorted()).toEqual([...new Set(follows)].toSorted());
        });
      }),
    );
  });
});
