import { addDays, invariant, localDate, type LocalMonth } from '@thidua/kernel';
import { defaultFlow, findDefinition, type WorkflowDefinition } from '@thidua/workflow';
import type { TaskEvent } from '../task.events';
import {
  ask,
  coordinator,
  deputyDirector,
  given,
  happened,
  leadClerk,
  officeClerk,
  person,
  sampleFacts,
  service,
  system,
  TODAY,
  UNITS,
} from '../testing';

const led = happened('TaskAssigned', {
  leads: [
    { unitId: UNITS.lead, role: 'lead' },
    { unitId: UNITS.otherLead, role: 'lead' },
  ],
});
const bothHeads = person('truong-phong', [
  [UNITS.lead, 'head'],
  [UNITS.otherLead, 'head'],
]);
const { answerDueOn } = sampleFacts.CoordinationAsked;
const byOffice = { actor: officeClerk };

/** A task has two of a kind; the command is about the second, and the first says nothing about it. */
describe('a command about one of several', () => {
  const others = [
    happened('CoordinationAsked', { requestId: 'ph-0' }),
    happened('CoordinationAnswered', { requestId: 'ph-0' }),
    happened('ObstacleRaised', { obstacleId: 'vm-0' }),
    happened('ObstacleResolved', { obstacleId: 'vm-0' }),
    happened('AuthorityWaitStarted', { waitId: 'cho-0' }),
    happened('AuthorityWaitEnded', { waitId: 'cho-0' }),
    happened('ExtensionRequested', { requestId: 'gh-0' }),
    happened('ExtensionRefused', { requestId: 'gh-0' }),
    happened('OccurrenceRecorded', { occurrenceId: 'lan-0' }),
    happened('OccurrenceWithdrawn', { occurrenceId: 'lan-0' }),
  ];
  const history = [happened('TaskAssigned'), happened('WorkStarted'), ...others];

  it.each([
    ['CoordinationAsked', ask('AskCoordination', { answerDueOn }), {}],
    ['ObstacleRaised', ask('RaiseObstacle'), {}],
    ['AuthorityWaitStarted', ask('StartAuthorityWait'), {}],
    ['ExtensionRequested', ask('RequestExtension'), {}],
    ['OccurrenceRecorded', ask('RecordOccurrence'), {}],
  ] as const)('may add another one: %s', (type, command, context) => {
    given(...history)
      .when(command, context)
      .then(happened(type));
  });

  it.each([
    ['CoordinationAnswered', 'CoordinationAsked', ask('AnswerCoordination'), coordinator],
    ['ObstacleResolved', 'ObstacleRaised', ask('ResolveObstacle'), officeClerk],
    ['AuthorityWaitEnded', 'AuthorityWaitStarted', ask('EndAuthorityWait'), officeClerk],
    ['ExtensionRefused', 'ExtensionRequested', ask('RefuseExtension'), deputyDirector],
    ['OccurrenceWithdrawn', 'OccurrenceRecorded', ask('WithdrawOccurrence'), officeClerk],
  ] as const)('may settle it, whatever became of the other: %s', (type, open, command, actor) => {
    given(...history, happened(open))
      .when(command, { actor })
      .thenMatching({ type });
  });

  it.each([
    ['COORDINATION_NOT_ASKED', ask('AnswerCoordination'), coordinator],
    ['OBSTACLE_NOT_FOUND', ask('ResolveObstacle'), officeClerk],
    ['AUTHORITY_WAIT_NOT_FOUND', ask('EndAuthorityWait'), officeClerk],
    ['EXTENSION_NOT_REQUESTED', ask('RefuseExtension'), deputyDirector],
    ['OCCURRENCE_NOT_FOUND', ask('WithdrawOccurrence'), officeClerk],
  ] as const)('is refused where only the other is there: %s', (code, command, actor) => {
    given(...history)
      .when(command, { actor })
      .thenRejected(code);
  });
});

describe('the answers of several lead units', () => {
  const other = { unitId: UNITS.otherLead };

  it('are given by each for itself', () => {
    given(led, happened('TaskAccepted', other))
      .when(ask('AcceptTask', { unitId: UNITS.lead }), { actor: bothHeads })
      .then(happened('TaskAccepted'));
    given(led, happened('TaskAccepted', other))
      .when(ask('DeclineTask', { unitId: UNITS.lead }), { actor: bothHeads })
      .then(happened('TaskDeclined'));
  });

  it('do not close the objection of one with the answer to the other', () => {
    const stands = [happened('TaskDeclined', other), happened('DeclineAnswered', other)];
    given(led, ...stands)
      .when(ask('DeclineTask', { unitId: UNITS.lead }), { actor: bothHeads })
      .then(happened('TaskDeclined'));
  });
});

describe('the month reported by a unit', () => {
  const report = (period: string) => happened('ProgressReported', { period: period as LocalMonth });

  it('leaves it to report the other months', () => {
    given(led, happened('WorkStarted'), report('2026-02'))
      .when(ask('ReportNil', { unitId: UNITS.lead }), { actor: service })
      .then(happened('NilReported'));
  });

  it('leaves the month to the other units', () => {
    given(led, happened('WorkStarted'), report('2026-03'))
      .when(ask('ReportNil', { unitId: UNITS.otherLead }), { actor: service })
      .then(happened('NilReported', { unitId: UNITS.otherLead }));
  });
});

describe('handing over what a person has', () => {
  const personId = 'chuyen-vien';
  const command = ask('HandOverTask', {
    from: { unitId: UNITS.lead, personId },
    to: { unitId: UNITS.lead, personId: 'nguoi-khac' },
  });

  it.each<readonly [string, readonly TaskEvent[]]>([
    ['is with somebody else', [happened('PersonAssigned', { personId: 'nguoi-thu-ba' })]],
    ['is with the person in another unit', [happened('PersonAssigned', { unitId: 'phong-khac' })]],
    ['is finished', [happened('PersonAssigned'), happened('SubtaskFinished')]],
  ])('is refused where the part %s', (_, history) => {
    given(led, ...history)
      .when(command, byOffice)
      .thenRejected('PERSON_NOT_ASSIGNED', { personId });
  });
});

describe('asking for coordination as one of several units', () => {
  it('may go to another lead unit, though the asker belongs to that one too', () => {
    given(led, happened('WorkStarted'))
      .when(ask('AskCoordination', { unitId: UNITS.otherLead }), { actor: bothHeads })
      .thenMatching({ type: 'CoordinationAsked', data: { unitId: UNITS.otherLead } });
  });

  it('is refused to oneself, whatever other posts one holds', () => {
    const both = person('truong-phong', [
      [UNITS.lead, 'head'],
      ['phong-khac', 'staff'],
    ]);
    given(happened('TaskAssigned'))
      .when(ask('AskCoordination', { unitId: UNITS.lead }), { actor: both })
      .thenRejected('COORDINATION_WITHIN_UNIT');
  });

  it('is answered by whoever holds a post there among others', () => {
    const both = person('can-bo-pc', [
      ['phong-khac', 'staff'],
      [UNITS.coordinating, 'staff'],
    ]);
    given(happened('TaskAssigned'), happened('CoordinationAsked'))
      .when(ask('AnswerCoordination'), { actor: both })
      .then(happened('CoordinationAnswered', { inTime: sampleFacts.CoordinationAnswered.inTime }));
  });
});

describe('the unit spoken for', () => {
  const started = happened('WorkStarted');
  const progress = ask('ReportNil');

  it('is the one the speaker acts in where several fit', () => {
    const acting = person('truong-phong', [
      [UNITS.otherLead, 'staff'],
      [UNITS.lead, 'staff'],
    ]);
    given(led, started)
      .when(progress, { actor: acting })
      .then(happened('NilReported', { unitId: UNITS.otherLead }));
  });

  it('must be named where several fit and the speaker acts in neither', () => {
    const posts = [
      [UNITS.lead, 'staff'],
      [UNITS.otherLead, 'staff'],
    ] as const;
    for (const unitId of [null, 'phong-khac']) {
      given(led, started)
        .when(progress, { actor: person('chuyen-vien', posts, { unitId }) })
        .thenRejected('UNIT_MUST_BE_NAMED', { unitIds: [UNITS.lead, UNITS.otherLead] });
    }
  });

  it('is not that of a colleague who was given the work', () => {
    const elsewhere = person('chuyen-vien', [[UNITS.lead, 'staff']]);
    const colleague = happened('PersonAssigned', {
      personId: 'dong-nghiep',
      unitId: UNITS.otherLead,
    });
    given(led, started, colleague)
      .when(progress, { actor: elsewhere })
      .then(happened('NilReported'));
  });
});

describe('the Office as one of several leads', () => {
  const withOffice = happened('TaskAssigned', {
    leads: [
      { unitId: UNITS.lead, role: 'lead' },
      { unitId: UNITS.office, role: 'lead' },
    ],
  });

  it('does not verify the result, whichever unit reported it', () => {
    given(withOffice, happened('WorkStarted'), happened('ResultReported'))
      .when(ask('VerifyResult'), byOffice)
      .thenRejected('GUARD_FAILED', { guard: 'officeTaskVerifiedAbove' });
  });
});

describe('several focal units', () => {
  it('report each for itself, though the speaker belongs to one of them only', () => {
    const leads = [UNITS.otherLead, UNITS.lead].map((unitId) => ({
      unitId,
      role: 'focal' as const,
    }));
    given(happened('TaskAssigned', { leads }), happened('WorkStarted'))
      .when(ask('ReportResult'), { actor: leadClerk })
      .then(happened('ResultReported'));
  });
});

describe('a timer among several', () => {
  const timed = findDefinition('default', 2);
  invariant(timed, 'a flow with timers is shipped');
  const assigned = happened('TaskAssigned', { workflow: { id: 'default', version: 2 } });
  const march = localDate('2026-03-31');
  const reportDue = (unitIds: readonly string[]) =>
    ask('SendReminder', { timer: 'reportDueSoon', countedFrom: march, unitIds: [...unitIds] });
  const context = { actor: system, workflow: timed };

  it('strikes though another timer struck for the same day', () => {
    given(assigned, happened('WorkStarted'), happened('ReminderSent', { timer: 'dueSoon' }))
      .when(ask('SendReminder'), context)
      .thenMatching({ type: 'ReminderSent', data: { timer: 'dueTomorrow' } });
  });

  it('about a report goes by the month and by the units it is for', () => {
    const february = happened('ProgressReported', { period: '2026-02' as LocalMonth });
    const ofOther = happened('ProgressReported', { unitId: UNITS.otherLead });
    given(assigned, happened('WorkStarted'), february, ofOther)
      .when(reportDue([UNITS.lead]), context)
      .thenMatching({ type: 'ReminderSent' });
    given(assigned, happened('WorkStarted'), ofOther)
      .when(reportDue([UNITS.lead, UNITS.otherLead]), context)
      .thenRejected('TIMER_STALE', { timer: 'reportDueSoon', countedFrom: march });
  });

  it('that hangs on a state is stale in every other state', () => {
    const since = addDays(TODAY, -7);
    const workflow: WorkflowDefinition = {
      ...defaultFlow,
      timers: [
        {
          name: 'unverified',
          on: { state: 'reported' },
          after: { workingDays: 5 },
          does: 'remind',
          to: ['office'],
          label: { vi: 'Chưa xác nhận', en: 'Not verified' },
        },
      ],
    };
    given(happened('TaskAssigned'), happened('WorkStarted', { startedOn: since }))
      .when(ask('SendReminder', { timer: 'unverified', countedFrom: since }), {
        actor: system,
        workflow,
      })
      .thenRejected('TIMER_STALE', { timer: 'unverified' });
  });

  it('says in its refusal what it was asked', () => {
    const forOn = addDays(TODAY, 1);
    given(assigned)
      .when(ask('SendReminder', { timer: 'overdueToHead' }), context)
      .thenRejected('TIMER_UNKNOWN', { timer: 'overdueToHead', does: 'remind' });
    given(assigned)
      .when(ask('SendReminder', { forOn }), context)
      .thenRejected('TIMER_NOT_DUE', { timer: 'dueTomorrow', forOn, on: TODAY });
  });
});

describe('ending a wait for a trigger', () => {
  it('needs no paper where the flow asks for none', () => {
    const waiting = [happened('TaskAssigned', { condition: 'Nếu có' }), happened('TriggerAwaited')];
    const event = happened('TriggerReceived', { document: null });
    const command = ask('ReceiveTrigger', { document: null });
    given(...waiting)
      .when(command, byOffice)
      .then(event);
  });

  it('may set a due date where the plan had none', () => {
    const dueOn = localDate('2026-04-30');
    given(
      happened('TaskAssigned', { condition: 'Nếu có', dueOn: null }),
      happened('TriggerAwaited'),
    )
      .when(ask('ReceiveTrigger', { dueOn }), byOffice)
      .then(happened('TriggerReceived', { dueOn }));
  });
});
