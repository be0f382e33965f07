import type { OnRows, Workbook } from './workbook';

/**
 * The workbook as an XLSX file: A4 on its side, the head frozen, no formula and no macro. The same workbook gives the
 * same bytes. The writer is loaded with the first workbook: most processes never make one.
 */
export async function renderWorkbook(workbook: Workbook, onRows?: OnRows): Promise<Uint8Array> {
  const { workbookToXlsx } = await import('./workbook-to-xlsx.js');
  return workbookToXlsx(workbook, onRows);
}
