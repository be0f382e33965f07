import { compareNumbering } from '@thidua/kernel';
import type { OwedReport, ReportStatus } from '@thidua/projections';
import { isTaskAsked, isUnitAsked, type Facts, type TaskFile } from '../frame/question';
import { taskOf, type TaskRow } from '../frame/task-rows';

/** A monthly report that was owed, with what shows that it was. */
export interface OwedRow extends TaskRow {
  readonly unitId: string;
  readonly period: string;
  readonly dueOn: string;
  readonly status: ReportStatus;
  readonly kind: string;
}

export const STATUS_VALUES: Readonly<Record<ReportStatus, string>> = {
  inTime: 'đúng hạn',
  nil: 'không phát sinh',
  late: 'muộn',
  missing: 'không báo cáo',
};

/** Nothing was written for a missing report, so what stands behind it is the duty: the assignment and who leads. */
const rowOf = ({ outcome }: TaskFile, report: OwedReport): OwedRow => ({
  ...taskOf(outcome),
  unitId: report.unitId,
  period: report.period,
  dueOn: report.dueOn,
  status: report.status,
  kind: outcome.kind,
  eventIds: report.status === 'missing' ? outcome.lifeEventIds : report.eventIds,
});

/** Reports owed for the months, by the units and for the tasks asked about, in order of month, unit and task number. */
export function owedRows({ files, request }: Pick<Facts, 'files' | 'request'>): readonly OwedRow[] {
  const { fromMonth, toMonth } = request;
  return files
    .filter(({ outcome }) => isTaskAsked(request, outcome.no))
    .flatMap((file) => file.outcome.reports.map((report) => rowOf(file, report)))
    .filter(({ unitId }) => isUnitAsked(request, unitId))
    .filter(
      ({ period }) =>
        (fromMonth === null || period >= fromMonth) && (toMonth === null || period <= toMonth),
    )
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'en') || compareNumbering(a.no, b.no));
}

const keyOf = ({ period, unitId }: OwedRow): string => `${period} ${unitId}`;
