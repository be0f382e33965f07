import { localDate } from '@thidua/kernel';
import {
  defaultFlow,
  defaultFlowV2,
  twoLevelFlow,
  type WorkflowDefinition,
} from '@thidua/workflow';
import { evolveTask } from '../evolve/evolve-task';
import { deputyDirector, director, leadHead, officeClerk, service } from '../testing/people';
import { DUE_ON, TODAY } from '../testing/sample-work';
import { ask, given, happened } from '../testing/task.fixtures';

const target = (definition: WorkflowDefinition, isRetired = false) => ({
  target: { definition, isRetired },
});
const byOffice = { actor: officeClerk };
const toV2 = { ...byOffice, ...target(defaultFlowV2) };
const standing = (version: number, state: string) => ({ id: 'default', version, state });

describe('moving a task to another version of its flow', () => {
  it('keeps its state and its due date', () => {
    given(happened('TaskAssigned'), happened('WorkStarted'))
      .when(ask('MigrateTask'), toV2)
      .then(
        happened('TaskMigrated', {
          from: standing(1, 'inProgress'),
          to: standing(2, 'inProgress'),
          dueOn: DUE_ON,
        }),
      );
  });

  it.each([
    ['the Office', officeClerk],
    ['a deputy director', deputyDirector],
    ['the Director', director],
  ])('is for %s', (_, actor) => {
    given(happened('TaskAssigned'))
      .when(ask('MigrateTask'), { ...toV2, actor })
      .thenMatching({ type: 'TaskMigrated' });
  });

  it.each([
    ['the head of its unit', leadHead],
    ['a service', service],
  ])('is not for %s', (_, actor) => {
    given(happened('TaskAssigned'))
      .when(ask('MigrateTask'), { ...toV2, actor })
      .thenRejected('ROLE_NOT_ALLOWED', { command: 'MigrateTask' });
  });

  it('changes nothing when it is there already', () => {
    const migrated = happened('TaskMigrated', { to: standing(2, 'assigned') });
    given(happened('TaskAssigned'), migrated)
      .when(ask('MigrateTask'), { ...toV2, workflow: defaultFlowV2 })
      .thenNothing();
  });

  it('is refused for a task that has ended', () => {
    given(happened('TaskAssigned'), happened('TaskCompleted'))
      .when(ask('MigrateTask'), toV2)
      .thenRejected('TASK_HAS_ENDED', { state: 'completed' });
  });

  it('is refused before the day on which the task came into its state', () => {
    given(happened('TaskAssigned'), happened('ResultReported', { reportedOn: DUE_ON }))
      .when(ask('MigrateTask'), toV2)
      .thenRejected('OCCURRED_TOO_EARLY', { on: TODAY, earliestOn: DUE_ON });
  });
});

describe('the flow a task is moved to', () => {
  const asked = { to: { id: 'two-level', version: 1 } };

  it.each([
    ['was not looked up', {}],
    ['is not known', { target: null }],
    ['is another one', target(defaultFlowV2)],
  ])('is refused when it %s', (_, context) => {
    given(happened('TaskAssigned'))
      .when(ask('MigrateTask', asked), { ...byOffice, ...context })
      .thenRejected('FLOW_NOT_FOUND', { workflow: 'two-level@1' });
  });

  it('is refused when it is retired', () => {
    given(happened('TaskAssigned'))
      .when(ask('MigrateTask', asked), { ...byOffice, ...target(twoLevelFlow, true) })
      .thenRejected('FLOW_RETIRED', { workflow: 'two-level@1' });
  });
});

describe('the counterpart of a state', () => {
  const fromTwoLevel = { ...byOffice, workflow: twoLevelFlow, ...target(defaultFlow) };
  const assigned = happened('TaskAssigned', { workflow: { id: 'two-level', version: 1 } });
  const approved = [assigned, happened('ResultReported'), happened('StepApproved')];
  const toDefault = { to: { id: 'default', version: 1 } };

  it('is the one it is mapped to', () => {
    const stateMap = { unitApproved: 'reported' };
    given(...approved)
      .when(ask('MigrateTask', { ...toDefault, stateMap }), fromTwoLevel)
      .thenMatching({
        type: 'TaskMigrated',
        data: {
          from: { id: 'two-level', version: 1, state: 'unitApproved' },
          to: { id: 'default', version: 1, state: 'reported' },
        },
      });
  });

  it('must exist', () => {
    given(...approved)
      .when(ask('MigrateTask', toDefault), fromTwoLevel)
      .thenRejected('STATE_WITHOUT_COUNTERPART', {
        state: 'unitApproved',
        wanted: 'unitApproved',
        known: ['reported'],
      });
  });

  it('must mean the same, or the indicators would change', () => {
    const stateMap = { unitApproved: 'completed' };
    given(...approved)
      .when(ask('MigrateTask', { ...toDefault, stateMap }), fromTwoLevel)
      .thenRejected('COUNTERPART_MEANS_OTHER', { phase: 'reported', wantedPhase: 'done' });
  });
});

describe('a task that was moved', () => {
  const moved = [
    happened('TaskAssigned'),
    happened('WorkStarted'),
    happened('TaskMigrated', {
      from: standing(1, 'inProgress'),
      to: { id: 'two-level', version: 1, state: 'inProgress' },
      migratedOn: localDate('2026-03-10'),
    }),
  ];

  it('is decided under its new flow', () => {
    given(...moved, happened('ResultReported'))
      .when(ask('ApproveStep'), { workflow: twoLevelFlow })
      .thenMatching({ type: 'StepApproved', data: { from: 'reported', to: 'unitApproved' } });
  });

  it('is never decided under its old one', () => {
    expect(() => {
      given(...moved)
        .when(ask('RaiseObstacle'), { workflow: defaultFlow })
        .thenNothing();
    }).toThrow('is decided under its own flow two-level version 1');
  });

  it('keeps what it was assigned under', () => {
    const state = moved.reduce(evolveTask, null);
    expect(state?.assignment.workflow).toEqual({ id: 'default', version: 1 });
    expect(state?.workflow).toEqual({ id: 'two-level', version: 1 });
  });
});
