import { localDate } from '@thidua/kernel';
import {
  ask,
  ASSIGNED_ON,
  deputyDirector,
  director,
  given,
  happened,
  leadClerk,
  leadHead,
  officeClerk,
  person,
  TODAY,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned');
const started = happened('WorkStarted');
const twice = happened('CountTargetSet');
const first = happened('OccurrenceRecorded');
const second = happened('OccurrenceRecorded', { occurrenceId: 'lan-2' });
const withdrawn = happened('OccurrenceWithdrawn');
const reported = happened('ResultReported');
const completed = happened('TaskCompleted');
const byOffice = { actor: officeClerk };
const later = localDate('2026-03-12');

describe('setting how often a task has to take place', () => {
  it('is refused to the lead unit', () => {
    given(assigned).when(ask('SetCountTarget')).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is recorded once, and again when number or thing change', () => {
    given(assigned).when(ask('SetCountTarget'), byOffice).then(twice);
    given(assigned, twice)
      .when(ask('SetCountTarget', { reason: 'Nhắc lại' }), byOffice)
      .thenNothing();
    for (const change of [{ count: 3 }, { what: 'lớp tập huấn' }]) {
      given(assigned, twice)
        .when(ask('SetCountTarget', change), byOffice)
        .then(happened('CountTargetSet', change));
    }
  });
});

describe('recording an occurrence', () => {
  const byHead = { actor: leadHead };

  it('is refused to the Office and to other units', () => {
    given(assigned).when(ask('RecordOccurrence'), byOffice).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused for a day before the assignment or after today', () => {
    given(assigned)
      .when(ask('RecordOccurrence', { heldOn: localDate('2026-01-14') }), byHead)
      .thenRejected('DAY_TOO_EARLY', { field: 'heldOn', earliestOn: ASSIGNED_ON });
    given(assigned)
      .when(ask('RecordOccurrence', { heldOn: localDate('2026-03-11') }), byHead)
      .thenRejected('DAY_IN_FUTURE', { field: 'heldOn', latestOn: TODAY });
  });

  it('is refused under an id that stands for another one', () => {
    given(assigned, started, first)
      .when(ask('RecordOccurrence', { what: 'Hội nghị khác' }), byHead)
      .thenRejected('ID_ALREADY_USED', { field: 'occurrenceId', id: 'lan-1' });
  });

  it('begins the work and is recorded once', () => {
    given(assigned).when(ask('RecordOccurrence'), byHead).then(started, first);
    given(assigned, started, first).when(ask('RecordOccurrence'), byHead).thenNothing();
  });

  it('may be done by an official who was given the work', () => {
    given(assigned, started, happened('PersonAssigned', { personId: 'nguoi-duoc-giao' }))
      .when(ask('RecordOccurrence', { heldOn: ASSIGNED_ON }), {
        actor: person('nguoi-duoc-giao', []),
      })
      .then(
        happened('OccurrenceRecorded', { heldOn: ASSIGNED_ON, recordedBy: ['nguoi-duoc-giao'] }),
      );
  });

  it('needs proof', () => {
    expect(() => ask('RecordOccurrence', { evidence: [] })).toThrow('evidence');
  });
});

describe('withdrawing an occurrence', () => {
  it('is refused to the lead unit, and for one nobody recorded', () => {
    given(assigned, first).when(ask('WithdrawOccurrence')).thenRejected('ROLE_NOT_ALLOWED');
    given(assigned)
      .when(ask('WithdrawOccurrence'), byOffice)
      .thenRejected('OCCURRENCE_NOT_FOUND', { field: 'occurrenceId', occurrenceId: 'lan-1' });
  });

  it('is recorded once', () => {
    given(assigned, first).when(ask('WithdrawOccurrence'), byOffice).then(withdrawn);
    given(assigned, first, withdrawn).when(ask('WithdrawOccurrence'), byOffice).thenNothing();
    given(assigned, first, withdrawn)
      .when(ask('WithdrawOccurrence'), { ...byOffice, on: later })
      .thenRejected('OCCURRENCE_ALREADY_WITHDRAWN', {
        occurrenceId: 'lan-1',
        withdrawnOn: TODAY,
      });
  });
});

describe('verifying a task that has to take place several times', () => {
  const one = [assigned, started, twice, first, reported];
  const belowTargetReason = 'Hội nghị thứ hai lùi sang năm sau';

  it('is refused below the number, whoever asks, without a reason', () => {
    for (const actor of [officeClerk, director]) {
      given(...one)
        .when(ask('VerifyResult'), { actor })
        .thenRejected('COUNT_NOT_REACHED', { reached: 1, target: 2 });
    }
  });

  it('is refused below the number to the Office even with a reason', () => {
    given(...one)
      .when(ask('VerifyResult', { belowTargetReason }), byOffice)
      .thenRejected('COUNT_NOT_REACHED');
  });

  it('is a director’s to accept with a reason, which is kept', () => {
    for (const actor of [director, deputyDirector]) {
      given(...one)
        .when(ask('VerifyResult', { belowTargetReason }), { actor })
        .then(happened('CountShortfallAccepted'), completed);
    }
  });

  it('records no shortfall where there is none', () => {
    given(...one, second)
      .when(ask('VerifyResult', { belowTargetReason }), { actor: director })
      .then(completed);
  });

  it('counts withdrawn occurrences no more', () => {
    given(...one, second, withdrawn)
      .when(ask('VerifyResult'), byOffice)
      .thenRejected('COUNT_NOT_REACHED', { reached: 1, target: 2 });
    given(...one, second)
      .when(ask('VerifyResult'), byOffice)
      .then(completed);
  });

  it('takes the number from the plan until somebody sets another one', () => {
    const planned = happened('TaskAssigned', { recurrence: 'MIN_12_PER_YEAR' });
    given(planned, started, reported)
      .when(ask('VerifyResult'), byOffice)
      .thenRejected('COUNT_NOT_REACHED', { reached: 0, target: 12 });
    given(planned, started, happened('CountTargetSet', { count: 1 }), first, reported)
      .when(ask('VerifyResult'), byOffice)
      .then(completed);
    given(happened('TaskAssigned', { recurrence: 'QUARTERLY' }), started, reported)
      .when(ask('VerifyResult'), byOffice)
      .then(completed);
  });

  it('is not done by whoever recorded an occurrence', () => {
    const recorder = person('nguoi-ghi', [[UNITS.office, 'head']]);
    const own = happened('OccurrenceRecorded', { recordedBy: ['nguoi-ghi'] });
    given(assigned, started, own, reported)
      .when(ask('VerifyResult'), { actor: recorder })
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
    given(assigned, started, own, happened('ResultReported'))
      .when(ask('VerifyResult'), { actor: leadClerk })
      .thenRejected('ROLE_NOT_ALLOWED');
  });
});
