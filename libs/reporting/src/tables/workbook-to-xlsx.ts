import { PassThrough } from 'node:stream';
import { startOfDay } from '@thidua/kernel';
import { stream, type Row, type Worksheet } from 'exceljs';
import { withoutControls } from './harmless-text';
import { sealedXlsx } from './sealed-xlsx';
import type { Cell, OnRows, Sheet, Workbook } from './workbook';
import { nextTurn } from './write-csv';

const LETTERS = { name: 'Times New Roman', size: 11 };
const TEXT = '@';
/** Longest text a cell of a workbook may hold. */
const CELL_LENGTH_MAX = 32_767;
/** Rows between two turns of whoever else waits. */
const BATCH = 500;

const valueOf = (cell: Cell): string | number | null => {
  if (cell === null) return null;
  if (typeof cell !== 'string') return Number(cell.decimal);
  return withoutControls(cell).slice(0, CELL_LENGTH_MAX);
};

const formatOf = (cell: Cell): string => {
  if (cell === null || typeof cell === 'string') return TEXT;
  return cell.decimal.includes('.') ? '0.00' : '0';
};

/** Values with their formats; text is text whatever it begins with. */
function fill(row: Row, cells: readonly Cell[]): void {
  cells.forEach((cell, index) => {
    const target = row.getCell(index + 1);
    target.value = valueOf(cell);
    target.numFmt = formatOf(cell);
    target.font = LETTERS;
    target.alignment = { vertical: 'top', wrapText: typeof cell === 'string' };
  });
  row.commit();
}

const LINE = { style: 'thin' } as const;

function head(worksheet: Worksheet, { columns }: Sheet): void {
  const row = worksheet.getRow(1);
  columns.forEach(({ title, width }, index) => {
    worksheet.getColumn(index + 1).width = width;
    const cell = row.getCell(index + 1);
    cell.value = title;
    cell.numFmt = TEXT;
    cell.font = { ...LETTERS, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = { top: LINE, left: LINE, bottom: LINE, right: LINE };
  });
  row.commit();
}

/** A4 on its side, as wide as the page, with the head repeated on every page (margins in inches). */
const PRINTED = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '1:1',
  margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 },
} as const;

/**
 * The workbook as an XLSX file. Rows are written as they come and are not kept; the same workbook gives the same bytes.
 */
export async function workbookToXlsx(
  { title, creator, date, sheets }: Workbook,
  onRows: OnRows = () => undefined,
): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const sink = new PassThrough();
  const ended = new Promise<void>((resolve, reject) => {
    sink.on('data', (piece: Buffer) => pieces.push(piece));
    sink.on('end', resolve);
    sink.on('error', reject);
  });
  const at = new Date(startOfDay(date));
  const properties = { created: at, modified: at, creator, lastModifiedBy: creator, title };
  const book = new stream.xlsx.WorkbookWriter({ ...properties, stream: sink, useStyles: true });
  const total = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
  let count = 0;
  for (const sheet of sheets) {
    const worksheet = book.addWorksheet(sheet.name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: PRINTED,
      headerFooter: { oddFooter: '&C&P/&N' },
    });
    head(worksheet, sheet);
    for (const cells of sheet.rows()) {
      fill(worksheet.addRow([]), cells);
      count += 1;
      if (count % BATCH > 0) continue;
      onRows(count, total);
      await nextTurn();
    }
    worksheet.commit();
  }
  await book.commit();
  await ended;
  return sealedXlsx(Buffer.concat(pieces));
}
