import { workingCalendar } from '@thidua/calendar';
import { localDate } from '@thidua/kernel';
import { ask, director, given, happened, officeClerk, TODAY } from '../testing';

const { version: calendarVersion } = workingCalendar();
const dueOn = localDate('2026-08-28');
const assigned = happened('TaskAssigned', { dueOn });
const byDirector = { actor: director };
const fiveMore = ask('ExtendDeadline', { dueOn: null, dueIn: { days: 5, unit: 'working' } });
const to = localDate('2026-09-09');
const extended = happened('DeadlineExtended', { from: dueOn, to });
const derived = happened('DeadlineDerived', {
  dueOn: to,
  from: dueOn,
  days: 5,
  calendarVersion,
  daysOff: [
    { on: localDate('2026-08-29'), kind: 'weekend', name: null },
    { on: localDate('2026-08-30'), kind: 'weekend', name: null },
    {
      on: localDate('2026-08-31'),
      kind: 'swapped-off',
      name: 'Nghỉ hoán đổi, làm bù ngày 22/08/2026',
    },
    { on: localDate('2026-09-01'), kind: 'holiday', name: 'Quốc khánh (ngày liền kề)' },
    { on: localDate('2026-09-02'), kind: 'holiday', name: 'Quốc khánh' },
    { on: localDate('2026-09-05'), kind: 'weekend', name: null },
    { on: localDate('2026-09-06'), kind: 'weekend', name: null },
  ],
});

describe('extending a deadline by a count of days', () => {
  it('counts working days from the due date in force and records how', () => {
    given(assigned).when(fiveMore, byDirector).then(extended, derived);
  });

  it('is one extension when it is said twice on a day, and another on another day', () => {
    given(assigned, extended, derived).when(fiveMore, byDirector).thenNothing();
    given(assigned, extended, derived)
      .when(fiveMore, { ...byDirector, on: localDate('2026-03-11') })
      .thenMatching({ type: 'DeadlineExtended', data: { from: to } }, { type: 'DeadlineDerived' });
  });

  it('moves calendar days that end on a day off to the next working day', () => {
    given(assigned)
      .when(
        ask('ExtendDeadline', { dueOn: null, dueIn: { days: 4, unit: 'calendar' } }),
        byDirector,
      )
      .thenMatching(
        { type: 'DeadlineExtended', data: { to: localDate('2026-09-03') } },
        { type: 'DeadlineDerived', data: { daysOff: derivedDaysOff('2026-09-01', '2026-09-02') } },
      );
  });

  it('is refused beyond the years of the calendar', () => {
    given(happened('TaskAssigned', { dueOn: localDate('2040-12-28') }))
      .when(fiveMore, byDirector)
      .thenRejected('CALENDAR_YEAR_NOT_COVERED');
  });

  it('names a date or a count, not both and not neither', () => {
    const both = { dueOn: to, dueIn: { days: 5, unit: 'working' } } as const;
    expect(() => ask('ExtendDeadline', both)).toThrow(/dueOn .* dueIn/);
    expect(() => ask('ExtendDeadline', { dueOn: null })).toThrow(/dueOn .* dueIn/);
    expect(() => ask('ReceiveTrigger', both)).toThrow(/dueOn .* dueIn/);
  });
});

describe('a due date counted from the trigger', () => {
  const waiting = [happened('TaskAssigned', { dueOn: null }), happened('TriggerAwaited')];
  const received = ask('ReceiveTrigger', { dueIn: { days: 5, unit: 'working' } });
  const byOffice = { actor: officeClerk };

  it('counts from the day the trigger arrived, once', () => {
    const dueOnTrigger = localDate('2026-03-17');
    const events = [
      happened('TriggerReceived', { dueOn: dueOnTrigger }),
      happened('DeadlineDerived', {
        source: 'trigger',
        dueOn: dueOnTrigger,
        from: TODAY,
        days: 5,
        calendarVersion,
        daysOff: [
          { on: localDate('2026-03-14'), kind: 'weekend', name: null },
          { on: localDate('2026-03-15'), kind: 'weekend', name: null },
        ],
      }),
    ];
    given(...waiting)
      .when(received, byOffice)
      .then(...events);
    given(...waiting, ...events)
      .when(received, byOffice)
      .thenNothing();
  });
});

function derivedDaysOff(...days: readonly string[]) {
  return days.map((on) => expect.objectContaining({ on }) as unknown);
}
