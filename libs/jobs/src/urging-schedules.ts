import type { Schedule } from './jobs';

/**
 * Every hour of the office's day what is due by the timers is looked at. One look a day would do; the others make up for
 * a machine that was switched on late. On days off a look does nothing.
 */
export const lookAtTimers: Schedule = { name: 'look-at-timers', cron: '0 7-17 * * *' };

/** Every minute the outbox is looked at. */
export const sendMail: Schedule = { name: 'send-mail', cron: '* * * * *' };
