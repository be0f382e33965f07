import { timerOffset, type TimerDefinition } from './timers';

const timer = (given: Pick<TimerDefinition, 'before' | 'after'>): TimerDefinition => ({
  name: 'early',
  on: { deadline: 'task' },
  does: 'remind',
  to: ['assignee', 'leadHead'],
  label: { vi: 'Nhắc hạn', en: 'Reminder' },
  ...given,
});

describe('the offset of a timer', () => {
  it.each([
    ['before its start', { before: { workingDays: 5 } }, -5, 'workingDays'],
    ['after its start', { after: { calendarDays: 10 } }, 10, 'calendarDays'],
    ['on the day itself', { after: { workingDays: 0 } }, 0, 'workingDays'],
  ] as const)('counts %s', (_, given, days, counted) => {
    expect(timerOffset(timer(given))).toEqual({ days, counted });
  });
});
