import { fields } from '@thidua/kernel';
import { z } from 'zod';
import { eventIds } from '../nd335/facts/fact-fields';
import { RATED_CLASSES } from '../nd335/rated-class';
import { DISCIPLINE_LEVELS } from '../nd335/rule-set/civil-servant-parameters';

const { day, id, year } = fields;

const rated = z
  .strictObject({ class: z.enum(RATED_CLASSES), eventIds: eventIds() })
  .nullable()
  .default(null);

/** Whether something was found to hold; null while nobody said. */
const found = z.strictObject({ holds: z.boolean(), eventIds: eventIds() }).nullable().default(null);

const person = z.strictObject({
  id: id(),
  unitId: id(),
  /** The class of the year, after quota. */
  yearClass: rated,
  /** Self-reliant, united, active in the movement. */
  conduct: found,
  /** An initiative recognised at the grassroots, or an accepted project. */
  initiative: found,
  /** The heaviest discipline of the year; null for none. */
  discipline: z
    .strictObject({ level: z.enum(DISCIPLINE_LEVELS), eventIds: eventIds() })
    .nullable()
    .default(null),
});
export type TitlePerson = z.infer<typeof person>;

const unit = z.strictObject({
  id: id(),
  yearClass: rated,
  conduct: found,
  firstInBloc: found,
  targetsExceeded: found,
  /** Leads in thrift and against corruption. */
  exemplary: found,
});
export type TitleUnit = z.infer<typeof unit>;

/** What titles rest on: classes that are decided, and what the council found. */
export const titleFactsSchema = z.strictObject({
  format: z.literal('thidua-title-facts/1', {
    error: 'phải là "thidua-title-facts/1" (must be "thidua-title-facts/1")',
  }),
  year: year(),
  agencyId: id(),
  /** The day the files came in for appraisal: it says which text of the law holds. */
  receivedOn: day(),
  people: z.array(person).default([]),
  units: z.array(unit).default([]),
});
export type TitleFacts = z.infer<typeof titleFactsSchema>;
export type WrittenTitleFacts = z.input<typeof titleFactsSchema>;
