import { randomUUID } from 'node:crypto';
import { leadOf, taskIdOf } from '../office/task-year';

const FIRST_MONTH = 2;
const MONTHS = 11;

/** How many tasks it takes for so many reports: a unit reports on a task once a month, from February on. */
export const tasksForReports = (reportCount: number): number => Math.ceil(reportCount / MONTHS);

/** The CloudEvent of that number: another task each time, and the next month when all have been reported on. */
export function progressReport(number: number, { year, taskCount }: Reported): object {
  const index = number % taskCount;
  const month = String(FIRST_MONTH + Math.floor(number / taskCount)).padStart(2, '0');
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'https://bench.example/ioffice',
    type: 'vn.thidua.task.ProgressReported',
    subject: taskIdOf(year, index),
    time: `${year}-${month}-25T02:00:00.000Z`,
    datacontenttype: 'application/json',
    data: {
      unitId: leadOf(index),
      period: `${year}-${month}`,
      text: 'Đã tổng hợp số liệu của các đơn vị, đang hoàn thiện dự thảo báo cáo',
      percent: 40,
    },
  };
}

/** Tasks that are reported on. */
export interface Reported {
  readonly year: number;
  readonly taskCount: number;
}
