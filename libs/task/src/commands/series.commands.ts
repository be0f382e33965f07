import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { reportPeriod, seriesFrequency } from '../events/event-fields';
import { evidenceList, optional, optionalDocument, speakingUnit } from './command-fields';

const { day, evidence, id, reason, text } = fields;

/** What a task owes more than once: the periods of a series, and the times it has to take place. */
export const seriesCommands = {
  SetReportSeries: {
    says: 'Set how often the task is reported on, which plans leave open, and how soon after each period.',
    vi: 'Ấn định kỳ báo cáo',
    records: ['ReportSeriesSet'],
    data: z.strictObject({
      every: seriesFrequency,
      dueWithinDays: z.number().int().min(0).max(92).default(0),
      reason: reason(),
    }),
  },
  OpenSeriesPeriod: {
    says: 'Say that a period of the series is owed; the timers do so by themselves when it begins.',
    vi: 'Mở kỳ báo cáo',
    records: ['SeriesPeriodOpened'],
    data: z.strictObject({ period: reportPeriod() }),
  },
  ReportSeriesPeriod: {
    says: 'Report on a period of the series, or with `nil` that nothing arose in it.',
    vi: 'Báo cáo kỳ',
    records: ['SeriesPeriodReported', 'WorkStarted'],
    data: z.strictObject({
      ...speakingUnit,
      period: reportPeriod(),
      text: optional(text(5000)),
      nil: z.boolean().default(false),
      evidence: evidenceList,
    }),
  },
  SetCountTarget: {
    says: 'Set how many times the task has to take place.',
    vi: 'Ấn định số lần phải thực hiện',
    records: ['CountTargetSet'],
    data: z.strictObject({
      count: z.number().int().min(1).max(10_000),
      what: text(300),
      reason: reason(),
      document: optionalDocument,
    }),
  },
  RecordOccurrence: {
    says: 'Record with proof that one of the times owed took place.',
    vi: 'Ghi nhận một lần thực hiện',
    records: ['OccurrenceRecorded', 'WorkStarted'],
    data: z.strictObject({
      occurrenceId: id(),
      ...speakingUnit,
      what: text(),
      heldOn: day(),
      evidence: z.array(evidence()).min(1),
    }),
  },
  WithdrawOccurrence: {
    says: 'Say that a recorded occurrence does not count.',
    vi: 'Không tính một lần thực hiện',
    records: ['OccurrenceWithdrawn'],
    data: z.strictObject({ occurrenceId: id(), reason: reason() }),
  },
} as const satisfies CommandCatalogue;
