export {
  tableFactsSchema,
  type EvidenceFacts,
  type MarkFacts,
  type TableFacts,
  type WrittenTableFacts,
} from './facts/table-facts';
export { readTableFacts } from './facts/read-table-facts';
export { readTableRules } from './rules/read-table';
export {
  tableRulesSchema,
  type EmulationTable,
  type ReformSheetRules,
  type TableRules,
  type WrittenTableRules,
} from './rules/table-rules';
export { reformTemplateV1 } from './templates/reform-template.v1';
export { emulationTemplateV1 } from './templates/emulation-template.v1';
export { scoreEntry } from './sheet/score-entry';
export { tableSheet } from './sheet/table-sheet';
export type * from './sheet/table-result';
