import { fields, type EventCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { taskId } from './event-fields';

const { day, document, evidence, id, reason, text } = fields;

/** What is passed on, explained or set right. */
export const passingOnEvents = {
  TaskHandedOver: {
    schemaVersion: 1,
    says: 'Open work passes from one holder to another; results before the day stay with the former holder.',
    vi: 'Bàn giao nhiệm vụ',
    recordedBy: 'Both heads or the Office',
    data: z.strictObject({
      ...taskId,
      from: z.strictObject({ unitId: id(), personId: id().nullable() }),
      to: z.strictObject({ unitId: id(), personId: id().nullable() }),
      reason: reason(),
      papers: z.array(evidence()),
      stateAtHandOver: text(60),
      handedOverOn: day(),
    }),
  },
  TaskUnitSucceeded: {
    schemaVersion: 1,
    says: 'A unit that ended is followed in the open task by its successor, which leads or coordinates in its place; people keep their parts.',
    vi: 'Đơn vị kế thừa tiếp nhận nhiệm vụ',
    recordedBy: 'The system, after a merger, a split or an end of a unit',
    data: z.strictObject({
      ...taskId,
      fromUnitId: id(),
      toUnitId: id(),
      cause: z.enum(['merged', 'split', 'dissolved']),
      document: document().nullable(),
      stateAtSuccession: text(60),
      succeededOn: day(),
    }),
  },
  DelayCauseConfirmed: {
    schemaVersion: 1,
    says: 'The competent authority confirms that a delay has an objective cause (decree 335/2025, article 14.2.c).',
    vi: 'Xác nhận nguyên nhân khách quan',
    recordedBy: 'Director',
    data: z.strictObject({ ...taskId, cause: reason(), document: document(), confirmedOn: day() }),
  },
  TaskCorrected: {
    schemaVersion: 1,
    says: 'A recorded fact was wrong: what was wrong, the old and the new value, and who agreed. Nothing is overwritten.',
    vi: 'Đính chính',
    recordedBy: 'Office, with a second person',
    data: z.strictObject({
      ...taskId,
      eventId: z.uuid(),
      field: z.enum(['completedOn', 'dueOn']),
      was: day().nullable(),
      now: day().nullable(),
      reason: reason(),
      agreedBy: id(),
      correctedOn: day(),
    }),
  },
  TaskCarriedOver: {
    schemaVersion: 1,
    says: 'The unfinished task goes on as a task of a later plan.',
    vi: 'Chuyển tiếp sang kế hoạch sau',
    recordedBy: 'Office',
    data: z.strictObject({ ...taskId, toTaskId: id(), toPlanId: id(), onDay: day() }),
  },
} as const satisfies EventCatalogue;
