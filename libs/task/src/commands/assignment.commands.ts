import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { lead, product } from '../events/event-fields';
import { evidenceList, list, optional, speakingUnit } from './command-fields';

const { day, document, id, line, reason, text, year } = fields;

const holder = z.strictObject({ unitId: id(), personId: optional(id()) });

/** Who has the task: assigning it, taking it on, sharing it out, passing it on. */
export const assignmentCommands = {
  AssignTask: {
    says: 'Make a task of an issued plan binding for its lead units; the flow comes from the plan, the day from when it happened.',
    vi: 'Giao nhiệm vụ',
    records: ['TaskAssigned', 'TriggerAwaited'],
    data: z.strictObject({
      taskId: id(),
      planId: id(),
      no: text(40),
      title: line(5000),
      year: year(),
      kind: z.enum(['one-off', 'ongoing', 'recurring', 'periodic-after-milestone']),
      leads: z.array(lead).min(1),
      coordinatingUnitIds: list(id()),
      openPartners: list(text(500)),
      supervisingLeaderId: optional(id()),
      dueOn: optional(day()),
      notBefore: optional(day()),
      recurrence: optional(text(60)),
      condition: optional(text(1000)),
      /** True when the condition is an outside trigger that starts the clock; false for "nếu có" and the like. */
      awaitsTrigger: z.boolean().default(false),
      timeText: optional(text(1000)),
      products: list(product),
      sourceDocuments: list(text(300)),
    }),
  },
  AcceptTask: {
    says: 'Take the task on for a lead unit.',
    vi: 'Tiếp nhận',
    records: ['TaskAccepted'],
    data: z.strictObject({ ...speakingUnit, note: optional(text()) }),
  },
  DeclineTask: {
    says: 'Object to the assignment; the task stays assigned until somebody directs otherwise.',
    vi: 'Trả lại, đề nghị xem xét việc giao',
    records: ['TaskDeclined'],
    data: z.strictObject({ ...speakingUnit, reason: reason() }),
  },
  AssignPerson: {
    says: 'Give the task, or a named part of it, to an official of a lead unit.',
    vi: 'Phân công người thực hiện',
    records: ['PersonAssigned'],
    data: z.strictObject({
      personId: id(),
      ...speakingUnit,
      subtaskId: optional(id()),
      what: optional(text()),
      dueOn: optional(day()),
    }),
  },
  FinishSubtask: {
    says: 'Say that a part of the task is done.',
    vi: 'Hoàn thành phần việc được phân công',
    records: ['SubtaskFinished'],
    data: z.strictObject({ subtaskId: id(), note: optional(text()) }),
  },
  HandOverTask: {
    says: 'Pass open work from one unit or person to another; what was done before stays with who did it.',
    vi: 'Bàn giao nhiệm vụ',
    records: ['TaskHandedOver', 'HandOverAgreed'],
    data: z.strictObject({
      from: holder,
      to: holder,
      reason: reason(),
      papers: evidenceList,
      /** The head of the other unit, when heads and not the Office or a director hand over between two units. */
      agreedBy: optional(id()),
    }),
  },
  SucceedUnit: {
    says: 'Put the successor in the place of a unit that ended; the process manager alone says so.',
    vi: 'Đơn vị kế thừa tiếp nhận nhiệm vụ',
    records: ['TaskUnitSucceeded'],
    data: z.strictObject({
      fromUnitId: id(),
      toUnitId: id(),
      cause: z.enum(['merged', 'split', 'dissolved']),
      document: optional(document()),
    }),
  },
  CarryOverTask: {
    says: 'Let the unfinished task go on as a task of a later plan.',
    vi: 'Chuyển tiếp sang kế hoạch sau',
    records: ['TaskCarriedOver'],
    data: z.strictObject({ toTaskId: id(), toPlanId: id() }),
  },
} as const satisfies CommandCatalogue;
