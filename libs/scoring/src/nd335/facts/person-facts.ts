import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { RATED_CLASSES } from '../rated-class';
import { DISCIPLINE_LEVELS } from '../rule-set/civil-servant-parameters';
import { count, eventIds } from './fact-fields';
import { periodFacts } from './period-facts';

const { day, id, year } = fields;

/** Time in a post; together they are the time in service. */
const post = z.strictObject({
  post: z.enum(['STAFF', 'HEAD', 'DEPUTY']),
  unitId: id(),
  /** The agency the time was served in, where it is another one than the file's. */
  agencyId: id().nullable().default(null),
  from: day(),
  /** Last day in it; null while it lasts. */
  to: day().nullable(),
  eventIds: eventIds(),
});
export type PostFacts = z.infer<typeof post>;

const leave = z.strictObject({
  kind: z.enum(['SICK', 'MATERNITY', 'UNPAID']),
  from: day(),
  /** Last day off; null while it lasts. */
  to: day().nullable(),
  eventIds: eventIds(),
});

const violationHeader = {
  /** The act: one act counts in one year only, whatever was decided about it. */
  actId: id(),
  countedInYear: year(),
  /** The agency where the fault lies; it counts there only. */
  agencyId: id(),
  eventIds: eventIds(),
};
const violation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('DEGRADATION'), ...violationHeader }),
  z.strictObject({
    kind: z.literal('DISCIPLINED'),
    ...violationHeader,
    level: z.enum(DISCIPLINE_LEVELS),
    /** Only an act related to duties bars the class. */
    dutyRelated: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('UNIT_CORRUPTION'), ...violationHeader, unitId: id() }),
]);
export type ViolationFacts = z.infer<typeof violation>;

/** A year's results as the decrees up to 2025 asked for them. */
const historical = z.strictObject({
  total: count(1),
  done: count(),
  /** Done, but lacking quality, timeliness or effect. */
  lacking: count(),
  /** Result criteria that missed time, quality or effect, of how many. */
  criteria: z.strictObject({ total: count(1), missed: count() }),
  highEffect: z.boolean(),
  leader: z
    .strictObject({
      targets: z.strictObject({
        total: count(1),
        done: count(),
        onTimeWithQuality: count(),
        exceeded: count(),
      }),
      subUnits: z.strictObject({ total: count(), atLeastHt: count(), atLeastHtt: count() }),
    })
    .nullable()
    .default(null),
  eventIds: eventIds(),
});
export type HistoricalFacts = z.infer<typeof historical>;

export const personFacts = z.strictObject({
  id: id(),
  unitId: id(),
  /** The group of similar duties in which the quota of HTXS is counted. */
  groupId: id(),
  posts: z
    .array(post)
    .min(1, { error: 'cần ít nhất một thời gian giữ vị trí (at least one post)' }),
  leave: z.array(leave).default([]),
  violations: z.array(violation).default([]),
  /** Classes recognised for units the person heads, where the units themselves are not in the file. */
  unitClasses: z
    .array(z.strictObject({ unitId: id(), class: z.enum(RATED_CLASSES), eventIds: eventIds() }))
    .optional(),
  periods: z.array(periodFacts).default([]),
  historical: historical.nullable().default(null),
});

/** What is known of one person in the year. By id only: names live in the directory. */
export type PersonFacts = z.infer<typeof personFacts>;
