import type { TimerDefinition } from '../timers';

type Words = TimerDefinition['label'];
type Ladder = TimerDefinition['to'];

const doers: Ladder = ['assignee', 'leadHead'];

const reminder = (
  name: string,
  distance: Pick<TimerDefinition, 'before' | 'after'>,
  label: Words,
): TimerDefinition => ({
  name,
  on: { deadline: 'task' },
  ...distance,
  does: 'remind',
  to: doers,
  label,
});

const escalation = (name: string, days: number, to: Ladder, label: Words): TimerDefinition => ({
  name,
  on: { deadline: 'task' },
  after: { workingDays: days },
  does: 'escalate',
  to,
  label,
});

const reportReminder = (
  name: string,
  distance: Pick<TimerDefinition, 'before' | 'after'>,
  label: Words,
): TimerDefinition => ({
  ...reminder(name, distance, label),
  on: { deadline: 'report' },
  to: ['leadHead'],
});

/**
 * Reminders and escalations of a task with a due date, and of its monthly report. No regulation sets these days: they
 * are the office's own, so they are data and a new version may change them.
 */
export const taskTimers: readonly TimerDefinition[] = [
  reminder(
    'dueInFiveDays',
    { before: { workingDays: 5 } },
    { vi: 'Còn 5 ngày làm việc đến hạn', en: 'Due in 5 working days' },
  ),
  reminder(
    'dueTomorrow',
    { before: { workingDays: 1 } },
    { vi: 'Còn 1 ngày làm việc đến hạn', en: 'Due in 1 working day' },
  ),
  reminder('dueToday', { after: { calendarDays: 0 } }, { vi: 'Hôm nay đến hạn', en: 'Due today' }),
  reminder(
    'oneDayOverdue',
    { after: { workingDays: 1 } },
    { vi: 'Quá hạn 1 ngày làm việc', en: '1 working day overdue' },
  ),
  escalation('overdueToHead', 3, ['leadHead'], {
    vi: 'Quá hạn 3 ngày làm việc, báo lãnh đạo đơn vị chủ trì',
    en: '3 working days overdue: to the head of the lead unit',
  }),
  escalation('overdueToDeputy', 7, ['deputyDirector', 'director'], {
    vi: 'Quá hạn 7 ngày làm việc, báo Phó Giám đốc phụ trách',
    en: '7 working days overdue: to the deputy director',
  }),
  escalation('overdueToDirector', 15, ['director'], {
    vi: 'Quá hạn 15 ngày làm việc, báo Giám đốc',
    en: '15 working days overdue: to the Director',
  }),
  reportReminder(
    'reportDueSoon',
    { before: { workingDays: 2 } },
    { vi: 'Còn 2 ngày làm việc đến hạn báo cáo tháng', en: 'Monthly report due in 2 working days' },
  ),
  reportReminder(
    'reportMissing',
    { after: { workingDays: 1 } },
    { vi: 'Chưa báo cáo tháng', en: 'Monthly report is missing' },
  ),
];
