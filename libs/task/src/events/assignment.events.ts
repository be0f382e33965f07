import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { lead, product, step, taskId } from './event-fields';

const { day, document, id, line, reason, text, year } = fields;

/** How a task comes to those who do it, and begins. */
export const assignmentEvents = {
  TaskAssigned: {
    schemaVersion: 1,
    says: 'A task of an issued plan becomes binding for its lead units; group leads are already expanded on this day.',
    vi: 'Giao nhiệm vụ',
    recordedBy: 'Office or Director (by issuing the plan)',
    data: z.strictObject({
      ...taskId,
      planId: id(),
      /** Number in the plan as printed, e.g. `2.3.a`. */
      no: text(40),
      title: line(5000),
      /** Year of the plan, to which the result counts. */
      year: year(),
      kind: z.enum(['one-off', 'ongoing', 'recurring', 'periodic-after-milestone']),
      leads: z.array(lead).min(1),
      coordinatingUnitIds: z.array(id()),
      /** Written partners nobody has been named for yet ("các đơn vị liên quan"). */
      openPartners: z.array(text(500)),
      supervisingLeaderId: id().nullable(),
      dueOn: day().nullable(),
      notBefore: day().nullable(),
      recurrence: text(60).nullable(),
      condition: text(1000).nullable(),
      timeText: text(1000).nullable(),
      products: z.array(product),
      sourceDocuments: z.array(text(300)),
      workflow: z.strictObject({ id: id(), version: z.number().int().positive() }),
      state: text(60),
      assignedOn: day(),
    }),
  },
  TaskAccepted: {
    schemaVersion: 1,
    says: 'The head of a lead unit takes the task on.',
    vi: 'Tiếp nhận',
    recordedBy: 'Head of a lead unit',
    data: z.strictObject({ ...taskId, unitId: id(), note: text().nullable() }),
  },
  TaskDeclined: {
    schemaVersion: 1,
    says: 'The head of a lead unit objects to the assignment; the task stays assigned until somebody directs otherwise.',
    vi: 'Trả lại, đề nghị xem xét việc giao',
    recordedBy: 'Head of a lead unit',
    data: z.strictObject({ ...taskId, unitId: id(), reason: reason() }),
  },
  PersonAssigned: {
    schemaVersion: 1,
    says: 'A lead unit gives the task, or a part of it, to one of its officials.',
    vi: 'Phân công người thực hiện',
    recordedBy: 'Head of a lead unit',
    data: z.strictObject({
      ...taskId,
      personId: id(),
      unitId: id(),
      subtaskId: id().nullable(),
      what: text().nullable(),
      dueOn: day().nullable(),
    }),
  },
  SubtaskFinished: {
    schemaVersion: 1,
    says: 'An official finishes the part of the task given to them.',
    vi: 'Hoàn thành phần việc được phân công',
    recordedBy: 'Assignee',
    data: z.strictObject({
      ...taskId,
      subtaskId: id(),
      finishedOn: day(),
      note: text().nullable(),
    }),
  },
  TriggerAwaited: {
    schemaVersion: 1,
    says: 'The task waits for something outside the lead unit (a plan, a guidance) before its clock starts.',
    vi: 'Chờ điều kiện phát sinh',
    recordedBy: 'Office, or on assignment when the plan says so',
    data: z.strictObject({ ...taskId, ...step, condition: text(1000) }),
  },
  TriggerReceived: {
    schemaVersion: 1,
    says: 'What the task waited for has arrived; the clock starts and a due date may be set.',
    vi: 'Đã có căn cứ triển khai',
    recordedBy: 'Office or an integrated service',
    data: z.strictObject({
      ...taskId,
      ...step,
      document: document().nullable(),
      receivedOn: day(),
      dueOn: day().nullable(),
    }),
  },
  WorkStarted: {
    schemaVersion: 1,
    says: 'Work begins; recorded automatically with the first report when nobody says so earlier.',
    vi: 'Bắt đầu thực hiện',
    recordedBy: 'Lead unit',
    data: z.strictObject({ ...taskId, ...step, startedOn: day() }),
  },
} as const satisfies EventCatalogue;
