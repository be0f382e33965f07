import { fields, type EventCatalogue, type EventsOf } from '@thidua/kernel';
import { z } from 'zod';
import { amount } from '../fraction-fields';

const { day, document, id, month, reason, text, year } = fields;

/** Whose year it is, and the id under which whoever records it can name the entry again. */
const entry = { personId: id(), year: year(), entryId: id() };
const period = { period: month() };
const items = z
  .array(z.strictObject({ id: id(), mark: amount() }))
  .min(1)
  .max(30);

export const LEADER_VARIABLES = ['unitResult', 'organising', 'cohesion'] as const;
export const WORK_ORIGINS = ['ASSIGNED', 'TAKEN_OVER', 'ADDED'] as const;
export const UNIT_CLASSES = ['HTXS', 'HTT', 'HT', 'KHT'] as const;
export const LEAVE_KINDS = ['SICK', 'MATERNITY', 'UNPAID'] as const;
export const DISCIPLINE_KINDS = [
  'KHIEN_TRACH',
  'CANH_CAO',
  'HA_BAC_LUONG',
  'GIANG_CHUC',
  'CACH_CHUC',
  'BUOC_THOI_VIEC',
] as const;

/**
 * What a person’s score rests on beside the events of the tasks (decree 335/2025, articles 14 to 20): entered with a name
 * and a reason where nothing in the log says it by itself.
 */
export const marksEvents = {
  CoefficientFixed: {
    schemaVersion: 1,
    says: 'Work is given to the person with the coefficient of its product, fixed on that day and never computed anew.',
    vi: 'Giao sản phẩm, cố định hệ số',
    recordedBy: 'Superior or Office',
    data: z.strictObject({
      ...entry,
      ...period,
      /** Null for work that is no task of a plan. */
      taskId: id().nullable(),
      productId: id(),
      /** Only what was originally assigned stands in the denominator (article 18.1.d). */
      origin: z.enum(WORK_ORIGINS),
      quantity: z.number().int().min(1).max(1_000_000),
      /** Standard products one unit is worth, as an exact fraction. */
      coefficient: amount(),
      catalogueVersion: text(80),
      fixedOn: day(),
    }),
  },
  UnitsAccepted: {
    schemaVersion: 1,
    says: 'Units of a work are accepted, with their delays and major errors, where no task event tells of it.',
    vi: 'Nghiệm thu sản phẩm',
    recordedBy: 'Superior',
    data: z.strictObject({
      ...entry,
      workId: id(),
      units: z.number().int().min(1).max(1_000_000),
      lateTimes: z.number().int().min(0).max(100),
      majorErrors: z.number().int().min(0).max(100),
      reason: reason(),
      acceptedBy: id(),
      acceptedOn: day(),
    }),
  },
  ObjectiveCauseConfirmed: {
    schemaVersion: 1,
    says: 'A delay or a major error of a work had an objective cause, confirmed by the competent authority.',
    vi: 'Xác nhận nguyên nhân khách quan',
    recordedBy: 'Superior',
    data: z.strictObject({
      ...entry,
      workId: id(),
      what: z.enum(['late', 'majorError']),
      reason: reason(),
      document: document().nullable(),
      confirmedBy: id(),
      confirmedOn: day(),
    }),
  },
  WorkHandedOff: {
    schemaVersion: 1,
    says: 'Units of a work go to somebody else; they stay in the giver’s denominator.',
    vi: 'Chuyển giao sản phẩm',
    recordedBy: 'Superior or Office',
    data: z.strictObject({
      ...entry,
      workId: id(),
      units: z.number().int().min(1).max(1_000_000),
      toPersonId: id(),
      reason: reason(),
    }),
  },
  GeneralMarksProposed: {
    schemaVersion: 1,
    says: 'The person marks themselves on the general criteria of a month (form 01).',
    vi: 'Tự chấm tiêu chí chung',
    recordedBy: 'The person',
    data: z.strictObject({ ...entry, ...period, items }),
  },
  GeneralMarksConfirmed: {
    schemaVersion: 1,
    says: 'The superior confirms or changes the marks of a month; only these count (articles 17.2 and 18.2).',
    vi: 'Cấp trên xác nhận tiêu chí chung',
    recordedBy: 'Superior',
    data: z.strictObject({
      ...entry,
      ...period,
      items,
      /** Needed where the marks are not those proposed. */
      reason: reason().nullable(),
      confirmedBy: id(),
    }),
  },
  LeaderLevelSet: {
    schemaVersion: 1,
    says: 'One of d, đ and e of a leader’s month: 100 or 50, nothing else (article 15.3).',
    vi: 'Chấm d, đ, e của lãnh đạo',
    recordedBy: 'Superior',
    data: z.strictObject({
      ...entry,
      ...period,
      variable: z.enum(LEADER_VARIABLES),
      level: z.enum(['100', '50']),
      reason: reason(),
      setBy: id(),
    }),
  },
  LeaveRecorded: {
    schemaVersion: 1,
    says: 'Leave that changes the months the year is averaged over (articles 11.2 and 19.3).',
    vi: 'Ghi nhận thời gian nghỉ',
    recordedBy: 'Office',
    data: z.strictObject({
      ...entry,
      kind: z.enum(LEAVE_KINDS),
      fromOn: day(),
      untilOn: day().nullable(),
      document: document(),
    }),
  },
  ViolationRecorded: {
    schemaVersion: 1,
    says: 'A concluded violation or a disciplinary decision; one act counts in one year only (article 11.3).',
    vi: 'Ghi nhận vi phạm, kỷ luật',
    recordedBy: 'Office',
    data: z.strictObject({
      ...entry,
      actId: id(),
      kind: z.enum(['DEGRADATION', 'DISCIPLINED', 'UNIT_CORRUPTION']),
      /** Set for a disciplinary decision. */
      discipline: z.enum(DISCIPLINE_KINDS).nullable(),
      dutyRelated: z.boolean(),
      /** The unit, where the violation is that of a unit the person manages. */
      unitId: id().nullable(),
      document: document(),
    }),
  },
  HeadedUnitClassed: {
    schemaVersion: 1,
    says: 'The class its authority recognised for a unit the person heads: the head is never above it (articles 5.4 and 20.6).',
    vi: 'Ghi mức xếp loại của đơn vị do mình đứng đầu',
    recordedBy: 'Office',
    data: z.strictObject({
      ...entry,
      unitId: id(),
      class: z.enum(UNIT_CLASSES),
      document: document(),
    }),
  },
  OutsideScoreReceived: {
    schemaVersion: 1,
    says: 'Another agency sends the score of a month served there (article 19.1).',
    vi: 'Nhận điểm từ cơ quan khác',
    recordedBy: 'Office',
    data: z.strictObject({
      ...entry,
      ...period,
      agencyId: id(),
      total: amount(),
      document: document(),
    }),
  },
  EntryWithdrawn: {
    schemaVersion: 1,
    says: 'An entry was wrong and no longer counts; it stays readable.',
    vi: 'Rút nội dung đã ghi',
    recordedBy: 'Whoever may record it',
    data: z.strictObject({ ...entry, withdraws: id(), reason: reason() }),
  },
} as const satisfies EventCatalogue;

export type MarksEvent = EventsOf<typeof marksEvents>;
