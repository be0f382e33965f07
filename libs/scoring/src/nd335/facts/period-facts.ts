import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { amount } from '../rule-set/parameter';
import { decision, eventIds, period } from './fact-fields';
import { productFacts } from './product-facts';

const { id, text } = fields;

/** Marks for the general criteria (form Mẫu 01): item by item, or their total where the items are kept elsewhere. */
const generalMarks = z
  .strictObject({
    items: z.array(z.strictObject({ id: id(), mark: amount() })).optional(),
    total: amount().optional(),
    /** What the person had marked before the superior confirmed; shown beside it on the form and never counted. */
    selfItems: z.array(z.strictObject({ id: id(), mark: amount() })).optional(),
    /** The superior who confirmed them; null while they are self-marks, which do not count. */
    confirmedBy: id().nullable(),
    eventIds: eventIds(),
  })
  .refine(({ items, total }) => (items === undefined) !== (total === undefined), {
    error: 'cần đúng một trong hai: items hoặc total (exactly one of items and total)',
  });

/** A level entered by hand, in per cent; only the two levels of the rule set are taken. */
const stated = z.strictObject({ level: amount(), eventIds: eventIds() });
const decided = z.strictObject({ level: amount(), ...decision, eventIds: eventIds() });

const subordinates = z.strictObject({
  subordinates: z
    .array(
      z.strictObject({
        personId: id(),
        /** Their score of the period; left out, it is the one computed from this file. */
        total: amount().optional(),
        eventIds: eventIds(),
      }),
    )
    .min(1),
  eventIds: eventIds(),
});

const organising = z.strictObject({
  /** The unit did all planned tasks on time and with quality. */
  allDoneOnTimeWithQuality: z.boolean(),
  /** It has an initiative or an effective method. */
  effectiveMethod: z.boolean(),
  /** Shortcomings or prolonged delay in carrying out the programme or plan. */
  shortcomings: z.boolean(),
  /** What the authority settled where neither case holds. */
  decided: decided.nullable().default(null),
  eventIds: eventIds(),
});

const cohesion = z.strictObject({
  /** United and well coordinated. */
  united: z.boolean(),
  /** Prolonged complaints about internal conflict arose. */
  prolongedComplaints: z.boolean(),
  decided: decided.nullable().default(null),
  eventIds: eventIds(),
});

/** What d, đ and e rest on in a period. A deputy's facts are those of the field they are in charge of. */
const leaderFacts = z.strictObject({
  post: z.enum(['HEAD', 'DEPUTY']),
  unitId: id(),
  unitResult: z.union([stated, subordinates]),
  organising: z.union([stated, organising]),
  cohesion: z.union([stated, cohesion]),
});
export type LeaderFacts = z.infer<typeof leaderFacts>;

/** A month or quarter of work. */
const work = z.strictObject({
  kind: z.literal('WORK'),
  period: period(),
  /** Null: not marked yet. */
  general: generalMarks.nullable(),
  products: z.array(productFacts),
  leader: leaderFacts.nullable().default(null),
  /** Closed before its end so that the class can be decided in time. */
  provisional: z.boolean().default(false),
});
export type WorkPeriod = z.infer<typeof work>;

/** A score that another agency, or a sheet closed before, reported. */
const reported = z.strictObject({
  kind: z.literal('REPORTED'),
  period: period(),
  agencyId: id(),
  total: amount(),
  document: text(300).nullable().default(null),
  provisional: z.boolean().default(false),
  eventIds: eventIds(),
});

/** A period that the authority decided not to score, for example a month served only in part. */
const notScored = z.strictObject({
  kind: z.literal('NOT_SCORED'),
  period: period(),
  ...decision,
  eventIds: eventIds(),
});

export const periodFacts = z.discriminatedUnion('kind', [work, reported, notScored]);
export type PeriodFacts = z.infer<typeof periodFacts>;
