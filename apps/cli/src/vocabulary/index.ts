export { addVocabulary } from './add-vocabulary';
export { addDo } from './add-do';
export { commandData } from './command-data';
export { documentOf } from './legal-paper';
export { outcomeInWords } from './outcome-in-words';
export {
  listedCommands,
  OFFICIAL_VOCABULARY,
  requireCommand,
  segmentOf,
  TASK_VOCABULARY,
  UNIT_VOCABULARY,
} from './vocabulary';
