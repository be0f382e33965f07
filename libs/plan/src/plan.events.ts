import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';

const { day, decimal, document, id, line, reason, text, year } = fields;

const planId = { planId: id() };

/** Where in the paper a field was read: 1-based lines of the imported text. */
const origin = z.record(
  z.string(),
  z.strictObject({ line: z.number().int().positive(), lastLine: z.number().int().positive() }),
);

/** A task as read from paper: names as written, nothing resolved, nothing binding. */
export const draftTask = z.strictObject({
  no: text(40),
  section: text(5000).nullable(),
  title: line(5000),
  lead: z.array(text(500)),
  focal: z.array(text(500)),
  coordinating: z.array(text(500)),
  product: z.array(text(2000)),
  timeText: text(1000).nullable(),
  kind: z.enum(['one-off', 'ongoing', 'recurring', 'periodic-after-milestone']),
  due: day().nullable(),
  notBefore: day().nullable(),
  recurrence: text(60).nullable(),
  conditional: text(1000).nullable(),
  refs: z.array(text(300)),
  origin,
});
export type DraftTask = z.infer<typeof draftTask>;

/** A figure to reach; numbers are decimals as text so that `99.97` keeps both places. */
export const draftTarget = z.strictObject({
  name: line(1000),
  comparator: z.enum(['>=', '<=', '=', '>', '<']),
  comparatorText: text(100),
  value: decimal(),
  unit: text(60),
  growthPct: decimal().nullable(),
  baseYear: year().nullable(),
  year: year(),
  parent: text(1000).nullable(),
  text: text(5000),
  origin,
});
export type DraftTarget = z.infer<typeof draftTarget>;

const importWarning = z.strictObject({
  code: text(60),
  line: z.number().int().nonnegative(),
  message: z.strictObject({ vi: text(1000), en: text(1000) }),
});

/** A plan from paper to binding tasks. The plan id is derived from the file, so one file is imported once. */
export const planEvents = {
  PlanImported: {
    schemaVersion: 1,
    says: 'The text of a plan was read into drafts; nothing is binding yet.',
    vi: 'Nhập kế hoạch',
    recordedBy: 'Office',
    data: z.strictObject({
      ...planId,
      title: line(2000),
      year: year(),
      /** Number and date may still be blank on paper; they are set at the latest when the plan is issued. */
      number: line(120).nullable(),
      date: day().nullable(),
      fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
      fileName: line(300).nullable(),
      tasks: z.array(draftTask),
      targets: z.array(draftTarget),
      warnings: z.array(importWarning),
      sourceDocuments: z.array(text(300)),
    }),
  },
  DraftTaskCorrected: {
    schemaVersion: 1,
    says: 'A person corrects a draft task before the plan is issued; the imported wording stays in the import event.',
    vi: 'Sửa dự thảo nhiệm vụ',
    recordedBy: 'Office',
    data: z.strictObject({ ...planId, no: text(40), task: draftTask, reason: reason() }),
  },
  DraftTaskDropped: {
    schemaVersion: 1,
    says: 'A draft turns out to be no task and will not be assigned.',
    vi: 'Bỏ dự thảo nhiệm vụ',
    recordedBy: 'Office',
    data: z.strictObject({ ...planId, no: text(40), reason: reason() }),
  },
  PlanIssued: {
    schemaVersion: 1,
    says: 'The plan is signed: from this day its tasks bind the units named, with every written name resolved.',
    vi: 'Ban hành kế hoạch',
    recordedBy: 'Office, for the Director who signs',
    data: z.strictObject({
      ...planId,
      number: line(120),
      date: day(),
      year: year(),
      signerId: id().nullable(),
      workflow: z.strictObject({ id: id(), version: z.number().int().positive() }),
      /** What each draft resolved to on the day of issue; the assignment process works from this list. */
      assignments: z.array(
        z.strictObject({
          taskId: id(),
          no: text(40),
          leads: z.array(z.strictObject({ unitId: id(), role: z.enum(['lead', 'focal']) })).min(1),
          coordinatingUnitIds: z.array(id()),
          openPartners: z.array(text(500)),
        }),
      ),
    }),
  },
  TargetValueReported: {
    schemaVersion: 1,
    says: 'A reached value of a target is reported with its source.',
    vi: 'Báo cáo kết quả chỉ tiêu',
    recordedBy: 'Office',
    data: z.strictObject({
      ...planId,
      name: line(1000),
      value: decimal(),
      growthPct: decimal().nullable(),
      asOf: day(),
      source: document(),
    }),
  },
} as const satisfies EventCatalogue;

export type PlanEvent = EventsOf<typeof planEvents>;
