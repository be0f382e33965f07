export {
  dueActs,
  MADE_UP_DAYS,
  upcomingActs,
  type DueAct,
  type DuePeriod,
  type DueTimer,
  type Look,
} from './due/due-acts';
export { periodsOfSeries, type SeriesPeriod } from './due/periods-of-series';
export * from './briefing/briefing.decider';
export * from './briefing/briefing.events';
export { briefingRejections } from './briefing/briefing.rejections';
export { dueBriefings, type DueBriefing } from './briefing/due-briefings';
export { dueExpiries, type DeputyInForce, type DueExpiry } from './deputies/due-expiries';
export * from './inbox/inbox.decider';
export * from './inbox/inbox.events';
export * from './notice/notice';
export {
  noticeInWords,
  peopleIn,
  type NamedTask,
  type NoticeGround,
  type NoticeWords,
} from './notice/notice-in-words';
