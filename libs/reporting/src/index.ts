export type {
  Block,
  BodyTable,
  OfficialPaper,
  Signature,
  TableColumn,
} from './official-layout/official-paper';
export { letterheadOf, type Letterhead } from './official-layout/letterhead';
export { renderOfficialPaper } from './official-layout/render-official-paper';
export { MEDIA, type ExportedFile } from './exported-file';
export { reportingRejections } from './reporting.rejections';
export { bookOfDecreeSheet } from './scores/book-of-decree-sheet';
export { bookOfUnitSheet } from './scores/book-of-unit-sheet';
export type { FormSource } from './scores/forms/person-forms';
export type { BookMeeting } from './scores/papers/minutes-paper';
export type { PaperFrame } from './scores/papers/paper-frame';
export type { ResultNames } from './scores/result-book';
export { exportScores, SCORE_EXPORTS, type ScoreExport } from './scores/score-export';
export {
  exportUbnd,
  UBND_EXPORTS,
  UBND_PERIODS,
  UBND_WINDOWS,
  type UbndExport,
} from './ubnd/ubnd-export';
export { namedCounts, namedRates, type NamedRate } from './ubnd/ubnd-summary';
export {
  readUbndTable,
  stateOf,
  ubndTableOf,
  type UbndRow,
  type UbndTable,
} from './ubnd/ubnd-table';
