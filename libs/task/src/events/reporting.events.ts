import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { taskId } from './event-fields';

const { day, id, month, text } = fields;

/** Telling and asking on the way: coordination, monthly reports, reminders. */
export const reportingEvents = {
  CoordinationAsked: {
    schemaVersion: 1,
    says: 'A lead unit asks a coordinating unit for something by a day; only asked coordination is ever counted.',
    vi: 'Đề nghị phối hợp',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      requestId: id(),
      unitId: id(),
      what: text(),
      answerDueOn: day().nullable(),
      askedOn: day(),
    }),
  },
  CoordinationAnswered: {
    schemaVersion: 1,
    says: 'The asked unit answers (or the lead unit records the answer of a partner without an account).',
    vi: 'Trả lời phối hợp',
    recordedBy: 'Coordinating unit or lead unit',
    data: z.strictObject({
      ...taskId,
      requestId: id(),
      unitId: id(),
      answer: text(),
      answeredOn: day(),
      inTime: z.boolean().nullable(),
    }),
  },
  ProgressReported: {
    schemaVersion: 1,
    says: 'The monthly report at the briefing: progress, what went well, obstacles, proposals.',
    vi: 'Báo cáo tiến độ',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      period: month(),
      reportedOn: day(),
      reportDueOn: day(),
      text: text(5000),
      percent: z.number().int().min(0).max(100).nullable(),
      wentWell: text(5000).nullable(),
      obstacles: text(5000).nullable(),
      proposals: text(5000).nullable(),
    }),
  },
  NilReported: {
    schemaVersion: 1,
    says: 'The unit reports that nothing arose in the month. A nil report is a report; silence is not.',
    vi: 'Báo cáo không phát sinh',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      period: month(),
      reportedOn: day(),
      reportDueOn: day(),
    }),
  },
  LeadUnitReminded: {
    schemaVersion: 1,
    says: 'The Office urges a unit about the task.',
    vi: 'Đôn đốc',
    recordedBy: 'Office',
    data: z.strictObject({
      ...taskId,
      unitId: id(),
      text: text(),
      answerDueOn: day().nullable(),
      remindedOn: day(),
    }),
  },
} as const satisfies EventCatalogue;
