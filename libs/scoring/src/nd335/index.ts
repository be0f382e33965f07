export type { RatedPerson, RatingContext } from './classes/rate-person';
export { factsSchema, type Facts, type WrittenFacts } from './facts/facts';
export type { PersonFacts } from './facts/person-facts';
export type { UnitTasks, UnitYearFacts } from './facts/unit-facts';
export { readFacts } from './facts/read-facts';
export { linkedEvents, withoutEvent } from './facts/without-event';
export { rejectUnknownPerson, scoringRejections } from './nd335.rejections';
export type { Figure } from './numbers/figure';
export { sumOfStates, taskTableRates } from './organisation/task-table';
export { compileRules, type CompiledRules, type Shows } from './period/compiled-rules';
export { placesOf } from './quota/places';
export { settleQuota, type Rated } from './quota/settle-quota';
export { CLASS_TITLES, RATED_CLASSES, type RatedClass } from './rated-class';
export type * from './result';
export {
  DECREE_RULE_SETS,
  readDecreeRuleSet,
  requireInForce,
  shippedRuleSet,
} from './rule-set/read-rule-set';
export { decreeRuleSetProblems } from './rule-set/rule-set-problems';
export { decreeRuleSetSchema, type DecreeRuleSet } from './rule-set/rule-set';
export {
  PeopleInPages,
  type AgencyFacts,
  type RatedFacts,
  type SettledYear,
} from './sheet/people-in-pages';
export type { QuotaMember } from './quota/apply-quota';
export {
  decreeSheet,
  hashOverPeople,
  scoreFacts,
  sheetHash,
  type Digest,
} from './sheet/decree-sheet';
export { ratePeople } from './sheet/score-people';
export { fragilityOf, type Fragility, type FragileEvent } from './insight/fragility';
export { insightOf, type Insight } from './insight/insight';
export { nextClass, type Lever, type NextClass } from './insight/next-class';
