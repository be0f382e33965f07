import { fields, type CommandCatalogue } from '@thidua/kernel';
import { z } from 'zod';
import { lead, product } from '../events/event-fields';
import { dueIn, optional, optionalDocument, speakingUnit } from './command-fields';

const { day, document, id, reason, text } = fields;

const orders = z.strictObject({
  leads: optional(z.array(lead).min(1)),
  /** Left out: the due date stays. `{"to": null}`: the task has no due date any more. */
  dueOn: optional(z.strictObject({ to: day().nullable() })),
  priority: optional(z.enum(['normal', 'high', 'urgent'])),
  reason: reason(),
});

/** Clearing the way and changing the terms: obstacles, directions, waits, due dates, amendments, corrections. */
export const steeringCommands = {
  RaiseObstacle: {
    says: 'Raise an obstacle.',
    vi: 'Nêu khó khăn, vướng mắc',
    records: ['ObstacleRaised'],
    data: z.strictObject({
      obstacleId: id(),
      ...speakingUnit,
      kind: z.enum(['law', 'money', 'outside-body', 'people', 'other']),
      text: text(5000),
    }),
  },
  ProposeSolution: {
    says: 'Propose a solution for an open obstacle.',
    vi: 'Đề xuất giải pháp',
    records: ['SolutionProposed'],
    data: z.strictObject({ obstacleId: id(), text: text(5000) }),
  },
  GiveDirection: {
    says: 'Direct what to do about the task or one of its obstacles; an order to change it is carried out with it.',
    vi: 'Ý kiến chỉ đạo',
    records: ['DirectionGiven', 'TaskAmended', 'TaskPrioritised'],
    data: z.strictObject({
      obstacleId: optional(id()),
      text: text(5000),
      actBy: optional(day()),
      document: optionalDocument,
      /** What the direction changes; new leads or a new due date need the document. */
      orders: optional(orders),
    }),
  },
  ResolveObstacle: {
    says: 'Say that an obstacle no longer stands in the way.',
    vi: 'Đã tháo gỡ vướng mắc',
    records: ['ObstacleResolved'],
    data: z.strictObject({ obstacleId: id(), text: optional(text()) }),
  },
  StartAuthorityWait: {
    says: 'Say that from this day the task waits for a higher authority.',
    vi: 'Bắt đầu chờ cấp có thẩm quyền',
    records: ['AuthorityWaitStarted'],
    data: z.strictObject({ waitId: id(), authority: text(300), document: optionalDocument }),
  },
  EndAuthorityWait: {
    says: 'Say that the higher authority has answered.',
    vi: 'Kết thúc chờ cấp có thẩm quyền',
    records: ['AuthorityWaitEnded'],
    data: z.strictObject({ waitId: id(), document: optionalDocument }),
  },
  RequestExtension: {
    says: 'Ask for a later due date.',
    vi: 'Đề nghị gia hạn',
    records: ['ExtensionRequested'],
    data: z.strictObject({ requestId: id(), dueOn: day(), reason: reason() }),
  },
  ExtendDeadline: {
    says: 'Grant a later due date, on request or without one.',
    vi: 'Gia hạn',
    records: ['DeadlineExtended', 'DeadlineDerived'],
    data: z
      .strictObject({
        requestId: optional(id()),
        dueOn: optional(day()),
        dueIn: optional(dueIn),
        reason: reason(),
        document: optionalDocument,
      })
      .refine(({ dueOn, dueIn: count }) => (dueOn === null) !== (count === null), {
        path: ['dueOn'],
        error:
          'cần đúng một trong hai: dueOn (ngày) hoặc dueIn (số ngày thêm) (give either dueOn or dueIn)',
      }),
  },
  RefuseExtension: {
    says: 'Say no to a requested extension.',
    vi: 'Không đồng ý gia hạn',
    records: ['ExtensionRefused'],
    data: z.strictObject({ requestId: id(), reason: reason() }),
  },
  AmendTask: {
    says: 'Adjust the task by order of an authority; what is left out stays as it is.',
    vi: 'Điều chỉnh nhiệm vụ',
    records: ['TaskAmended'],
    data: z.strictObject({
      title: optional(text(5000)),
      /** Left out: the due date stays. `{"to": null}`: the task has no due date any more. */
      dueOn: optional(z.strictObject({ to: day().nullable() })),
      leads: optional(z.array(lead).min(1)),
      products: optional(z.array(product)),
      reason: reason(),
      authority: document(),
    }),
  },
  ConfirmDelayCause: {
    says: 'Confirm that a delay has an objective cause (decree 335/2025, article 14.2.c).',
    vi: 'Xác nhận nguyên nhân khách quan',
    records: ['DelayCauseConfirmed'],
    data: z.strictObject({ cause: reason(), document: document() }),
  },
  CorrectTask: {
    says: 'Correct a wrongly recorded day, with the agreement of a second person.',
    vi: 'Đính chính',
    records: ['TaskCorrected'],
    data: z.strictObject({
      eventId: z.uuid({ error: 'phải là mã UUID của sự kiện (must be the UUID of an event)' }),
      field: z.enum(['completedOn', 'dueOn']),
      now: day().nullable(),
      reason: reason(),
      agreedBy: id(),
    }),
  },
} as const satisfies CommandCatalogue;
