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
  otherLeadHead,
  paper,
  person,
  service,
  TODAY,
  UNITS,
} from '../testing';

const lead = (unitId: string, role: 'lead' | 'focal' = 'lead') => ({ unitId, role });
const assigned = happened('TaskAssigned');
const declined = happened('TaskDeclined');
const byOffice = { actor: officeClerk };
const byDirector = { actor: director };
const later = localDate('2026-03-12');

describe('answering an objection', () => {
  const otherLeads = { leads: [lead(UNITS.otherLead)], document: paper };

  it('is refused to the unit that objected', () => {
    given(assigned, declined).when(ask('AnswerDecline')).thenRejected('ROLE_NOT_ALLOWED');
  });

  it.each([
    ['nobody objected', [assigned]],
    ['the unit has taken the task on since', [assigned, declined, happened('TaskAccepted')]],
    ['the unit has objected and been answered otherwise', [assigned, declined, 'answered']],
  ])('is refused when %s', (_, history) => {
    const answered = happened('DeclineAnswered', { reason: 'Lý do khác' });
    given(...history.map((event) => (typeof event === 'string' ? answered : event)))
      .when(ask('AnswerDecline'), byOffice)
      .thenRejected('DECLINE_NOT_FOUND', { unitId: UNITS.lead });
  });

  it('is not the Office’s where the Office itself leads', () => {
    const ofOffice = [
      happened('TaskAssigned', { leads: [lead(UNITS.office)] }),
      happened('TaskDeclined', { unitId: UNITS.office }),
    ];
    const command = ask('AnswerDecline', { unitId: UNITS.office });
    given(...ofOffice)
      .when(command, { actor: officeHead })
      .thenRejected('GUARD_FAILED', { guard: 'officeTaskVerifiedAbove' });
    given(...ofOffice)
      .when(command, byDirector)
      .then(happened('DeclineAnswered', { unitId: UNITS.office }));
  });

  it('lets the assignment stand, once', () => {
    const stands = happened('DeclineAnswered');
    given(assigned, declined).when(ask('AnswerDecline'), byOffice).then(stands);
    given(assigned, declined, stands).when(ask('AnswerDecline'), byOffice).thenNothing();
  });

  it('names other leads only with the order that says so', () => {
    given(assigned, declined)
      .when(ask('AnswerDecline', { ...otherLeads, document: null }), byDirector)
      .thenRejected('REQUIREMENT_MISSING', { field: 'document' });
    given(assigned, declined)
      .when(ask('AnswerDecline', { ...otherLeads, leads: [lead(UNITS.lead)] }), byDirector)
      .thenRejected('DECLINED_UNIT_STILL_LEADS', { field: 'leads', unitId: UNITS.lead });
    given(assigned, declined)
      .when(ask('AnswerDecline', otherLeads), byDirector)
      .then(
        happened('DeclineAnswered', { outcome: 'leads-changed', document: paper }),
        happened('TaskAmended', {
          title: null,
          leads: { from: [lead(UNITS.lead)], to: [lead(UNITS.otherLead)] },
          reason: 'Đúng chức năng của đơn vị',
        }),
      );
  });

  it('answers the unit that objected and no other', () => {
    const both = happened('TaskAssigned', { leads: [lead(UNITS.lead), lead(UNITS.otherLead)] });
    const history = [both, declined, happened('TaskDeclined', { unitId: UNITS.otherLead })];
    given(...history, happened('DeclineAnswered'))
      .when(ask('AnswerDecline', { unitId: UNITS.otherLead }), byOffice)
      .then(happened('DeclineAnswered', { unitId: UNITS.otherLead }));
  });
});

describe('naming the supervising leader', () => {
  it('is refused to the lead unit and for somebody nobody knows', () => {
    given(assigned).when(ask('NameSupervisor')).thenRejected('ROLE_NOT_ALLOWED');
    given(assigned)
      .when(ask('NameSupervisor'), { ...byOffice, knownPersonIds: new Set(['giam-doc']) })
      .thenRejected('PERSON_NOT_FOUND', { field: 'leaderId', personId: 'pho-giam-doc' });
  });

  it('is recorded once, and again for somebody else', () => {
    const namedLeader = happened('SupervisorNamed');
    given(assigned).when(ask('NameSupervisor'), byOffice).then(namedLeader);
    given(assigned, namedLeader).when(ask('NameSupervisor'), byOffice).thenNothing();
    given(assigned, namedLeader)
      .when(ask('NameSupervisor', { leaderId: 'giam-doc' }), byOffice)
      .then(happened('SupervisorNamed', { leaderId: 'giam-doc' }));
  });
});

describe('confirming a wait for a higher authority', () => {
  const waiting = [assigned, happened('WorkStarted'), happened('AuthorityWaitStarted')];

  it('is refused to the lead unit, for a wait nobody reported, and before it began', () => {
    given(...waiting)
      .when(ask('ConfirmAuthorityWait'))
      .thenRejected('ROLE_NOT_ALLOWED');
    given(assigned)
      .when(ask('ConfirmAuthorityWait'), byOffice)
      .thenRejected('AUTHORITY_WAIT_NOT_FOUND', { waitId: 'cho-1' });
    given(assigned, happened('AuthorityWaitStarted', { fromOn: later }))
      .when(ask('ConfirmAuthorityWait'), byOffice)
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: later });
  });

  it('is a director’s where the Office leads', () => {
    const ofOffice = [
      happened('TaskAssigned', { leads: [lead(UNITS.office)] }),
      happened('AuthorityWaitStarted'),
    ];
    given(...ofOffice)
      .when(ask('ConfirmAuthorityWait'), byOffice)
      .thenRejected('GUARD_FAILED', { guard: 'officeTaskVerifiedAbove' });
    given(...ofOffice)
      .when(ask('ConfirmAuthorityWait'), { actor: deputyDirector })
      .then(happened('AuthorityWaitConfirmed'));
  });

  it('is recorded once, also after the wait ended, and for each wait', () => {
    const confirmed = happened('AuthorityWaitConfirmed');
    const second = happened('AuthorityWaitStarted', { waitId: 'cho-2' });
    given(...waiting, happened('AuthorityWaitEnded'))
      .when(ask('ConfirmAuthorityWait'), byOffice)
      .then(confirmed);
    given(...waiting, second, confirmed)
      .when(ask('ConfirmAuthorityWait'), byOffice)
      .thenNothing();
    given(...waiting, second, confirmed)
      .when(ask('ConfirmAuthorityWait', { waitId: 'cho-2' }), byOffice)
      .then(happened('AuthorityWaitConfirmed', { waitId: 'cho-2' }));
  });
});

describe('reporting the part of one of several leads', () => {
  const shared = happened('TaskAssigned', { leads: [lead(UNITS.lead), lead(UNITS.otherLead)] });
  const part = happened('LeadPartReported');
  const byHead = { actor: leadHead };

  it('is refused where one unit leads alone, and to others', () => {
    given(assigned).when(ask('ReportLeadPart'), byHead).thenRejected('ONLY_ONE_LEAD');
    given(shared).when(ask('ReportLeadPart'), byOffice).thenRejected('ROLE_NOT_ALLOWED');
    given(shared)
      .when(ask('ReportLeadPart', { unitId: UNITS.otherLead }), byHead)
      .thenRejected('ACTOR_NOT_IN_UNIT', { unitIds: [UNITS.otherLead] });
  });

  it('begins the work, is recorded once a day, and counts its attempts unit by unit', () => {
    given(shared).when(ask('ReportLeadPart'), byHead).then(happened('WorkStarted'), part);
    const started = [shared, happened('WorkStarted'), part];
    given(...started)
      .when(ask('ReportLeadPart'), byHead)
      .thenNothing();
    given(...started)
      .when(ask('ReportLeadPart', { summary: 'Bổ sung' }), byHead)
      .then(happened('LeadPartReported', { summary: 'Bổ sung', attempt: 2 }));
    given(...started)
      .when(ask('ReportLeadPart'), { actor: otherLeadHead })
      .then(
        happened('LeadPartReported', {
          unitId: UNITS.otherLead,
          reportedBy: ['truong-phong-kh'],
        }),
      );
  });

  it('bars whoever reported it from verifying the whole', () => {
    const judge = person('truong-phong', [[UNITS.office, 'head']]);
    given(shared, part, happened('ResultReported'))
      .when(ask('VerifyResult'), { actor: judge })
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
  });
});

describe('the result of a task with a focal unit', () => {
  const focal = happened('TaskAssigned', {
    leads: [lead(UNITS.lead), lead(UNITS.otherLead, 'focal')],
  });
  const refused = { unitIds: [UNITS.otherLead] };
  const byFocal = { unitId: UNITS.otherLead, reportedBy: ['truong-phong-kh'] };

  it('is not reported by another lead unit, whatever unit it names', () => {
    given(focal)
      .when(ask('ReportResult'), { actor: leadClerk })
      .thenRejected('FOCAL_UNIT_REPORTS', refused);
    given(focal)
      .when(ask('ReportResult', { unitId: UNITS.lead }), { actor: otherLeadHead })
      .thenRejected('FOCAL_UNIT_REPORTS', refused);
    given(focal)
      .when(ask('ReportResult', { unitId: UNITS.otherLead }), { actor: leadClerk })
      .thenRejected('ACTOR_NOT_IN_UNIT', refused);
  });

  it('is reported by the focal unit, or by a service for it', () => {
    given(focal)
      .when(ask('ReportResult'), { actor: otherLeadHead })
      .then(happened('WorkStarted'), happened('ResultReported', byFocal));
    given(focal, happened('WorkStarted'))
      .when(ask('ReportResult', { unitId: UNITS.otherLead }), { actor: service })
      .then(happened('ResultReported', { ...byFocal, reportedBy: ['he-thong-van-ban'] }));
  });
});

describe('proposing how ongoing work is assessed', () => {
  const ongoing = [happened('TaskAssigned', { kind: 'ongoing' }), happened('WorkStarted')];
  const proposed = happened('OngoingClosingProposed');

  it('is refused for other work, and to an official who does not head the unit', () => {
    given(assigned, happened('WorkStarted'))
      .when(ask('ProposeClosing'))
      .thenRejected('GUARD_FAILED', { guard: 'taskIsOngoing' });
    given(...ongoing)
      .when(ask('ProposeClosing'), { actor: leadClerk })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is recorded once, and again when it differs', () => {
    given(...ongoing)
      .when(ask('ProposeClosing'))
      .then(proposed);
    given(...ongoing, proposed)
      .when(ask('ProposeClosing'))
      .thenNothing();
    given(...ongoing, proposed)
      .when(ask('ProposeClosing', { grade: 'fair' }))
      .then(happened('OngoingClosingProposed', { grade: 'fair' }));
  });

  it('leaves the assessment to a director who did not propose it', () => {
    const both = person('truong-phong', [
      [UNITS.department, 'deputy'],
      [UNITS.lead, 'head'],
    ]);
    given(...ongoing, proposed)
      .when(ask('CloseOngoing'), { actor: both })
      .thenRejected('GUARD_FAILED', { guard: 'verifierDidNotReport' });
    given(...ongoing, proposed)
      .when(ask('CloseOngoing', { grade: 'fair' }), byDirector)
      .then(happened('OngoingClosed', { grade: 'fair', closedOn: TODAY }));
  });
});
