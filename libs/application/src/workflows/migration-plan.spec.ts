import { CommandRejected, fold } from '@thidua/kernel';
import type { BoardTask } from '@thidua/projections';
import { taskDecider, type TaskEvent } from '@thidua/task';
import { ask, happened, randomFlow, sampleFacts, taskContext } from '@thidua/task/testing';
import {
  defaultFlow,
  defaultFlowV2,
  twoLevelFlow,
  type WorkflowDefinition,
} from '@thidua/workflow';
import fc from 'fast-check';
import { migrationOf, type FlowPair } from './migration-plan';

const { dueOn, title, no } = sampleFacts.TaskAssigned;

const onBoard = (state: string, due: BoardTask['dueOn'] = dueOn): BoardTask =>
  ({ key: 'nv-1', no, title, state, dueOn: due }) as BoardTask;

const office = {
  actor: {
    actor: { kind: 'system', id: 'x', unitId: null, role: null, onBehalfOf: null },
    posts: [],
  },
} as const;

/** What the decider makes of the command for a task in this state: the new state, or the code of its no. */
function really({ from, to, stateMap }: FlowPair, state: string): string {
  const { id, version } = from;
  const assigned = happened('TaskAssigned', { workflow: { id, version }, state });
  const task = fold(taskDecider, [assigned]);
  const command = ask('MigrateTask', {
    to: { id: to.id, version: to.version },
    stateMap: { ...stateMap },
  });
  const target = { definition: to, isRetired: false };
  try {
    const events: readonly TaskEvent[] = taskDecider.decide(
      command,
      task,
      taskContext({ ...office, workflow: from, target }),
    );
    return events
      .map(({ data }) => ('to' in data ? (data.to as { state: string }).state : ''))
      .join();
  } catch (error) {
    if (error instanceof CommandRejected) return error.code;
    throw error;
  }
}

describe('the dry run of a migration', () => {
  it('says of any task in any two flows what the decider then does', () => {
    const map = fc.dictionary(
      fc.constantFrom('work0', 'work1', 'judged0', 'wait0'),
      fc.constantFrom('work0', 'work2', 'judged0', 'judged1', 'finished', 'nowhere'),
    );
    fc.assert(
      fc.property(randomFlow, randomFlow, map, (from, drawn, stateMap) => {
        const to = { ...drawn, version: from.version + 1 };
        for (const { name } of from.states) {
          const { outcome, after } = migrationOf({ from, to, stateMap }, onBoard(name));
          const happens = really({ from, to, stateMap }, name);
          if (outcome === 'moves') expect(happens).toBe(after?.state);
          else if (outcome === 'ended') expect(happens).toBe('TASK_HAS_ENDED');
          else expect(happens).toMatch(/^(STATE_WITHOUT_COUNTERPART|COUNTERPART_MEANS_OTHER)$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  const timersOf = (from: WorkflowDefinition, to: WorkflowDefinition, task: BoardTask) => {
    const { timersAdded, timersRemoved } = migrationOf({ from, to, stateMap: {} }, task);
    return {
      added: timersAdded.map(({ name, days }) => `${name} ${days}`),
      removed: timersRemoved.map(({ name }) => name),
    };
  };

  it('lists the reminders and escalations that come and go', () => {
    const report = ['reportDueSoon -2', 'reportMissing 1'];
    const due = ['dueInFiveDays -5', 'dueTomorrow -1', 'dueToday 0', 'oneDayOverdue 1'];
    const ladder = ['overdueToHead 3', 'overdueToDeputy 7', 'overdueToDirector 15'];
    expect(timersOf(defaultFlow, defaultFlowV2, onBoard('inProgress'))).toEqual({
      added: [...due, ...ladder, ...report],
      removed: [],
    });
    expect(timersOf(defaultFlow, defaultFlowV2, onBoard('inProgress', null))).toEqual({
      added: report,
      removed: [],
    });
    expect(timersOf(defaultFlowV2, twoLevelFlow, onBoard('assigned', null))).toEqual({
      added: [],
      removed: ['reportDueSoon', 'reportMissing'],
    });
  });

  it('leaves an ended task with what it has', () => {
    const ended = migrationOf(
      { from: defaultFlow, to: defaultFlowV2, stateMap: {} },
      onBoard('completed'),
    );
    expect(ended).toMatchObject({ outcome: 'ended', after: null, timersAdded: [] });
  });
});
