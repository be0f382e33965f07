import { fields, type CommandCatalogue, type CommandsOf } from '@thidua/kernel';
import { z } from 'zod';
import { draftTask, planEvents } from './plan.events';

const { day, decimal, document, id, line, reason, text } = fields;

/** Commands on one plan. Only the import names the plan; the others are addressed to its stream. */
export const planCommands = {
  ImportPlan: {
    says: 'Keep the drafts that were read from the text of a plan; nothing becomes binding.',
    vi: 'Nhập kế hoạch',
    records: ['PlanImported'],
    data: planEvents.PlanImported.data,
  },
  CorrectDraftTask: {
    says: 'Correct a draft task before the plan is issued.',
    vi: 'Sửa dự thảo nhiệm vụ',
    records: ['DraftTaskCorrected'],
    data: z.strictObject({ no: text(40), task: draftTask, reason: reason() }),
  },
  DropDraftTask: {
    says: 'Drop a draft that is no task.',
    vi: 'Bỏ dự thảo nhiệm vụ',
    records: ['DraftTaskDropped'],
    data: z.strictObject({ no: text(40), reason: reason() }),
  },
  IssuePlan: {
    says: 'Issue the plan: its tasks bind the units named from the day of signing.',
    vi: 'Ban hành kế hoạch',
    records: ['PlanIssued'],
    data: z.strictObject({
      /** Absent where the number and date that were read from the paper stand. */
      number: line(120).nullable().default(null),
      date: day().nullable().default(null),
      signerId: id().nullable().default(null),
      workflow: z.strictObject({ id: id(), version: z.number().int().positive() }),
    }),
  },
  ReportTargetValue: {
    says: 'Report a reached value of a target with its source.',
    vi: 'Báo cáo kết quả chỉ tiêu',
    records: ['TargetValueReported'],
    data: z.strictObject({
      name: line(1000),
      value: decimal(),
      growthPct: decimal().nullable().default(null),
      asOf: day(),
      source: document(),
    }),
  },
} as const satisfies CommandCatalogue;

export type PlanCommand = CommandsOf<typeof planCommands>;
