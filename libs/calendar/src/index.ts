export * from './calendar-day';
export { calendarRejections } from './calendar.rejections';
export * from './derive-deadline';
export * from './working-calendar';
export * from './working-days';
export { lunarDaysOf, type LunarDays } from './years/lunar-days';
