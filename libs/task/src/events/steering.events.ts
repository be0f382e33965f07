import { DAY_KINDS, DAY_UNITS } from '@thidua/calendar';
import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { lead, product, taskId } from './event-fields';

const { day, document, id, line, reason, text } = fields;

/** Clearing the way and changing the terms: obstacles, directions, waits, due dates, amendments. */
export const steeringEvents = {
  ObstacleRaised: {
    schemaVersion: 1,
    says: 'A unit raises an obstacle, through the Office, with or without a proposal.',
    vi: 'Nêu khó khăn, vướng mắc',
    recordedBy: 'Lead or coordinating unit',
    data: z.strictObject({
      ...taskId,
      obstacleId: id(),
      unitId: id(),
      kind: z.enum(['law', 'money', 'outside-body', 'people', 'other']),
      text: text(5000),
      raisedOn: day(),
    }),
  },
  SolutionProposed: {
    schemaVersion: 1,
    says: 'A solution is proposed for an open obstacle.',
    vi: 'Đề xuất giải pháp',
    recordedBy: 'Lead unit or Office',
    data: z.strictObject({ ...taskId, obstacleId: id(), text: text(5000), proposedOn: day() }),
  },
  DirectionGiven: {
    schemaVersion: 1,
    says: 'The Director or a deputy directs what to do about the task or one of its obstacles.',
    vi: 'Ý kiến chỉ đạo',
    recordedBy: 'Director or deputy director (the Office may record it on their behalf)',
    data: z.strictObject({
      ...taskId,
      obstacleId: id().nullable(),
      text: text(5000),
      actBy: day().nullable(),
      givenOn: day(),
      document: document().nullable(),
    }),
  },
  ObstacleResolved: {
    schemaVersion: 1,
    says: 'An obstacle no longer stands in the way.',
    vi: 'Đã tháo gỡ vướng mắc',
    recordedBy: 'Office or lead unit',
    data: z.strictObject({
      ...taskId,
      obstacleId: id(),
      text: text().nullable(),
      resolvedOn: day(),
    }),
  },
  AuthorityWaitStarted: {
    schemaVersion: 1,
    says: 'From this day the task waits for a decision of a higher authority; these days are counted apart.',
    vi: 'Bắt đầu chờ cấp có thẩm quyền',
    recordedBy: 'Lead unit, confirmed by the Office',
    data: z.strictObject({
      ...taskId,
      waitId: id(),
      authority: text(300),
      document: document().nullable(),
      fromOn: day(),
    }),
  },
  AuthorityWaitEnded: {
    schemaVersion: 1,
    says: 'The higher authority has answered.',
    vi: 'Kết thúc chờ cấp có thẩm quyền',
    recordedBy: 'Lead unit or Office',
    data: z.strictObject({
      ...taskId,
      waitId: id(),
      document: document().nullable(),
      untilOn: day(),
    }),
  },
  ExtensionRequested: {
    schemaVersion: 1,
    says: 'The lead unit asks for a later due date.',
    vi: 'Đề nghị gia hạn',
    recordedBy: 'Lead unit',
    data: z.strictObject({
      ...taskId,
      requestId: id(),
      dueOn: day(),
      reason: reason(),
      requestedOn: day(),
    }),
  },
  DeadlineExtended: {
    schemaVersion: 1,
    says: 'A later due date is granted. The original due date is never lost; both rates are reported.',
    vi: 'Gia hạn',
    recordedBy: 'Director or deputy director',
    data: z.strictObject({
      ...taskId,
      requestId: id().nullable(),
      from: day(),
      to: day(),
      reason: reason(),
      document: document().nullable(),
      /** Day since which the new date is in force. */
      grantedOn: day(),
    }),
  },
  DeadlineDerived: {
    schemaVersion: 1,
    says: 'The due date just set was counted in days: from which day, how many of which kind, over which days off, by which version of the calendar.',
    vi: 'Cách tính hạn',
    recordedBy: 'Recorded beside the extension or the trigger that sets the due date',
    data: z.strictObject({
      ...taskId,
      source: z.enum(['extension', 'trigger']),
      requestId: id().nullable(),
      dueOn: day(),
      /** The day counted from; it is not counted itself. */
      from: day(),
      days: z.number().int().positive(),
      unit: z.enum(DAY_UNITS),
      calendarVersion: text(80),
      /** Days off that made the deadline later. */
      daysOff: z.array(
        z.strictObject({ on: day(), kind: z.enum(DAY_KINDS), name: line(300).nullable() }),
      ),
      derivedOn: day(),
    }),
  },
  ExtensionRefused: {
    schemaVersion: 1,
    says: 'A person says no to a requested extension.',
    vi: 'Không đồng ý gia hạn',
    recordedBy: 'Director or deputy director',
    data: z.strictObject({ ...taskId, requestId: id(), reason: reason(), refusedOn: day() }),
  },
  TaskAmended: {
    schemaVersion: 1,
    says: 'The plan is adjusted by order of an authority: the title, the due date, the leads or the products change.',
    vi: 'Điều chỉnh nhiệm vụ',
    recordedBy: 'Office by decision of the Director',
    data: z.strictObject({
      ...taskId,
      title: line(5000).nullable(),
      dueOn: z.strictObject({ from: day().nullable(), to: day().nullable() }).nullable(),
      leads: z.strictObject({ from: z.array(lead), to: z.array(lead).min(1) }).nullable(),
      products: z.array(product).nullable(),
      reason: reason(),
      authority: document(),
      amendedOn: day(),
    }),
  },
} as const satisfies EventCatalogue;
