import { localDate } from '@thidua/kernel';
import {
  ask,
  deputyDirector,
  director,
  DUE_ON,
  given,
  happened,
  leadHead,
  officeClerk,
  paper,
  person,
  TODAY,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned');
const undated = happened('TaskAssigned', { dueOn: null });
const requested = happened('ExtensionRequested');
const refused = happened('ExtensionRefused');
const extended = happened('DeadlineExtended');
const granted = happened('DeadlineExtended', { requestId: 'gh-1' });
const byDirector = { actor: director };
const before = localDate('2026-03-09');
const julyEnd = localDate('2026-07-31');
const augustEnd = localDate('2026-08-31');

describe('asking for an extension', () => {
  it('is refused without a due date to extend', () => {
    given(undated).when(ask('RequestExtension')).thenRejected('DUE_DATE_MISSING');
  });

  it.each([DUE_ON, localDate('2026-06-29')])('is refused when it asks for %s', (dueOn) => {
    given(assigned)
      .when(ask('RequestExtension', { dueOn }))
      .thenRejected('DUE_DATE_MUST_MOVE_LATER', { from: DUE_ON, to: dueOn });
  });

  it('is refused once the result is reported', () => {
    given(assigned, happened('ResultReported'))
      .when(ask('RequestExtension'))
      .thenRejected('FACT_NOT_ALLOWED', { state: 'reported' });
  });

  it('is refused under an id that stands for another request', () => {
    given(assigned, requested)
      .when(ask('RequestExtension', { dueOn: augustEnd }))
      .thenRejected('ID_ALREADY_USED', { field: 'requestId', id: 'gh-1' });
  });

  it('is recorded once', () => {
    given(assigned).when(ask('RequestExtension')).then(requested);
    given(assigned, requested).when(ask('RequestExtension')).thenNothing();
  });
});

describe('extending the deadline', () => {
  const alsoThere = (unitId: string) =>
    person('pho-giam-doc', [
      [UNITS.department, 'deputy'],
      [unitId, 'head'],
    ]);

  it('is refused to a director who belongs to the lead unit or was given the work', () => {
    given(assigned)
      .when(ask('ExtendDeadline'), { actor: alsoThere(UNITS.lead) })
      .thenRejected('GRANTOR_IS_PARTY', { unitIds: [UNITS.lead] });
    given(assigned, happened('PersonAssigned', { personId: 'giam-doc' }))
      .when(ask('ExtendDeadline'), byDirector)
      .thenRejected('GRANTOR_IS_PARTY', { unitIds: [UNITS.lead] });
    given(assigned)
      .when(ask('ExtendDeadline'), { actor: alsoThere(UNITS.otherLead) })
      .then(extended);
  });

  it('is the Director’s where the department itself leads', () => {
    const leads = [{ unitId: UNITS.department, role: 'lead' as const }];
    given(happened('TaskAssigned', { leads }))
      .when(ask('ExtendDeadline'), byDirector)
      .then(extended);
  });

  it.each([
    ['the unit', leadHead],
    ['the Office', officeClerk],
  ])('is refused to %s', (_, actor) => {
    given(assigned)
      .when(ask('ExtendDeadline'), { actor })
      .thenRejected('ROLE_NOT_ALLOWED', { allowedRoles: ['director', 'deputyDirector'] });
  });

  it('is refused without a due date to extend', () => {
    given(undated).when(ask('ExtendDeadline'), byDirector).thenRejected('DUE_DATE_MISSING');
  });

  it('is refused when the due date would move earlier', () => {
    given(assigned)
      .when(ask('ExtendDeadline', { dueOn: localDate('2026-06-29') }), byDirector)
      .thenRejected('DUE_DATE_MUST_MOVE_LATER', { from: DUE_ON, to: '2026-06-29' });
  });

  it('is refused on a request nobody made', () => {
    given(assigned)
      .when(ask('ExtendDeadline', { requestId: 'gh-1' }), byDirector)
      .thenRejected('EXTENSION_NOT_REQUESTED', { requestId: 'gh-1' });
  });

  it.each([
    ['granted', granted],
    ['refused', refused],
  ])('is refused on a request that is already %s', (_, decision) => {
    given(assigned, requested, decision)
      .when(ask('ExtendDeadline', { requestId: 'gh-1', dueOn: augustEnd }), byDirector)
      .thenRejected('EXTENSION_ALREADY_DECIDED', { requestId: 'gh-1' });
  });

  it('is refused on a day before it was asked for', () => {
    given(assigned, requested)
      .when(ask('ExtendDeadline', { requestId: 'gh-1' }), { ...byDirector, on: before })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: TODAY });
  });

  it('changes nothing when the due date is already that day', () => {
    given(assigned, extended).when(ask('ExtendDeadline'), byDirector).thenNothing();
  });

  it('records the old and the new due date, and from when the new one counts', () => {
    given(assigned).when(ask('ExtendDeadline'), { actor: deputyDirector }).then(extended);
    given(assigned, extended)
      .when(ask('ExtendDeadline', { dueOn: augustEnd, document: paper }), byDirector)
      .then(happened('DeadlineExtended', { from: julyEnd, to: augustEnd, document: paper }));
  });

  it('answers a request, also with another day than the one asked for', () => {
    given(assigned, requested)
      .when(ask('ExtendDeadline', { requestId: 'gh-1', dueOn: augustEnd }), byDirector)
      .then(happened('DeadlineExtended', { requestId: 'gh-1', to: augustEnd }));
  });

  it('goes on from what the plan was amended or corrected to', () => {
    const amended = happened('TaskAmended', { dueOn: { from: DUE_ON, to: augustEnd } });
    given(assigned, amended)
      .when(ask('ExtendDeadline', { dueOn: julyEnd }), byDirector)
      .thenRejected('DUE_DATE_MUST_MOVE_LATER', { from: augustEnd, to: julyEnd });
    given(assigned, happened('TaskCorrected', { now: null }))
      .when(ask('ExtendDeadline'), byDirector)
      .thenRejected('DUE_DATE_MISSING');
  });
});

describe('refusing an extension', () => {
  it('is refused when nobody asked', () => {
    given(assigned)
      .when(ask('RefuseExtension'), byDirector)
      .thenRejected('EXTENSION_NOT_REQUESTED', { requestId: 'gh-1' });
  });

  it('is refused after it was granted', () => {
    given(assigned, requested, granted)
      .when(ask('RefuseExtension'), byDirector)
      .thenRejected('EXTENSION_ALREADY_DECIDED', { requestId: 'gh-1' });
  });

  it('leaves the due date and is recorded once', () => {
    given(assigned, requested).when(ask('RefuseExtension'), byDirector).then(refused);
    given(assigned, requested, refused).when(ask('RefuseExtension'), byDirector).thenNothing();
    given(assigned, requested, refused)
      .when(ask('ExtendDeadline'), byDirector)
      .then(happened('DeadlineExtended', { from: DUE_ON }));
  });
});

describe('confirming an objective cause of delay', () => {
  it.each([
    ['the Office', officeClerk],
    ['a deputy director', deputyDirector],
  ])('is refused to %s', (_, actor) => {
    given(assigned)
      .when(ask('ConfirmDelayCause'), { actor })
      .thenRejected('ROLE_NOT_ALLOWED', { allowedRoles: ['director'] });
  });

  it('is recorded once, also after the task is completed', () => {
    const done = [assigned, happened('ResultReported'), happened('TaskCompleted')];
    const confirmed = happened('DelayCauseConfirmed');
    given(...done)
      .when(ask('ConfirmDelayCause'), byDirector)
      .then(confirmed);
    given(...done, confirmed)
      .when(ask('ConfirmDelayCause'), byDirector)
      .thenNothing();
  });
});
