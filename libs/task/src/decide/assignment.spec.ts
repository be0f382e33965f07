import { localDate } from '@thidua/kernel';
import {
  ask,
  DUE_ON,
  given,
  happened,
  leadClerk,
  leadDeputy,
  leadHead,
  named,
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

  it('is not given a second no once the assignment stands, save the very same', () => {
    const stands = happened('DeclineAnswered');
    given(assigned, declined, stands).when(ask('DeclineTask')).thenNothing();
    given(assigned, declined, stands)
      .when(ask('DeclineTask', { reason: 'Thiếu người' }))
      .thenRejected('DECLINE_ALREADY_ANSWERED', { unitId: UNITS.lead, answeredOn: TODAY });
    given(assigned, declined, stands).when(ask('AcceptTask')).then(accepted);
  });

  it('may be no again when other units had taken over meanwhile', () => {
    given(assigned, declined, happened('DeclineAnswered', { outcome: 'leads-changed' }))
      .when(ask('DeclineTask', { reason: 'Thiếu người' }))
      .then(happened('TaskDeclined', { reason: 'Thiếu người' }));
  });

  it('may give another reason while the objection waits', () => {
    given(assigned, declined)
      .when(ask('DeclineTask', { reason: 'Thiếu người' }))
      .then(happened('TaskDeclined', { reason: 'Thiếu người' }));
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

  it('is refused for an inner due date after that of the task, and taken on the day itself', () => {
    given(assigned)
      .when(ask('AssignPerson', { dueOn: localDate('2026-07-01') }))
      .thenRejected('INNER_DUE_DATE_TOO_LATE', { field: 'dueOn', latestOn: DUE_ON });
    for (const history of [assigned, happened('TaskAssigned', { dueOn: null })]) {
      given(history)
        .when(ask('AssignPerson', { dueOn: DUE_ON }))
        .then(happened('PersonAssigned', { dueOn: DUE_ON }));
    }
  });

  it.each([
    ['who holds no post that day', []],
    ['of another unit', [['chuyen-vien', { unitIds: [UNITS.otherLead], headOf: [] }]]],
  ] as const)('is refused for a person %s', (_, people) => {
    given(assigned)
      .when(ask('AssignPerson'), { named: named({ people: new Map(people) }) })
      .thenRejected('PERSON_NOT_IN_UNIT', {
        field: 'personId',
        personId: 'chuyen-vien',
        unitId: UNITS.lead,
        on: TODAY,
      });
  });

  it('may go to a person of a unit under the lead unit', () => {
    const people = new Map([['chuyen-vien', { unitIds: ['doi-1', UNITS.lead], headOf: [] }]]);
    given(assigned)
      .when(ask('AssignPerson'), { named: named({ people }) })
      .then(given1);
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
