import { localDate } from '@thidua/kernel';
import {
  ask,
  ASSIGNED_ON,
  given,
  happened,
  leadClerk,
  officeClerk,
  otherLeadHead,
  service,
  system,
  TODAY,
  UNITS,
} from '../testing';

const assigned = happened('TaskAssigned', { kind: 'recurring' });
const afterMilestone = happened('TaskAssigned', { kind: 'periodic-after-milestone' });
const started = happened('WorkStarted');
const set = happened('ReportSeriesSet');
const opened = happened('SeriesPeriodOpened');
const reported = happened('SeriesPeriodReported');
const byOffice = { actor: officeClerk };
const byClerk = { actor: leadClerk };
const april = localDate('2026-04-02');

describe('setting the frequency of reports', () => {
  it.each(['one-off', 'ongoing'] as const)('is refused for %s work', (kind) => {
    const other = happened('TaskAssigned', { kind });
    given(other).when(ask('SetReportSeries'), byOffice).thenRejected('NOT_A_SERIES_TASK');
    given(other).when(ask('OpenSeriesPeriod'), byOffice).thenRejected('NOT_A_SERIES_TASK');
  });

  it('is refused to the lead unit', () => {
    given(assigned).when(ask('SetReportSeries')).thenRejected('ROLE_NOT_ALLOWED');
  });

  it('is recorded once, and again when frequency or term change', () => {
    given(assigned).when(ask('SetReportSeries'), byOffice).then(set);
    given(assigned, set)
      .when(ask('SetReportSeries', { reason: 'Nhắc lại' }), byOffice)
      .thenNothing();
    for (const change of [{ every: 'month' as const }, { dueWithinDays: 0 }]) {
      given(assigned, set)
        .when(ask('SetReportSeries', change), byOffice)
        .then(happened('ReportSeriesSet', change));
    }
  });
});

describe('opening a period', () => {
  it('is refused while nobody set a frequency', () => {
    given(assigned).when(ask('OpenSeriesPeriod'), byOffice).thenRejected('SERIES_NOT_SET');
  });

  it.each([
    ['MONTHLY', '2026-03', '2026-03-01', '2026-03-31'],
    ['QUARTERLY', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['SEMIANNUAL', '2026-H1', '2026-01-01', '2026-06-30'],
    ['YEARLY', '2026', '2026-01-01', '2026-12-31'],
  ])('takes the frequency of the plan: %s', (recurrence, period, fromOn, toOn) => {
    given(happened('TaskAssigned', { kind: 'recurring', recurrence }))
      .when(ask('OpenSeriesPeriod', { period }), { actor: system })
      .then(
        happened('SeriesPeriodOpened', {
          period,
          fromOn: localDate(fromOn),
          toOn: localDate(toOn),
          reportDueOn: localDate(toOn),
        }),
      );
  });

  it('counts the days for reporting from the end of the period', () => {
    given(assigned, set).when(ask('OpenSeriesPeriod'), byOffice).then(opened);
    given(assigned, set, opened).when(ask('OpenSeriesPeriod'), byOffice).thenNothing();
  });

  it.each([
    ['2026-03', 'PERIOD_NOT_OF_SERIES', { field: 'period', example: '2026-Q1' }],
    ['2026-Q2', 'SERIES_PERIOD_NOT_BEGUN', { field: 'period', fromOn: '2026-04-01' }],
    ['2025-Q4', 'PERIOD_BEFORE_SERIES', { field: 'period', startOn: ASSIGNED_ON }],
  ] as const)('is refused for %s', (period, code, facts) => {
    given(assigned, set)
      .when(ask('OpenSeriesPeriod', { period }), byOffice)
      .thenRejected(code, facts);
  });

  it('is refused where an earlier frequency covers its days already, at either end', () => {
    const byMonth = happened('ReportSeriesSet', { every: 'month' });
    for (const period of ['2026-03', '2026-01']) {
      given(assigned, set, opened, byMonth)
        .when(ask('OpenSeriesPeriod', { period }), byOffice)
        .thenRejected('PERIOD_ALREADY_COVERED', { period, covered: '2026-Q1' });
    }
    given(assigned, byMonth, happened('SeriesPeriodOpened', { period: '2026-03' }))
      .when(ask('OpenSeriesPeriod', { period: '2026-04' }), { ...byOffice, on: april })
      .thenMatching({ type: 'SeriesPeriodOpened', data: { period: '2026-04' } });
    given(assigned, byMonth, happened('SeriesPeriodOpened', { period: '2026-04' }))
      .when(ask('OpenSeriesPeriod', { period: '2026-03' }), { ...byOffice, on: april })
      .thenMatching({ type: 'SeriesPeriodOpened', data: { period: '2026-03' } });
  });

  it('waits for the milestone where the task has one', () => {
    given(afterMilestone, set)
      .when(ask('OpenSeriesPeriod'), byOffice)
      .thenRejected('MILESTONE_NOT_REACHED');
    given(afterMilestone, set, started, happened('MilestoneReached'))
      .when(ask('OpenSeriesPeriod'), byOffice)
      .then(opened);
    given(afterMilestone, set, started, happened('MilestoneReached', { reachedOn: april }))
      .when(ask('OpenSeriesPeriod'), { ...byOffice, on: april })
      .thenRejected('PERIOD_BEFORE_SERIES', { startOn: april });
  });
});

describe('reporting on a period', () => {
  const open = [assigned, set, opened];

  it('is refused for a period that is not open, and before it began', () => {
    given(assigned, set)
      .when(ask('ReportSeriesPeriod'), byClerk)
      .thenRejected('PERIOD_NOT_OPENED', { period: '2026-Q1' });
    given(assigned, set, happened('SeriesPeriodOpened', { period: '2026-Q2' }))
      .when(ask('ReportSeriesPeriod', { period: '2026-Q2' }), byClerk)
      .thenRejected('OCCURRED_TOO_EARLY', { earliestOn: '2026-04-01' });
  });

  it('says something or says nil, never both or neither', () => {
    for (const told of [{ text: null }, { nil: true }]) {
      given(...open)
        .when(ask('ReportSeriesPeriod', told), byClerk)
        .thenRejected('TEXT_OR_NIL', { field: 'text' });
    }
  });

  it('begins the work, unless nothing arose', () => {
    given(...open)
      .when(ask('ReportSeriesPeriod'), byClerk)
      .then(started, reported);
    given(...open)
      .when(ask('ReportSeriesPeriod', { text: null, nil: true }), byClerk)
      .then(happened('SeriesPeriodReported', { text: null }));
  });

  it.each([
    ['2026-04-10', true],
    ['2026-04-11', false],
  ])('on %s is in time: %s', (on, inTime) => {
    const reportedOn = localDate(on);
    given(...open, started)
      .when(ask('ReportSeriesPeriod'), { ...byClerk, on: reportedOn })
      .then(happened('SeriesPeriodReported', { reportedOn, inTime }));
  });

  it('happens once a unit and period', () => {
    given(...open, started, reported)
      .when(ask('ReportSeriesPeriod'), byClerk)
      .thenNothing();
    given(...open, started, reported)
      .when(ask('ReportSeriesPeriod', { text: 'Bổ sung' }), byClerk)
      .thenRejected('SERIES_PERIOD_ALREADY_REPORTED', {
        unitId: UNITS.lead,
        period: '2026-Q1',
        reportedOn: TODAY,
      });
  });

  it('is every lead unit’s, or the focal unit’s for all', () => {
    const leads = (role: 'lead' | 'focal') => [
      { unitId: UNITS.lead, role: 'lead' as const },
      { unitId: UNITS.otherLead, role },
    ];
    const withLeads = (role: 'lead' | 'focal') =>
      happened('TaskAssigned', { kind: 'recurring', leads: leads(role) });
    const byOther = happened('SeriesPeriodReported', { unitId: UNITS.otherLead });
    given(withLeads('lead'), set, opened, started, reported)
      .when(ask('ReportSeriesPeriod'), { actor: otherLeadHead })
      .then(byOther);
    given(withLeads('focal'), set, opened, started)
      .when(ask('ReportSeriesPeriod'), byClerk)
      .thenRejected('FOCAL_UNIT_REPORTS', { unitIds: [UNITS.otherLead] });
    given(withLeads('focal'), set, opened, started)
      .when(ask('ReportSeriesPeriod'), { actor: service })
      .then(byOther);
  });

  it('concerns its own period only', () => {
    const second = happened('SeriesPeriodOpened', { period: '2026-Q2' });
    given(...open, started, second, reported)
      .when(ask('ReportSeriesPeriod', { period: '2026-Q2' }), { ...byClerk, on: april })
      .thenMatching({ type: 'SeriesPeriodReported', data: { period: '2026-Q2' } });
  });
});

describe('a period of a series, to the day', () => {
  const monthly = happened('ReportSeriesSet', { every: 'month' });
  const series = happened('TaskAssigned', {
    kind: 'recurring',
    assignedOn: localDate('2026-02-28'),
  });

  it('may be opened on its first day, and where it ends on the day of the assignment', () => {
    given(series, monthly)
      .when(ask('OpenSeriesPeriod', { period: '2026-03' }), {
        actor: officeClerk,
        on: localDate('2026-03-01'),
      })
      .thenMatching({ type: 'SeriesPeriodOpened', data: { period: '2026-03' } });
    given(series, monthly)
      .when(ask('OpenSeriesPeriod', { period: '2026-02' }), { actor: officeClerk })
      .thenMatching({ type: 'SeriesPeriodOpened', data: { period: '2026-02' } });
  });
});
