import { MEDIA, jsonFile, type ExportedFile } from '../exported-file';
import { renderOfficialPaper } from '../official-layout/render-official-paper';
import { renderWorkbook } from '../tables/render-workbook';
import { ubndPaper, ubndWorkbook, type UbndFrame } from './ubnd-documents';
import type { UbndTable } from './ubnd-table';

export const UBND_EXPORTS = ['docx', 'xlsx', 'json'] as const;
/** Kinds of periods the table is made for, and where they are cut, as the calendar names them. */
export const UBND_PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;
export const UBND_WINDOWS = ['15_14', 'CALENDAR'] as const;
export type UbndExport = (typeof UBND_EXPORTS)[number];

/** The table as a file; the same table gives the same bytes. The JSON is what `readUbndTable` reads. */
export async function exportUbnd(
  kind: UbndExport,
  ubnd: UbndTable,
  frame: UbndFrame,
): Promise<ExportedFile> {
  const stem = `ubnd-${ubnd.asOf}`;
  switch (kind) {
    case 'docx':
      return {
        fileName: `${stem}.docx`,
        mediaType: MEDIA.docx,
        bytes: await renderOfficialPaper(ubndPaper(ubnd, frame)),
      };
    case 'xlsx':
      return {
        fileName: `${stem}.xlsx`,
        mediaType: MEDIA.xlsx,
        bytes: await renderWorkbook(ubndWorkbook(ubnd, frame)),
      };
    case 'json':
      return jsonFile(stem, ubnd);
  }
}
