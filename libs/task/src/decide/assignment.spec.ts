import { localDate } from '@thidua/kernel';
import {
  ask,
  given,
  happened,
  leadClerk,
  leadDeputy,
  leadHead,
  officeClerk,
  otherLeadHead,
  person,
  stranger,
  TODAY,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned');
const accepted = happened('TaskAccepted');
const declined = happened('TaskDeclined');
const given1 = happened('PersonAssigned');
const finished = happened('SubtaskFinished');
const handedOver = happened('TaskHandedOver');
const byOffice = { actor: officeClerk };
const later = localDate('2026-03-12');

describe.each([
  ['accepting', 'AcceptTask'],
  ['declining', 'DeclineTask'],
] as const)('%s a task', (_, command) => {
  it('is refused to an official who does not head the unit', () => {
    given(assigned)
      .when(ask(command), { actor: leadClerk })
      .thenRejected('ROLE_NOT_ALLOWED', { allowedRoles: ['leadHead'] });
  });

  it('is refused for a lead unit somebody else heads', () => {
    const leads = [UNITS.lead, UNITS.otherLead].map((unitId) => ({
      unitId,
      role: 'lead' as const,
    }));
    const clerkThere = person('truong-phong', [
      [UNITS.lead, 'head'],
      [UNITS.otherLead, 'staff'],
    ]);
    given(happened('TaskAssigned', { leads }))
      .when(ask(command, { unitId: UNITS.otherLead }), { actor: clerkThere })
      .thenRejected('ACTOR_NOT_IN_UNIT', { unitIds: [UNITS.otherLead] });
  });

  it('is refused once the task has been reported', () => {
    given(assigned, happened('ResultReported'))
      .when(ask(command))
      .thenRejected('FACT_NOT_ALLOWED', { state: 'reported' });
  });
});

describe('the answer of a lead unit', () => {
  it('may be given by a deputy head', () => {
    given(assigned).when(ask('AcceptTask'), { actor: leadDeputy }).then(accepted);
  });

  it('changes nothing when it is given again', () => {
    given(assigned, accepted).when(ask('AcceptTask')).thenNothing();
    given(assigned, declined).when(ask('DeclineTask')).thenNothing();
  });

  it('cannot turn from yes to no', () => {
    given(assigned, accepted)
      .when(ask('DeclineTask'))
      .thenRejected('TASK_ALREADY_ACCEPTED', { unitId: UNITS.lead });
  });

  it('can turn from no to yes, and the task has stayed assigned meanwhile', () => {
    given(assigned).when(ask('DeclineTask')).then(declined);
    given(assigned, declined).when(ask('AcceptTask')).then(accepted);
  });
});

describe('giving the task to an official', () => {
  it('is refused when the person is not in the directory', () => {
    given(assigned)
      .when(ask('AssignPerson'), { knownPersonIds: new Set(['truong-phong']) })
      .thenRejected('PERSON_NOT_FOUND', { field: 'personId', personId: 'chuyen-vien' });
  });

  it('is refused to an official who does not head the unit', () => {
    given(assigned)
      .when(ask('AssignPerson'), { actor: leadClerk })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused for a part that is finished', () => {
    given(assigned, given1, finished)
      .when(ask('AssignPerson', { personId: 'nguoi-khac' }))
      .thenRejected('SUBTASK_ALREADY_FINISHED', { subtaskId: 'phan-1', finishedOn: TODAY });
  });

  it('is refused with an inner due date in the past', () => {
    given(assigned)
      .when(ask('AssignPerson', { dueOn: localDate('2026-03-09') }))
      .thenRejected('DAY_TOO_EARLY', { field: 'dueOn', earliestOn: TODAY });
  });

  it.each([
    ['a part', {}],
    ['the whole task', { subtaskId: null, what: null }],
  ])('changes nothing when the person has %s already', (_, part) => {
    given(assigned, happened('PersonAssigned', part)).when(ask('AssignPerson', part)).thenNothing();
  });

  it('moves an unfinished part to another person', () => {
    const moved = happened('PersonAssigned', { personId: 'nguoi-khac' });
    given(assigned, given1)
      .when(ask('AssignPerson', { personId: 'nguoi-khac' }))
      .then(moved);
    given(assigned, given1, moved)
      .when(ask('FinishSubtask'), { actor: leadClerk })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('may give the whole task to several people', () => {
    const whole = { subtaskId: null, what: null };
    given(assigned, happened('PersonAssigned', whole))
      .when(ask('AssignPerson', { ...whole, personId: 'nguoi-khac' }))
      .then(happened('PersonAssigned', { ...whole, personId: 'nguoi-khac' }));
  });
});

describe('finishing a part', () => {
  it('is refused when nobody was given such a part', () => {
    given(assigned)
      .when(ask('FinishSubtask'))
      .thenRejected('SUBTASK_NOT_FOUND', { field: 'subtaskId', subtaskId: 'phan-1' });
  });

  it('is refused to an assignee of another part', () => {
    given(
      assigned,
      given1,
      happened('PersonAssigned', { personId: 'nguoi-ngoai', subtaskId: 'p2' }),
    )
      .when(ask('FinishSubtask'), { actor: stranger })
      .thenRejected('NOT_THE_ASSIGNEE', { subtaskId: 'phan-1' });
  });

  it('is refused on another day once it is finished', () => {
    given(assigned, given1, finished)
      .when(ask('FinishSubtask'), { actor: leadClerk, on: later })
      .thenRejected('SUBTASK_ALREADY_FINISHED', { finishedOn: TODAY });
  });

  it('changes nothing when said again for the same day', () => {
    given(assigned, given1, finished)
      .when(ask('FinishSubtask'), { actor: leadClerk })
      .thenNothing();
  });

  it.each([
    ['its assignee', leadClerk],
    ['the head of the unit', leadHead],
  ])('may be said by %s', (_, actor) => {
    given(assigned, given1).when(ask('FinishSubtask'), { actor }).then(finished);
  });
});

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
      .when(ask('HandOverTask'))
      .then(happened('TaskHandedOver', { stateAtHandOver: 'inProgress' }));
    given(assigned, handedOver).when(ask('AcceptTask')).thenRejected('ROLE_NOT_ALLOWED');
    given(assigned, handedOver)
      .when(ask('AcceptTask'), { actor: otherLeadHead })
      .then(happened('TaskAccepted', { unitId: UNITS.otherLead }));
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
