export { titleFactsSchema, type TitleFacts, type WrittenTitleFacts } from './title-facts';
export { titleRulesSchema, type TitleRules } from './title-rules';
export { TITLE_NAMES, TITLES } from './title-result';
export type * from './title-result';
export type { Condition, Verdict } from './conditions';
export { readTitleFacts, readTitleRules, titleSheet } from './title-sheet';
export { titlesV1 } from './titles.v1';
