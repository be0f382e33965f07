import type { TaskEventType } from '../task.events';
import { unchanged, type Evolvers } from './evolver';

type SeriesEventType = Extract<
  TaskEventType,
  | 'ReportSeriesSet'
  | 'SeriesPeriodOpened'
  | 'SeriesPeriodReported'
  | 'CountTargetSet'
  | 'OccurrenceRecorded'
  | 'OccurrenceWithdrawn'
  | 'CountShortfallAccepted'
>;

export const seriesEvolvers: Evolvers<SeriesEventType> = {
  ReportSeriesSet: (task, data) => ({ ...task, series: data }),
  SeriesPeriodOpened: (task, { period, reportDueOn }) => ({
    ...task,
    periods: [...task.periods, { period, reportDueOn, reports: [] }],
  }),
  SeriesPeriodReported: (task, data) => ({
    ...task,
    periods: task.periods.map((period) =>
      period.period === data.period ? { ...period, reports: [...period.reports, data] } : period,
    ),
  }),
  CountTargetSet: (task, data) => ({ ...task, countTarget: data }),
  OccurrenceRecorded: (task, data) => ({
    ...task,
    occurrences: [...task.occurrences, { recorded: data, withdrawn: null }],
  }),
  OccurrenceWithdrawn: (task, data) => ({
    ...task,
    occurrences: task.occurrences.map((occurrence) =>
      occurrence.recorded.occurrenceId === data.occurrenceId
        ? { ...occurrence, withdrawn: data }
        : occurrence,
    ),
  }),
  // It stands beside the completion it allows; the target itself stays as it was set.
  CountShortfallAccepted: unchanged,
};
