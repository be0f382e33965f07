import { localDate, type LocalMonth } from '@thidua/kernel';
import { defaultFlow } from '@thidua/workflow';
import {
  ask,
  coordinator,
  given,
  happened,
  leadClerk,
  officeClerk,
  otherLeadHead,
  person,
  service,
  system,
  TODAY,
  UNITS,
} from '../testing';
import { reportDueOn } from './reporting';

const period = (text: string) => text as LocalMonth;
const assigned = happened('TaskAssigned');
const started = happened('WorkStarted');
const twoLeads = happened('TaskAssigned', {
  leads: [
    { unitId: UNITS.lead, role: 'lead' },
    { unitId: UNITS.otherLead, role: 'focal' },
  ],
});

describe.each([
  ['progress', 'ReportProgress', 'ProgressReported'],
  ['nil', 'ReportNil', 'NilReported'],
] as const)('a %s report', (_, command, event) => {
  it('is refused to a coordinating unit', () => {
    given(assigned, started)
      .when(ask(command), { actor: coordinator })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused for a month that has not begun', () => {
    given(assigned, started)
      .when(ask(command, { period: period('2026-04') }))
      .thenRejected('PERIOD_IN_FUTURE', { period: '2026-04', latest: '2026-03' });
  });

  it('is refused for a month before the assignment', () => {
    given(assigned, started)
      .when(ask(command, { period: period('2025-12') }))
      .thenRejected('PERIOD_BEFORE_ASSIGNMENT', { period: '2025-12', earliest: '2026-01' });
  });

  it('may tell of the month of the assignment', () => {
    given(assigned, started)
      .when(ask(command, { period: period('2026-01') }))
      .thenMatching({ type: event, data: { period: '2026-01' } });
  });

  it.each(['ProgressReported', 'NilReported'] as const)(
    'is refused for a month the unit has reported by %s',
    (earlier) => {
      given(assigned, started, happened(earlier))
        .when(ask(command))
        .thenRejected('PERIOD_ALREADY_REPORTED', { unitId: UNITS.lead, period: '2026-03' });
    },
  );

  it('is refused for a unit that does not lead, or that the actor is not of', () => {
    given(twoLeads, started)
      .when(ask(command, { unitId: UNITS.coordinating }))
      .thenRejected('UNIT_NOT_IN_TASK', { field: 'unitId', unitId: UNITS.coordinating });
    given(twoLeads, started)
      .when(ask(command, { unitId: UNITS.otherLead }))
      .thenRejected('ACTOR_NOT_IN_UNIT', { unitIds: [UNITS.otherLead] });
  });

  it('is refused once the task is completed', () => {
    given(assigned, started, happened('TaskCompleted'))
      .when(ask(command))
      .thenRejected('FACT_NOT_ALLOWED', { state: 'completed' });
  });

  it('is due on the last day of the month under the default flow', () => {
    given(assigned, started)
      .when(ask(command, { period: period('2026-02') }))
      .thenMatching({ type: event, data: { period: '2026-02', reportDueOn: '2026-02-28' } });
  });

  it('is open to each lead unit of the same month', () => {
    given(twoLeads, started, happened(event))
      .when(ask(command), { actor: otherLeadHead })
      .thenMatching({ type: event, data: { unitId: UNITS.otherLead, reportedOn: TODAY } });
  });

  it('is for the unit the actor acts in, when several would fit', () => {
    const inBoth = (unitId: string | null) =>
      person(
        'a',
        [
          [UNITS.lead, 'staff'],
          [UNITS.otherLead, 'staff'],
        ],
        { unitId },
      );
    given(twoLeads, started)
      .when(ask(command), { actor: inBoth(UNITS.otherLead) })
      .thenMatching({ type: event, data: { unitId: UNITS.otherLead } });
    given(twoLeads, started)
      .when(ask(command), { actor: inBoth(null) })
      .thenRejected('UNIT_MUST_BE_NAMED', { unitIds: [UNITS.lead, UNITS.otherLead] });
  });

  it('may come from a service that names the unit', () => {
    given(twoLeads, started)
      .when(ask(command, { unitId: UNITS.otherLead }), { actor: service })
      .thenMatching({ type: event, data: { unitId: UNITS.otherLead } });
  });
});

describe('the first report', () => {
  it('records the start of work when it tells of progress', () => {
    given(assigned)
      .when(ask('ReportProgress', { percent: 40, text: 'Đã xong dự thảo lần một' }))
      .then(started, happened('ProgressReported'));
  });

  it('starts nothing when it is nil', () => {
    given(assigned).when(ask('ReportNil')).then(happened('NilReported'));
  });

  it('starts nothing while the task waits for its trigger', () => {
    given(assigned, happened('TriggerAwaited'))
      .when(ask('ReportProgress'))
      .thenMatching({ type: 'ProgressReported' });
  });
});

describe('the day a report is due', () => {
  it.each([
    ['2026-02', 31, '2026-02-28'],
    ['2028-02', 31, '2028-02-29'],
    ['2026-04', 31, '2026-04-30'],
    ['2026-04', 30, '2026-04-30'],
    ['2026-12', 5, '2026-12-05'],
  ])('of %s with due day %i is %s', (month, dueDay, expected) => {
    expect(reportDueOn(period(month), dueDay)).toBe(expected);
  });

  it('comes from the flow', () => {
    given(assigned, started)
      .when(ask('ReportNil'), { workflow: { ...defaultFlow, reportDueDay: 25 } })
      .thenMatching({ type: 'NilReported', data: { reportDueOn: '2026-03-25' } });
  });
});

describe('urging a lead unit', () => {
  const byOffice = { actor: officeClerk };

  it('is refused to the unit itself', () => {
    given(assigned)
      .when(ask('RemindLeadUnit'), { actor: leadClerk })
      .thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is refused for a unit that does not lead the task', () => {
    given(assigned)
      .when(ask('RemindLeadUnit', { unitId: UNITS.coordinating }), byOffice)
      .thenRejected('UNIT_NOT_IN_TASK', { field: 'unitId' });
  });

  it('is refused when the answer is due before the reminder', () => {
    given(assigned)
      .when(ask('RemindLeadUnit', { answerDueOn: localDate('2026-03-09') }), byOffice)
      .thenRejected('DAY_TOO_EARLY', { field: 'answerDueOn', earliestOn: TODAY });
  });

  it('may ask for an answer on the same day', () => {
    given(assigned)
      .when(ask('RemindLeadUnit', { answerDueOn: TODAY }), byOffice)
      .then(happened('LeadUnitReminded', { answerDueOn: TODAY }));
  });

  it('changes nothing when the same words were sent that day', () => {
    given(assigned, happened('LeadUnitReminded'))
      .when(ask('RemindLeadUnit'), byOffice)
      .thenNothing();
  });

  it('counts again on another day', () => {
    const on = localDate('2026-03-11');
    given(assigned, happened('LeadUnitReminded'))
      .when(ask('RemindLeadUnit'), { ...byOffice, on })
      .then(happened('LeadUnitReminded', { remindedOn: on }));
  });

  it('may be done by the system as by the Office', () => {
    given(assigned)
      .when(ask('RemindLeadUnit'), { actor: system })
      .then(happened('LeadUnitReminded'));
  });
});
