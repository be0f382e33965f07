import { localDate } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import { twoLevelFlow, type WorkflowDefinition } from '@thidua/workflow';
import { taskDecider } from '../task.decider';
import {
  ask,
  director,
  happened,
  leadClerk,
  leadHead,
  officeClerk,
  officeHead,
  taskContext,
  UNITS,
} from '../testing';

const given = specify(taskDecider, taskContext({ workflow: twoLevelFlow }));
const workflow = { id: 'two-level', version: 1 };
const assigned = happened('TaskAssigned', { workflow });
const started = happened('WorkStarted');
const reported = happened('ResultReported');
const later = localDate('2026-03-12');
const approved = happened('StepApproved');

describe('a task under two levels of approval', () => {
  it('is pinned to the flow it was assigned under', () => {
    given().when(ask('AssignTask'), { actor: director }).thenMatching({
      type: 'TaskAssigned',
      data: { workflow },
    });
  });

  it('is not verified before the unit has approved', () => {
    given(assigned, started, reported)
      .when(ask('VerifyResult'), { actor: officeClerk })
      .thenRejected('TRANSITION_NOT_ALLOWED', { state: 'reported' });
  });

  it('is not approved by an official who does not head the unit', () => {
    given(assigned, started, reported)
      .when(ask('ApproveStep'), { actor: leadClerk })
      .thenRejected('ROLE_NOT_ALLOWED', { allowedRoles: ['leadHead'] });
  });

  it('is not approved by the head who reported it', () => {
    given(assigned, started, happened('ResultReported', { reportedBy: ['truong-phong'] }))
      .when(ask('ApproveStep'))
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
  });

  it('is approved by the head of the unit, once', () => {
    given(assigned, started, reported).when(ask('ApproveStep')).then(approved);
    given(assigned, started, reported, approved).when(ask('ApproveStep')).thenNothing();
  });

  it('is then verified by the Office', () => {
    given(assigned, started, reported, approved)
      .when(ask('VerifyResult'), { actor: officeClerk })
      .then(happened('TaskCompleted', { from: 'unitApproved' }));
  });

  it('is verified only when each product has been accepted for itself', () => {
    const history = [
      happened('TaskAssigned', { workflow, products: [{ productId: 'sp-1', title: 'Báo cáo' }] }),
      happened('ProductHandedIn'),
      reported,
      approved,
    ];
    given(...history)
      .when(ask('VerifyResult'), { actor: officeClerk })
      .thenRejected('GUARD_FAILED', { guard: 'allProductsAccepted' });
    given(...history, happened('ProductAccepted'))
      .when(ask('VerifyResult'), { actor: officeClerk })
      .thenMatching({ type: 'TaskCompleted' });
  });

  it('is not verified on a day before the approval', () => {
    given(assigned, started, reported, happened('StepApproved', { approvedOn: later }))
      .when(ask('VerifyResult'), { actor: officeClerk })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: later });
  });

  it('is returned by the unit at the first level and by the Office at the second', () => {
    given(assigned, started, reported)
      .when(ask('ReturnResult'), { actor: leadHead })
      .then(happened('ResultReturned', { transition: 'returnByUnit' }));
    given(assigned, started, reported)
      .when(ask('ReturnResult'), { actor: officeClerk })
      .thenRejected('ROLE_NOT_ALLOWED', { allowedRoles: ['leadHead'] });
    given(assigned, started, reported, approved)
      .when(ask('ReturnResult'), { actor: officeClerk })
      .then(happened('ResultReturned', { from: 'unitApproved' }));
  });

  it('led by the Office is still verified above it', () => {
    const office = happened('TaskAssigned', {
      workflow,
      leads: [{ unitId: UNITS.office, role: 'lead' }],
    });
    given(office, started, reported, approved)
      .when(ask('VerifyResult'), { actor: officeHead })
      .thenRejected('GUARD_FAILED', { guard: 'officeTaskVerifiedAbove' });
  });

  it('knows no step approval under the default flow', () => {
    specify(taskDecider, taskContext())(happened('TaskAssigned'), started, reported)
      .when(ask('ApproveStep'))
      .thenRejected('TRANSITION_NOT_ALLOWED', { command: 'ApproveStep' });
  });
});

describe('a flow of the office’s own', () => {
  const transition = (name: string) => {
    const found = twoLevelFlow.transitions.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`The flow has a transition ${name}`);
    return found;
  };
  const label = { vi: 'Hai lãnh đạo đã phê duyệt', en: 'Both heads have approved' };

  it('may ask for the same approval twice, and the second is no repetition of the first', () => {
    const workflow: WorkflowDefinition = {
      ...twoLevelFlow,
      states: [
        ...twoLevelFlow.states,
        { name: 'bothApproved', phase: 'reported', final: false, label },
      ],
      transitions: [
        ...twoLevelFlow.transitions,
        {
          ...transition('approveByUnit'),
          name: 'approveAgain',
          from: ['unitApproved'],
          to: 'bothApproved',
          label,
        },
      ],
    };
    given(assigned, started, reported, approved)
      .when(ask('ApproveStep'), { workflow })
      .then(
        happened('StepApproved', {
          transition: 'approveAgain',
          from: 'unitApproved',
          to: 'bothApproved',
        }),
      );
  });

  it.each([
    ['VerifyResult', 'verify', officeClerk],
    ['ReturnResult', 'return', officeClerk],
  ] as const)('cannot make %s possible before there is a result', (command, name, actor) => {
    const workflow: WorkflowDefinition = {
      ...twoLevelFlow,
      transitions: [{ ...transition(name), from: ['inProgress'] }],
    };
    given(assigned, started)
      .when(ask(command), { actor, workflow })
      .thenRejected('RESULT_NOT_REPORTED');
  });
});
