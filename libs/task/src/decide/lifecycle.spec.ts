import { localDate } from '@thidua/kernel';
import {
  ask,
  deputyDirector,
  director,
  given,
  happened,
  leadClerk,
  leadHead,
  officeClerk,
  officeHead,
  person,
  proof,
  service,
  stranger,
  TODAY,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned');
const started = happened('WorkStarted');
const reported = happened('ResultReported');
const completed = happened('TaskCompleted');
const waiting = [happened('TaskAssigned', { condition: 'Nếu có' }), happened('TriggerAwaited')];
const later = localDate('2026-03-12');
const earlier = localDate('2026-03-09');
const byOffice = { actor: officeClerk };

describe('starting work', () => {
  it('is refused to somebody outside the lead unit', () => {
    given(assigned)
      .when(ask('StartWork'), { actor: stranger })
      .thenRejected('ROLE_NOT_ALLOWED', {
        allowedRoles: ['lead', 'leadHead', 'focal', 'assignee', 'service'],
        commandVi: 'Bắt đầu thực hiện',
      });
  });

  it('is refused on another day when it has begun already', () => {
    given(assigned, started)
      .when(ask('StartWork'), { on: later })
      .thenRejected('TRANSITION_NOT_ALLOWED', { state: 'inProgress' });
  });

  it('changes nothing when said again for the same day', () => {
    given(assigned, started).when(ask('StartWork')).thenNothing();
  });

  it('records the day', () => {
    given(assigned).when(ask('StartWork'), { actor: leadClerk }).then(started);
  });

  it('is open to a person given the task without a post in the lead unit', () => {
    given(assigned, happened('PersonAssigned', { personId: 'nguoi-ngoai' }))
      .when(ask('StartWork'), { actor: stranger })
      .then(started);
  });
});

describe('waiting for a trigger', () => {
  it('is refused when neither the command nor the plan says what for', () => {
    given(assigned)
      .when(ask('AwaitTrigger', { condition: null }), byOffice)
      .thenRejected('CONDITION_MISSING', { field: 'condition' });
  });

  it('is refused to the lead unit', () => {
    given(assigned).when(ask('AwaitTrigger')).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('takes the condition of the plan when none is given', () => {
    given(happened('TaskAssigned', { condition: 'Nếu có' }))
      .when(ask('AwaitTrigger', { condition: null }), byOffice)
      .then(happened('TriggerAwaited', { condition: 'Nếu có' }));
  });

  it('ends with the trigger, which may set the due date', () => {
    const dueOn = localDate('2026-09-30');
    given(...waiting)
      .when(ask('ReceiveTrigger', { dueOn }), { actor: service })
      .then(happened('TriggerReceived', { dueOn }));
  });

  it('may end with the due date it had', () => {
    const dueOn = localDate('2026-06-30');
    given(...waiting)
      .when(ask('ReceiveTrigger', { dueOn }), byOffice)
      .then(happened('TriggerReceived', { dueOn }));
  });

  it('cannot end with a due date before the trigger or before the one in force', () => {
    given(...waiting)
      .when(ask('ReceiveTrigger', { dueOn: earlier }), byOffice)
      .thenRejected('DAY_TOO_EARLY', { field: 'dueOn', earliestOn: TODAY });
    given(...waiting)
      .when(ask('ReceiveTrigger', { dueOn: localDate('2026-05-01') }), byOffice)
      .thenRejected('DUE_DATE_MUST_MOVE_LATER', { from: '2026-06-30', to: '2026-05-01' });
  });

  it('changes nothing when the same trigger is recorded again', () => {
    given(...waiting, happened('TriggerReceived'))
      .when(ask('ReceiveTrigger'), byOffice)
      .thenNothing();
  });

  it('keeps a result from being reported before the trigger', () => {
    given(...waiting)
      .when(ask('ReportResult'))
      .thenRejected('TRANSITION_NOT_ALLOWED', { state: 'waiting' });
  });
});

describe('reporting the result', () => {
  it('is refused without evidence', () => {
    given(assigned, started)
      .when(ask('ReportResult', { evidence: [] }))
      .thenRejected('REQUIREMENT_MISSING', { field: 'evidence' });
  });

  it.each([
    ['missing', []],
    ['returned', [happened('ProductHandedIn'), happened('ProductReturned')]],
  ])('is refused while a product is %s', (_, history) => {
    given(
      happened('TaskAssigned', { products: [{ productId: 'sp-1', title: 'Báo cáo' }] }),
      started,
      ...history,
    )
      .when(ask('ReportResult'))
      .thenRejected('GUARD_FAILED', { guard: 'allProductsHandedIn' });
  });

  it('is refused when several lead units fit and none is named', () => {
    const leads = [UNITS.lead, UNITS.otherLead].map((unitId) => ({
      unitId,
      role: 'lead' as const,
    }));
    given(happened('TaskAssigned', { leads }), started)
      .when(ask('ReportResult'), { actor: service })
      .thenRejected('UNIT_MUST_BE_NAMED', { unitIds: [UNITS.lead, UNITS.otherLead] });
  });

  it('is refused on a day before the result was returned', () => {
    given(assigned, started, reported, happened('ResultReturned'))
      .when(ask('ReportResult'), { on: earlier })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: TODAY });
  });

  it.each([
    ['the trigger came', [...waiting, happened('TriggerReceived', { receivedOn: TODAY })]],
    ['the task was reopened', [assigned, started, reported, completed, happened('TaskReopened')]],
  ])('is refused on a day before %s', (_, history) => {
    given(...history)
      .when(ask('ReportResult'), { on: earlier })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: TODAY });
  });

  it('names the unit, who answers for it and the attempt', () => {
    given(assigned, started, reported, happened('ResultReturned'))
      .when(ask('ReportResult'), { actor: leadClerk, on: later })
      .then(happened('ResultReported', { reportedOn: later, attempt: 2 }));
  });

  it('names a deputy and whom the deputy acts for', () => {
    const acting = person('pho-phong', [[UNITS.lead, 'deputy']], {
      onBehalfOf: { personId: 'truong-phong', legalBasis: '15/QĐ-SCT' },
    });
    given(assigned, started)
      .when(ask('ReportResult'), { actor: acting })
      .then(happened('ResultReported', { reportedBy: ['pho-phong', 'truong-phong'] }));
  });

  it('straight from the assignment records the start of work first', () => {
    given(assigned).when(ask('ReportResult'), { actor: leadClerk }).then(started, reported);
  });

  it('needs no second proof when every product was handed in with its own', () => {
    given(
      happened('TaskAssigned', { products: [{ productId: 'sp-1', title: 'Báo cáo' }] }),
      started,
      happened('ProductHandedIn'),
    )
      .when(ask('ReportResult', { evidence: [] }), { actor: leadClerk })
      .then(happened('ResultReported', { evidence: [] }));
  });

  it('changes nothing when the same report is made again', () => {
    given(assigned, started, reported)
      .when(ask('ReportResult'), { actor: leadClerk })
      .thenNothing();
  });

  it('is refused when another report is made while one is judged', () => {
    given(assigned, started, reported)
      .when(ask('ReportResult', { summary: 'Khác', evidence: [proof] }), { actor: leadClerk })
      .thenRejected('TRANSITION_NOT_ALLOWED', { state: 'reported' });
  });
});

describe.each([
  ['verifying', 'VerifyResult'],
  ['returning', 'ReturnResult'],
] as const)('%s a result', (_, command) => {
  const officeTask = happened('TaskAssigned', { leads: [{ unitId: UNITS.office, role: 'lead' }] });

  it('is refused to the lead unit', () => {
    given(assigned, started, reported)
      .when(ask(command), { actor: leadHead })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused to whoever reported it, even from another post', () => {
    const both = person('chuyen-vien', [[UNITS.office, 'staff']]);
    given(assigned, started, reported)
      .when(ask(command), { actor: both })
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
  });

  it('is refused to a deputy who acts for whoever reported it', () => {
    const acting = person('chanh-van-phong', [[UNITS.office, 'head']], {
      onBehalfOf: { personId: 'chuyen-vien', legalBasis: '16/QĐ-SCT' },
    });
    given(assigned, started, reported)
      .when(ask(command), { actor: acting })
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
  });

  it('is refused to whoever handed in one of its products', () => {
    given(
      happened('TaskAssigned', { products: [{ productId: 'sp-1', title: 'Báo cáo' }] }),
      started,
      happened('ProductHandedIn', { handedInBy: ['chuyen-vien-vp'] }),
      reported,
    )
      .when(ask(command), byOffice)
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
  });

  it('is refused to the Office when the Office led the task', () => {
    given(officeTask, started, reported)
      .when(ask(command), { actor: officeHead })
      .thenRejected('GUARD_FAILED', { guard: 'officeTaskVerifiedAbove' });
  });

  it.each([deputyDirector, director])(
    'is open to those above the Office for its tasks',
    (actor) => {
      given(officeTask, started, reported)
        .when(ask(command), { actor })
        .thenMatching({ type: command === 'VerifyResult' ? 'TaskCompleted' : 'ResultReturned' });
    },
  );

  it('is refused on a day before the report', () => {
    given(assigned, started, reported)
      .when(ask(command), { ...byOffice, on: earlier })
      .thenRejected('OCCURRED_TOO_EARLY', { on: earlier, earliestOn: TODAY });
  });

  it('is refused before anything is reported', () => {
    given(assigned, started)
      .when(ask(command), byOffice)
      .thenRejected('TRANSITION_NOT_ALLOWED', { state: 'inProgress' });
  });
});

describe('the verdict on a result', () => {
  it('completes the task on the day the result was handed in, not on the day of the verdict', () => {
    given(assigned, started, reported)
      .when(ask('VerifyResult'), { ...byOffice, on: later })
      .then(happened('TaskCompleted', { completedOn: TODAY, verifiedOn: later }));
  });

  it('accepts with it the products that still await theirs, and only those', () => {
    const products = ['sp-1', 'sp-2'].map((productId) => ({ productId, title: 'Báo cáo' }));
    given(
      happened('TaskAssigned', { products }),
      happened('ProductHandedIn', { productId: 'sp-1' }),
      happened('ProductAccepted', { productId: 'sp-1' }),
      happened('ProductHandedIn', { productId: 'sp-2', attempt: 2 }),
      reported,
    )
      .when(ask('VerifyResult'), byOffice)
      .then(happened('ProductAccepted', { productId: 'sp-2', attempt: 2 }), completed);
  });

  it('cannot accept a product before the day it was handed in', () => {
    given(
      happened('TaskAssigned', { products: [{ productId: 'sp-1', title: 'Báo cáo' }] }),
      reported,
      happened('ProductHandedIn', { handedInOn: later }),
    )
      .when(ask('VerifyResult'), byOffice)
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: later });
  });

  it('sends the result back with the reason and the attempt', () => {
    given(assigned, started, reported)
      .when(ask('ReturnResult', { majorContentError: true }), byOffice)
      .then(happened('ResultReturned', { majorContentError: true }));
  });

  it.each([
    ['VerifyResult', completed],
    ['ReturnResult', happened('ResultReturned')],
  ] as const)('changes nothing when given again: %s', (command, event) => {
    given(assigned, started, reported, event).when(ask(command), byOffice).thenNothing();
  });

  it('is refused rather than swallowed when somebody without the role repeats it', () => {
    given(assigned, started, reported, completed)
      .when(ask('VerifyResult'), { actor: stranger })
      .thenRejected('TRANSITION_NOT_ALLOWED', { state: 'completed' });
  });
});

describe('whoever did the work', () => {
  it.each([
    ['was given it', happened('PersonAssigned', { personId: 'nguoi-lam' })],
    ['acts for the one who was', happened('PersonAssigned', { personId: 'chanh-van-phong' })],
  ])('does not verify it: %s', (_, event) => {
    const judge = person('nguoi-lam', [[UNITS.office, 'head']], {
      onBehalfOf: { personId: 'chanh-van-phong', legalBasis: '15/QĐ-SCT' },
    });
    given(assigned, started, event, reported)
      .when(ask('VerifyResult'), { actor: judge })
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
  });
});

describe('a task with a milestone', () => {
  const withMilestone = happened('TaskAssigned', { kind: 'periodic-after-milestone' });

  it('is not reported as a whole before the milestone', () => {
    given(withMilestone, started)
      .when(ask('ReportResult'), { actor: leadClerk })
      .thenRejected('MILESTONE_NOT_REACHED');
    given(withMilestone, started, happened('MilestoneReached'))
      .when(ask('ReportResult'), { actor: leadClerk })
      .then(reported);
  });
});

describe('ending a task otherwise', () => {
  it('closes only ongoing work by assessment', () => {
    given(assigned, started)
      .when(ask('CloseOngoing'), { actor: director })
      .thenRejected('GUARD_FAILED', { guard: 'taskIsOngoing' });
  });

  it('leaves the assessment of ongoing work to the directors', () => {
    given(happened('TaskAssigned', { kind: 'ongoing' }), started)
      .when(ask('CloseOngoing'), byOffice)
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('does not let whoever reported ongoing work assess it', () => {
    given(
      happened('TaskAssigned', { kind: 'ongoing' }),
      started,
      happened('ResultReported', { reportedBy: ['giam-doc'] }),
    )
      .when(ask('CloseOngoing'), { actor: director })
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
  });

  it('closes ongoing work with a grade', () => {
    given(happened('TaskAssigned', { kind: 'ongoing' }), started)
      .when(ask('CloseOngoing'), { actor: deputyDirector })
      .then(happened('OngoingClosed'));
  });

  it('marks only a conditional task as not arisen', () => {
    given(assigned)
      .when(ask('MarkNotArisen'), byOffice)
      .thenRejected('GUARD_FAILED', { guard: 'taskIsConditional' });
  });

  it.each([
    ['MarkNotArisen', happened('TaskNotArisen')],
    ['CancelTask', happened('TaskCancelled')],
    ['SupersedeTask', happened('TaskSuperseded')],
  ] as const)('takes the task out of the plan by %s, once', (command, event) => {
    const conditional = happened('TaskAssigned', { condition: 'Nếu có' });
    given(conditional).when(ask(command), byOffice).then(event);
    given(conditional, event).when(ask(command), byOffice).thenNothing();
    given(conditional, event)
      .when(ask(command, { reason: 'Lý do khác' }), byOffice)
      .thenRejected('TRANSITION_NOT_ALLOWED', { allowed: [] });
  });

  it('does not let a task take its own place', () => {
    given(assigned)
      .when(ask('SupersedeTask', { byTaskId: 'nv-1' }), byOffice)
      .thenRejected('TASK_REFERS_TO_ITSELF', { field: 'byTaskId' });
  });
});

describe('reopening', () => {
  it('is refused while the task is not completed', () => {
    given(assigned, started)
      .when(ask('ReopenTask'), byOffice)
      .thenRejected('TRANSITION_NOT_ALLOWED', { state: 'inProgress' });
  });

  it('is refused on a day before the verification', () => {
    given(assigned, started, reported, completed)
      .when(ask('ReopenTask'), { ...byOffice, on: earlier })
      .thenRejected('OCCURRED_TOO_EARLY');
  });

  it('is refused on a day before ongoing work was closed', () => {
    given(happened('TaskAssigned', { kind: 'ongoing' }), started, happened('OngoingClosed'))
      .when(ask('ReopenTask'), { ...byOffice, on: earlier })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: TODAY });
  });

  it('puts a completed task back to work, where it can be reported again', () => {
    const reopened = happened('TaskReopened');
    given(assigned, started, reported, completed).when(ask('ReopenTask'), byOffice).then(reopened);
    given(assigned, started, reported, completed, reopened)
      .when(ask('ReportResult'), { actor: leadClerk })
      .then(happened('ResultReported', { attempt: 2 }));
  });
});
