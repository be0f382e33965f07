import { defaultFlow } from './definitions/default-flow';
import { timerChanges, timersOf, type TimerStanding } from './timer-changes';
import type { TimerDefinition } from './timers';

const timer = (name: string, given: Partial<TimerDefinition> = {}): TimerDefinition => ({
  name,
  on: { deadline: 'task' },
  before: { workingDays: 3 },
  does: 'remind',
  to: ['assignee'],
  label: { vi: 'Nhắc hạn', en: 'Reminder' },
  ...given,
});

const beforeDue = timer('beforeDue');
const briefing = timer('briefing', { on: { deadline: 'report' } });
const unstarted = timer('unstarted', { on: { state: 'assigned' }, before: undefined });
const unverified = timer('unverified', { on: { state: 'reported' }, before: undefined });

const standing = (
  timers: readonly TimerDefinition[],
  given: Partial<Omit<TimerStanding, 'definition'>> = {},
): TimerStanding => ({
  definition: { ...defaultFlow, timers },
  state: 'assigned',
  hasDueDate: true,
  ...given,
});

const ALL = [beforeDue, briefing, unstarted, unverified];

describe('the timers of a task', () => {
  it('are those of its state and those of the deadlines it has', () => {
    expect(timersOf(standing(ALL))).toEqual([beforeDue, briefing, unstarted]);
    expect(timersOf(standing(ALL, { state: 'reported' }))).toEqual([
      beforeDue,
      briefing,
      unverified,
    ]);
  });

  it('count from no due date where there is none', () => {
    expect(timersOf(standing(ALL, { hasDueDate: false }))).toEqual([briefing, unstarted]);
  });

  it('are none once the task has ended', () => {
    expect(timersOf(standing(ALL, { state: 'completed' }))).toEqual([]);
  });
});

describe('going from one flow to another', () => {
  const changes = (before: TimerDefinition, after: TimerDefinition) =>
    timerChanges(standing([before]), standing([after]));

  it('changes no timer when the new flow only words it differently', () => {
    const reworded = timer('beforeDue', { label: { vi: 'Sắp đến hạn', en: 'Due soon' } });
    expect(changes(beforeDue, reworded)).toEqual({ removed: [], added: [] });
  });

  it.each([
    ['strikes earlier', { before: { workingDays: 5 } }],
    ['counts other days', { before: { calendarDays: 3 } }],
    ['tells somebody else', { to: ['leadHead'] }],
    ['escalates', { does: 'escalate' }],
    ['hangs on another deadline', { on: { deadline: 'report' } }],
    ['hangs on the state', { on: { state: 'assigned' } }],
  ] as const)('replaces a timer that now %s', (_, given) => {
    const other = timer('beforeDue', given);
    expect(changes(beforeDue, other)).toEqual({ removed: [beforeDue], added: [other] });
    expect(changes(other, beforeDue)).toEqual({ removed: [other], added: [beforeDue] });
  });

  it('keeps the timer of the state a task stands in, whatever that state is called', () => {
    const renamed = timer('unstarted', { on: { state: 'inProgress' }, before: undefined });
    const after = standing([renamed], { state: 'inProgress' });
    expect(timerChanges(standing([unstarted]), after)).toEqual({ removed: [], added: [] });
  });

  it('removes what the new flow has no more and adds what it has besides', () => {
    expect(timerChanges(standing([beforeDue, briefing]), standing([briefing, unstarted]))).toEqual({
      removed: [beforeDue],
      added: [unstarted],
    });
  });
});
