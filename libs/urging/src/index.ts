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
