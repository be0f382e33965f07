import { workingCalendar } from '@thidua/calendar';
import { localDate, type ActorFacts, type LocalMonth } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import { director, system } from '@thidua/task/testing';
import { briefingDecider, type BriefingCommand } from './briefing.decider';
import type { BriefingEvent } from './briefing.events';
import { dueBriefings } from './due-briefings';

const month = '2025-11' as LocalMonth;
const cutOffOn = localDate('2025-11-30');
const forOn = localDate('2025-12-01');
const notReported = [{ unitId: 'qltm', taskIds: ['nv-1', 'nv-2'] }];
const context = (actor: ActorFacts, on: string) => ({ actor, on: localDate(on) });
const given = specify(briefingDecider, context(system, '2025-12-01'));

const opened: BriefingEvent = {
  type: 'BriefingOpened',
  data: { month, cutOffOn, openedOn: localDate('2025-11-03') },
};
const closed: BriefingEvent = {
  type: 'BriefingClosed',
  data: { month, cutOffOn, forOn, notReported, closedOn: forOn },
};
const close: BriefingCommand = {
  type: 'CloseBriefing',
  data: { month, cutOffOn, forOn, notReported },
};
const open: BriefingCommand = { type: 'OpenBriefing', data: { month, cutOffOn } };

describe('the briefing of a month', () => {
  it('is opened once', () => {
    given().when(open, context(system, '2025-11-03')).then(opened);
    given(opened).when(open).then();
    given(opened, closed).when(open).then();
  });

  it('is closed once, with who has not reported', () => {
    given(opened).when(close).then(closed);
    given(opened, closed).when(close).then();
  });

  it('is not closed before its cut-off is over', () => {
    given(opened).when(close, context(system, '2025-11-30')).thenRejected('BRIEFING_NOT_OVER');
  });

  it.each([open, close])('is the timers’ alone: %j', (command) => {
    given().when(command, context(director, '2025-12-01')).thenRejected('BRIEFING_ONLY_BY_TIMER');
  });
});

describe('briefings that are due', () => {
  const calendar = workingCalendar();
  const due = (on: string) =>
    dueBriefings(calendar, 31, localDate(on)).map(
      ({ act, month: of, forOn: day }) => `${act} ${of} ${day}`,
    );

  it('open on the first working day and close on the first one after the cut-off', () => {
    // The first of November 2025 is a Saturday, the thirtieth a Sunday.
    expect(due('2025-11-03')).toEqual(['close 2025-10 2025-11-03', 'open 2025-11 2025-11-03']);
    expect(due('2025-12-01')).toEqual([
      'close 2025-10 2025-11-03',
      'close 2025-11 2025-12-01',
      'open 2025-12 2025-12-01',
    ]);
  });

  it('are none on a day off', () => {
    expect(due('2025-11-30')).toEqual([]);
  });
});
