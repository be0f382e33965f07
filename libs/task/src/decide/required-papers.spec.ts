import { defaultFlow, type WorkflowDefinition } from '@thidua/workflow';
import { ask, given, happened, officeClerk, paper } from '../testing';

/** The default flow in an office where these two steps need a paper. */
const strict: WorkflowDefinition = {
  ...defaultFlow,
  transitions: defaultFlow.transitions.map((transition) =>
    ['CancelTask', 'ReceiveTrigger'].includes(transition.command)
      ? { ...transition, requires: ['document'] }
      : transition,
  ),
};
const context = { actor: officeClerk, workflow: strict };
const assigned = happened('TaskAssigned');

describe('a step for which the flow asks for a paper', () => {
  const waiting = [assigned, happened('TriggerAwaited')];

  it('is refused without one', () => {
    given(assigned)
      .when(ask('CancelTask'), context)
      .thenRejected('REQUIREMENT_MISSING', { field: 'document' });
    given(...waiting)
      .when(ask('ReceiveTrigger', { document: null }), context)
      .thenRejected('REQUIREMENT_MISSING', { field: 'document' });
  });

  it('is taken with it', () => {
    given(assigned)
      .when(ask('CancelTask', { document: paper }), context)
      .then(happened('TaskCancelled', { document: paper }));
    given(...waiting)
      .when(ask('ReceiveTrigger'), context)
      .then(happened('TriggerReceived'));
  });
});

describe('a step for which the flow asks for a reason and a paper', () => {
  const both: WorkflowDefinition = {
    ...defaultFlow,
    transitions: defaultFlow.transitions.map((transition) =>
      transition.command === 'CancelTask'
        ? { ...transition, requires: ['reason', 'document'] }
        : transition,
    ),
  };

  it('is taken with the two of them', () => {
    given(assigned)
      .when(ask('CancelTask', { document: paper }), { actor: officeClerk, workflow: both })
      .then(happened('TaskCancelled', { document: paper }));
  });
});
