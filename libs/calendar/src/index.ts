export * from './calendar-day';
export { calendarRejections, rejectCalendar } from './calendar.rejections';
export * from './derive-deadline';
export { calendarCommands, type CalendarCommand } from './notices/calendar.commands';
export { calendarDecider, type CalendarContext } from './notices/calendar.decider';
export { calendarEvents, type CalendarEvent } from './notices/calendar.events';
export {
  calendarWith,
  noNotices,
  type Notice,
  type NoticeRegister,
} from './notices/calendar.state';
export * from './report-window';
export * from './working-calendar';
export * from './working-days';
export { lunarDaysOf, type LunarDays } from './years/lunar-days';
