import { localDate } from '@thidua/kernel';
import {
  ask,
  coordinator,
  given,
  happened,
  leadClerk,
  officeClerk,
  person,
  service,
  stranger,
  TODAY,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned');
const asked = happened('CoordinationAsked');
const answered = happened('CoordinationAnswered');
const answerDueOn = localDate('2026-03-20');
const another = localDate('2026-03-12');

describe('asking for coordination', () => {
  it('is refused to the coordinating unit itself', () => {
    given(assigned)
      .when(ask('AskCoordination'), { actor: coordinator })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused when the unit is unknown', () => {
    given(assigned)
      .when(ask('AskCoordination'), { knownUnitIds: new Set([UNITS.lead]) })
      .thenRejected('UNIT_NOT_FOUND', { field: 'unitId', unitId: UNITS.coordinating });
  });

  it('is refused when a unit asks itself', () => {
    given(assigned)
      .when(ask('AskCoordination', { unitId: UNITS.lead }))
      .thenRejected('COORDINATION_WITHIN_UNIT', { unitId: UNITS.lead });
  });

  it('is refused when the answer is due before the question', () => {
    given(assigned)
      .when(ask('AskCoordination', { answerDueOn: localDate('2026-03-09') }))
      .thenRejected('DAY_TOO_EARLY', { field: 'answerDueOn', earliestOn: TODAY });
  });

  it('is refused under an id that stands for another question', () => {
    given(assigned, asked)
      .when(ask('AskCoordination', { what: 'Việc khác' }))
      .thenRejected('ID_ALREADY_USED', { field: 'requestId', id: 'ph-1' });
  });

  it('changes nothing when asked again', () => {
    given(assigned, asked).when(ask('AskCoordination', { answerDueOn })).thenNothing();
  });

  it('may go to a unit the plan did not name, or to another lead unit', () => {
    given(assigned)
      .when(ask('AskCoordination', { unitId: 'phong-moi', answerDueOn }))
      .then(happened('CoordinationAsked', { unitId: 'phong-moi' }));
    const leads = [UNITS.lead, UNITS.otherLead].map((unitId) => ({
      unitId,
      role: 'lead' as const,
    }));
    given(happened('TaskAssigned', { leads }))
      .when(ask('AskCoordination', { unitId: UNITS.otherLead, answerDueOn }))
      .then(happened('CoordinationAsked', { unitId: UNITS.otherLead }));
  });
});

describe('answering coordination', () => {
  it('is refused before anything was asked', () => {
    given(assigned)
      .when(ask('AnswerCoordination'), { actor: coordinator })
      .thenRejected('COORDINATION_NOT_ASKED', { requestId: 'ph-1' });
  });

  it('is refused to a coordinating unit that was not asked', () => {
    const other = person('can-bo-khac', [['phong-khac', 'staff']]);
    given(
      happened('TaskAssigned', { coordinatingUnitIds: ['phong-khac', UNITS.coordinating] }),
      asked,
    )
      .when(ask('AnswerCoordination'), { actor: other })
      .thenRejected('ACTOR_NOT_IN_UNIT', { unitIds: [UNITS.coordinating] });
  });

  it('is refused to the Office and to strangers', () => {
    given(assigned, asked)
      .when(ask('AnswerCoordination'), { actor: officeClerk })
      .thenRejected('ROLE_NOT_ALLOWED');
    given(assigned, asked)
      .when(ask('AnswerCoordination'), { actor: stranger })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused on a day before the question', () => {
    given(assigned, asked)
      .when(ask('AnswerCoordination'), { actor: coordinator, on: localDate('2026-03-09') })
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: TODAY });
  });

  it('is refused a second time with another answer', () => {
    given(assigned, asked, answered)
      .when(ask('AnswerCoordination', { answer: 'Không thống nhất' }), { actor: coordinator })
      .thenRejected('COORDINATION_ALREADY_ANSWERED', { requestId: 'ph-1', answeredOn: TODAY });
  });

  it('changes nothing when the same answer comes again', () => {
    given(assigned, asked, answered)
      .when(ask('AnswerCoordination'), { actor: coordinator })
      .thenNothing();
  });

  it.each([
    ['in time on the last day', '2026-03-20', true],
    ['late on the day after', '2026-03-21', false],
  ])('is %s', (_, day, inTime) => {
    const on = localDate(day);
    given(assigned, asked)
      .when(ask('AnswerCoordination'), { actor: coordinator, on })
      .then(happened('CoordinationAnswered', { answeredOn: on, inTime }));
  });

  it('is neither in time nor late when no day was set', () => {
    given(assigned, happened('CoordinationAsked', { answerDueOn: null }))
      .when(ask('AnswerCoordination'), { actor: coordinator, on: another })
      .then(happened('CoordinationAnswered', { answeredOn: another, inTime: null }));
  });

  it.each([
    ['the lead unit', leadClerk],
    ['a service', service],
  ])('may be recorded by %s for a partner without an account', (_, actor) => {
    given(assigned, happened('CoordinationAsked', { unitId: 'ubnd-xa' }))
      .when(ask('AnswerCoordination'), { actor })
      .then(happened('CoordinationAnswered', { unitId: 'ubnd-xa' }));
  });

  it('is open to a unit that was asked without being named in the plan', () => {
    const partner = person('can-bo-xa', [['ubnd-xa', 'staff']]);
    given(assigned, happened('CoordinationAsked', { unitId: 'ubnd-xa' }))
      .when(ask('AnswerCoordination'), { actor: partner })
      .then(happened('CoordinationAnswered', { unitId: 'ubnd-xa' }));
  });
});
