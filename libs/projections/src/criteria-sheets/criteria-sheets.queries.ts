import { Conditions } from '../query/conditions';
import { readRows, type ReadRow } from '../query/read-rows';
import type { Reader } from '../query/reader';
import { criteriaSheets, type CriteriaSheetRow } from './criteria-sheets.projection';

/** A criteria sheet; `key` is its id. */
export type CriteriaSheetAsRead = ReadRow<CriteriaSheetRow>;

/** Sheets of a year. */
export const criteriaSheetsOf = (
  reader: Reader,
  year: number,
): Promise<readonly CriteriaSheetAsRead[]> =>
  readRows(
    reader,
    criteriaSheets,
    new Conditions().add(year, (p) => `t.year = ${p}`),
  );
