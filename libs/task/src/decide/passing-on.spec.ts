import { localDate } from '@thidua/kernel';
import {
  ask,
  given,
  happened,
  leadClerk,
  leadHead,
  named,
  officeClerk,
  otherLeadHead,
  person,
  sampleFacts,
  stranger,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned');
const given1 = happened('PersonAssigned');
const finished = happened('SubtaskFinished');
const handedOver = happened('TaskHandedOver');
const agreement = happened('HandOverAgreed');
const byOffice = { actor: officeClerk };
const later = localDate('2026-03-12');

describe('handing a task over', () => {
  const between = (from: string | null, to: string | null) => ({
    from: { unitId: UNITS.lead, personId: from },
    to: { unitId: UNITS.lead, personId: to },
  });

  it('is refused to an official who heads no unit', () => {
    given(assigned)
      .when(ask('HandOverTask'), { actor: leadClerk })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused from a unit that does not have the task', () => {
    given(assigned)
      .when(ask('HandOverTask', { from: { unitId: UNITS.coordinating } }), byOffice)
      .thenRejected('UNIT_NOT_IN_TASK', { field: 'from.unitId', unitId: UNITS.coordinating });
  });

  it('is refused from a person who does not have it', () => {
    given(assigned)
      .when(ask('HandOverTask', between('chuyen-vien', 'nguoi-khac')), byOffice)
      .thenRejected('PERSON_NOT_ASSIGNED', { field: 'from.personId', personId: 'chuyen-vien' });
  });

  it('is refused to a unit or a person nobody knows', () => {
    given(assigned)
      .when(ask('HandOverTask'), { ...byOffice, knownUnitIds: new Set([UNITS.lead]) })
      .thenRejected('UNIT_NOT_FOUND', { field: 'to.unitId', unitId: UNITS.otherLead });
    given(assigned, given1)
      .when(ask('HandOverTask', between('chuyen-vien', 'ai-do')), {
        ...byOffice,
        knownPersonIds: new Set(['chuyen-vien']),
      })
      .thenRejected('PERSON_NOT_FOUND', { field: 'to.personId', personId: 'ai-do' });
  });

  it('is refused to the one who has it', () => {
    given(assigned)
      .when(ask('HandOverTask', between('chuyen-vien', 'chuyen-vien')), byOffice)
      .thenRejected('HAND_OVER_CHANGES_NOTHING');
  });

  it('is refused to the head of a third unit', () => {
    const leads = [UNITS.lead, 'phong-ba'].map((unitId) => ({ unitId, role: 'lead' as const }));
    given(happened('TaskAssigned', { leads }))
      .when(ask('HandOverTask'), { actor: person('truong-ba', [['phong-ba', 'head']]) })
      .thenRejected('ACTOR_NOT_IN_UNIT', { unitIds: [UNITS.lead, UNITS.otherLead] });
  });

  it('keeps the state it was in and gives the lead to the other unit', () => {
    given(assigned, happened('WorkStarted'))
      .when(ask('HandOverTask'), byOffice)
      .then(happened('TaskHandedOver', { stateAtHandOver: 'inProgress' }));
    given(assigned, handedOver).when(ask('AcceptTask')).thenRejected('ROLE_NOT_ALLOWED');
    given(assigned, handedOver)
      .when(ask('AcceptTask'), { actor: otherLeadHead })
      .then(happened('TaskAccepted', { unitId: UNITS.otherLead }));
  });

  it('between two units needs the head of the other one', () => {
    const refused = { field: 'agreedBy', unitId: UNITS.otherLead };
    const together = ask('HandOverTask', { agreedBy: 'truong-phong-kh' });
    const headOf = (...units: string[]) => ({
      named: named({ people: new Map([['truong-phong-kh', { unitIds: units, headOf: units }]]) }),
    });
    given(assigned).when(ask('HandOverTask')).thenRejected('OTHER_HEAD_MUST_AGREE', refused);
    given(assigned)
      .when(ask('HandOverTask', { agreedBy: 'truong-phong' }))
      .thenRejected('OTHER_HEAD_MUST_AGREE', refused);
    given(assigned)
      .when(together, headOf(UNITS.coordinating))
      .thenRejected('OTHER_HEAD_MUST_AGREE', refused);
    given(assigned).when(together, { named: named() }).thenRejected('OTHER_HEAD_MUST_AGREE');
    given(assigned).when(together, headOf(UNITS.otherLead)).then(agreement, handedOver);
    given(assigned).when(together).then(agreement, handedOver);
    given(assigned, agreement, handedOver).when(together).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('may come from the head of the unit that takes over when that unit leads too', () => {
    const leads = [UNITS.lead, UNITS.otherLead].map((unitId) => ({
      unitId,
      role: 'lead' as const,
    }));
    given(happened('TaskAssigned', { leads }))
      .when(ask('HandOverTask', { agreedBy: 'truong-phong' }), { actor: otherLeadHead })
      .then(
        happened('HandOverAgreed', { unitId: UNITS.lead, agreedBy: 'truong-phong' }),
        handedOver,
      );
  });

  it('needs nobody else within one unit or by somebody who heads both', () => {
    given(assigned, given1)
      .when(ask('HandOverTask', between('chuyen-vien', 'nguoi-khac')), { actor: leadHead })
      .then(happened('TaskHandedOver', between('chuyen-vien', 'nguoi-khac')));
    const headOfBoth = person('truong-phong', [
      [UNITS.lead, 'head'],
      [UNITS.otherLead, 'deputy'],
    ]);
    given(assigned).when(ask('HandOverTask'), { actor: headOfBoth }).then(handedOver);
  });

  it('is refused to a person who does not belong to the unit that takes over', () => {
    const to = { unitId: UNITS.otherLead, personId: 'nguoi-ngoai' };
    given(assigned)
      .when(ask('HandOverTask', { to }), { ...byOffice, named: named() })
      .thenRejected('PERSON_NOT_IN_UNIT', { field: 'to.personId', ...to });
  });

  it('changes nothing when it is recorded again', () => {
    given(assigned, handedOver).when(ask('HandOverTask'), byOffice).thenNothing();
  });

  it('moves the open parts of a person and leaves the finished ones', () => {
    const open = happened('PersonAssigned', { subtaskId: 'phan-2' });
    const moved = happened('TaskHandedOver', between('chuyen-vien', 'nguoi-ngoai'));
    const history = [assigned, given1, finished, open, moved];
    given(...history)
      .when(ask('FinishSubtask', { subtaskId: 'phan-2' }), { actor: stranger })
      .then(happened('SubtaskFinished', { subtaskId: 'phan-2' }));
    given(...history)
      .when(ask('FinishSubtask', { subtaskId: 'phan-1' }), { actor: stranger, on: later })
      .thenRejected('NOT_THE_ASSIGNEE');
  });

  it('gives the task to the named person of a unit that had named nobody', () => {
    const toPerson = happened('TaskHandedOver', {
      to: { unitId: UNITS.otherLead, personId: 'nguoi-ngoai' },
    });
    given(assigned, toPerson)
      .when(ask('StartWork'), { actor: stranger })
      .then(happened('WorkStarted'));
  });
});

describe('carrying a task over', () => {
  it('is refused to the lead unit', () => {
    given(assigned).when(ask('CarryOverTask')).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused into itself', () => {
    given(assigned)
      .when(ask('CarryOverTask', { toTaskId: 'nv-1' }), byOffice)
      .thenRejected('TASK_REFERS_TO_ITSELF', { field: 'toTaskId' });
  });

  it('is refused a second time into another task', () => {
    given(assigned, happened('TaskCarriedOver'))
      .when(ask('CarryOverTask', { toTaskId: 'nv-3' }), byOffice)
      .thenRejected('ALREADY_CARRIED_OVER', { toTaskId: 'nv-2' });
  });

  it('is recorded once', () => {
    given(assigned).when(ask('CarryOverTask'), byOffice).then(happened('TaskCarriedOver'));
    given(assigned, happened('TaskCarriedOver'))
      .when(ask('CarryOverTask'), { ...byOffice, on: later })
      .thenNothing();
  });
});

describe.each([
  { command: 'CarryOverTask', field: 'toTaskId', taskId: 'nv-2', planId: 'kh-2027', year: 2027 },
  {
    command: 'NamePredecessor',
    field: 'fromTaskId',
    taskId: 'nv-0',
    planId: 'kh-2025',
    year: 2025,
  },
] as const)('the other task of $command', ({ command, field, taskId, planId, year }) => {
  const other = (facts: { planId?: string; year?: number }) => ({
    ...byOffice,
    named: named({ otherTask: { ...sampleFacts.TaskAssigned, taskId, planId, year, ...facts } }),
  });

  it('is refused when there is no such task', () => {
    given(assigned)
      .when(ask(command), { ...byOffice, named: named() })
      .thenRejected('NAMED_TASK_NOT_FOUND', { field, namedTaskId: taskId });
  });

  it('is refused when the task stands in another plan', () => {
    given(assigned)
      .when(ask(command), other({ planId: 'kh-khac' }))
      .thenRejected('NAMED_TASK_NOT_IN_PLAN', { field, namedTaskId: taskId, planId: 'kh-khac' });
  });

  it('is refused within one year', () => {
    given(assigned)
      .when(ask(command), other({ year: 2026 }))
      .thenRejected('NOT_A_LATER_YEAR', { field, earlierYear: 2026, laterYear: 2026 });
  });

  it('is recorded when the task is there', () => {
    given(assigned)
      .when(ask(command), other({}))
      .then(happened(command === 'CarryOverTask' ? 'TaskCarriedOver' : 'PredecessorNamed'));
  });
});

describe('naming a predecessor of the task', () => {
  it('is refused for itself and recorded once each, for a completed task too', () => {
    given(assigned)
      .when(ask('NamePredecessor', { fromTaskId: 'nv-1' }), byOffice)
      .thenRejected('TASK_REFERS_TO_ITSELF', { field: 'fromTaskId' });
    const known = [assigned, happened('PredecessorNamed')];
    given(...known)
      .when(ask('NamePredecessor'), { ...byOffice, on: later })
      .thenNothing();
    given(...known, happened('ResultReported'), happened('TaskCompleted'))
      .when(ask('NamePredecessor', { fromTaskId: 'nv-00' }), byOffice)
      .then(happened('PredecessorNamed', { fromTaskId: 'nv-00' }));
  });
});

describe('a task that was carried over', () => {
  const gone = [assigned, happened('WorkStarted'), happened('TaskCarriedOver')];

  it.each([
    'StartWork',
    'ReportProgress',
    'ReportResult',
    'HandOverTask',
    'CancelTask',
    'ExtendDeadline',
  ] as const)('takes no more work: %s', (command) => {
    given(...gone)
      .when(ask(command))
      .thenRejected('TASK_CARRIED_OVER', { toTaskId: 'nv-2' });
  });

  it('can still be corrected', () => {
    given(...gone)
      .when(ask('CorrectTask'), byOffice)
      .then(happened('TaskCorrected'));
  });
});

describe('handing over between two units', () => {
  it('is not for whoever heads neither, though an official in both', () => {
    const official = person('can-bo', [
      ['phong-khac', 'head'],
      [UNITS.lead, 'staff'],
      [UNITS.otherLead, 'staff'],
    ]);
    given(assigned).when(ask('HandOverTask'), { actor: official }).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('needs the other head where the actor heads one unit and is an official in the other', () => {
    const both = person('truong-phong', [
      [UNITS.lead, 'head'],
      [UNITS.otherLead, 'staff'],
    ]);
    given(assigned)
      .when(ask('HandOverTask'), { actor: both })
      .thenRejected('OTHER_HEAD_MUST_AGREE', {
        field: 'agreedBy',
        unitId: sampleFacts.TaskHandedOver.to.unitId,
      });
  });
});
