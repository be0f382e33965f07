import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { reportPeriod, seriesFrequency, taskId } from './event-fields';

const { day, evidence, id, reason, text } = fields;

/** The series of reports that goes on beside or after the result: how often, which periods are owed, what came. */
export const seriesEvents = {
  ReportSeriesSet: {
    schemaVersion: 1,
    says: 'The Office sets how often the task is reported on and how many days after each period the report is due.',
    vi: 'Ấn định kỳ báo cáo',
    recordedBy: 'Office or Director',
    data: z.strictObject({
      ...taskId,
      every: seriesFrequency,
      /** Days after the last day of a period by which its report is due; 0 is the last day itself. */
      dueWithinDays: z.number().int().nonnegative(),
      reason: reason(),
      setOn: day(),
    }),
  },
  SeriesPeriodOpened: {
    schemaVersion: 1,
    says: 'A period of the series is owed: from now on its report can come in time, come late or be missing.',
    vi: 'Mở kỳ báo cáo',
    recordedBy: 'Office, or the system when the period begins',
    data: z.strictObject({
      ...taskId,
      period: reportPeriod(),
      fromOn: day(),
      toOn: day(),
      reportDueOn: day(),
      openedOn: day(),
    }),
  },
  SeriesPeriodReported: {
    schemaVersion: 1,
    says: 'A unit reports on a period of the series; without a text it reports that nothing arose, which is a report.',
    vi: 'Báo cáo kỳ',
    recordedBy: 'Focal unit, or lead unit where there is none',
    data: z.strictObject({
      ...taskId,
      period: reportPeriod(),
      unitId: id(),
      text: text(5000).nullable(),
      evidence: z.array(evidence()),
      reportedOn: day(),
      reportDueOn: day(),
      inTime: z.boolean(),
    }),
  },
} as const satisfies EventCatalogue;
