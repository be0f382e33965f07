export {
  criteriaSheets,
  type CriteriaSheetRow,
  type CriterionNumber,
  type CriterionRecord,
} from './criteria-sheets.projection';
export { criteriaSheetsOf, type CriteriaSheetAsRead } from './criteria-sheets.queries';
