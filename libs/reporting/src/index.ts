export type {
  Block,
  BodyTable,
  OfficialPaper,
  Signature,
  TableColumn,
} from './official-layout/official-paper';
export { letterheadOf, type Letterhead } from './official-layout/letterhead';
export { renderOfficialPaper } from './official-layout/render-official-paper';
